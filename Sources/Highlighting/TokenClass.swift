/// What a piece of code is: few classes, so that a page of code stays quiet.
enum TokenClass: String, CaseIterable, Sendable {
    case comment, keyword, string, number, literal
    /// A function, a command or a cmdlet.
    case function
    case type, variable
    /// A key, an attribute or an option.
    case attribute
    /// An element of markup or the title of a section.
    case tag
    case inserted, deleted
    /// A prompt, the head of a difference, a declaration of a document.
    case meta

    /// The tag that opens it; its class is the name in the style sheet.
    var opening: StaticString {
        switch self {
        case .comment: "<span class=\"hl-comment\">"
        case .keyword: "<span class=\"hl-keyword\">"
        case .string: "<span class=\"hl-string\">"
        case .number: "<span class=\"hl-number\">"
        case .literal: "<span class=\"hl-literal\">"
        case .function: "<span class=\"hl-function\">"
        case .type: "<span class=\"hl-type\">"
        case .variable: "<span class=\"hl-variable\">"
        case .attribute: "<span class=\"hl-attribute\">"
        case .tag: "<span class=\"hl-tag\">"
        case .inserted: "<span class=\"hl-inserted\">"
        case .deleted: "<span class=\"hl-deleted\">"
        case .meta: "<span class=\"hl-meta\">"
        }
    }
}
