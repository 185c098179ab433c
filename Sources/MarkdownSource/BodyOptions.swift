import LocalizationModel

/// What the renderer asks of the site.
public struct BodyOptions: Sendable {
    /// Block → value of its `id`.
    public var ids: [Int: String] = [:]
    /// Block → other ids that lead to it, as that of its words in the page's own language.
    public var aliases: [Int: [String]] = [:]
    /// Where the ids of the text are kept apart; one for a page and the fragments in it.
    public var anchors = BodyAnchors()
    /// True for a fragment, whose headings have ids of their own words.
    public var namesHeadings = false
    /// Block → the language it is in, where that is not the page's.
    public var languages: [Int: String] = [:]
    /// The language between the two marks of `LanguageMarks`.
    public var markedLanguage = ""
    /// Of those languages, where they run otherwise than the page: `ltr` or `rtl`.
    public var foreignDirection: String?
    /// The title, in the page's language, of an alert word (`NOTE`); nil for a word that has none.
    public var alertTitle: @Sendable (String) -> String? = { _ in nil }
    /// What the boxes of a task list say to who cannot see them.
    public var taskOpen = ""
    public var taskDone = ""
    public var footnotes = ""
    public var footnoteBack = ""
    /// What is said of a link, and of an image, that leads nowhere.
    public var missingLink = ""
    public var missingImage = ""
    /// The destination of a link as it stands in the output.
    public var link: @Sendable (String) -> PublishedLink = { .address($0) }
    /// What is shown for the image of a destination.
    public var image: @Sendable (String) -> ShownImage = { .image(address: $0, size: nil) }
    /// Code as HTML with its pieces told apart, and what readers call its language (empty: nothing); the language is given in lower case.
    /// Nil for code that is shown as it is.
    public var highlight: @Sendable (_ code: UnsafeBufferPointer<UInt8>, _ language: String) -> (html: [UInt8], title: String)? = { _, _ in nil }
    /// The HTML of an included file; nil where it is not there.
    public var include: @Sendable (String) -> [UInt8]? = { _ in nil }

    public init() {}
}

/// What becomes of a link of the content.
public enum PublishedLink: Hashable, Sendable {
    case address(String)
    /// Nothing is there: its text stays.
    case missing
    /// It could run a script or smuggle a page in: its text stays.
    case removed
}

/// Marks of a foreign passage inside a block: noncharacters (Unicode 15, section 23.7) that no text may hold.
public enum LanguageMarks {
    /// U+FDD0 and U+FDD1 in UTF-8.
    static let open: [UInt8] = [0xEF, 0xB7, 0x90]
    static let close: [UInt8] = [0xEF, 0xB7, 0x91]

    /// Whether the mark at an offset opens a passage; nil where none stands there.
    static func isOpening(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool? {
        let rest = bytes[offset...]
        return rest.starts(with: open) ? true : rest.starts(with: close) ? false : nil
    }

    /// The file with marks round the given spans, for reading and rendering it anew.
    public static func insert(into bytes: [UInt8], around spans: [SourceSpan]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8 * spans.count)
        var position = 0
        for span in spans.sorted(by: { $0.lower < $1.lower }) where span.lower >= position {
            result += bytes[position..<span.lower]
            result += open
            result += bytes[span.range]
            result += close
            position = span.upper
        }
        return result + bytes[position...]
    }
}
