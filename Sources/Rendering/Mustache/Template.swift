import LocalizationModel

/// A Mustache template, parsed once into a flat program (Mustache specification 1.4, core modules).
///
/// Lambdas and inheritance are left out: they would let data decide what a page is made of.
public final class Template: Sendable {
    /// Steps hold places in the template's tables, so that running one copies nothing.
    enum Step: Sendable {
        /// A run of the source that is written as it stands; `startsLine` where it begins a line.
        case text(Range<Int>, startsLine: Bool)
        /// A line begins with what follows; only an indented partial writes something here.
        case lineStart
        /// `{{x}}`.
        case escaped(NameIndex)
        /// `{{{x}}}` and `{{&x}}`.
        case raw(NameIndex)
        /// `{{#x}}`; the program goes on at `end`.
        case section(NameIndex, end: Int)
        /// `{{^x}}`.
        case inverted(NameIndex, end: Int)
        /// `{{>x}}`: a place in `inclusions`.
        case partial(Int)
    }

    /// A place in `nameTable`.
    typealias NameIndex = Int

    /// `{{>x}}`; `indentation` where it stands alone on its line.
    struct Inclusion: Sendable {
        let name: String
        let indentation: [UInt8]?
        let line: Int
        /// The place of the partial in its set; nil where it has none.
        var partial: Int?
    }

    /// A dotted name and the line, from 1, it stands on; no parts for the implicit iterator `{{.}}`.
    struct Name: Sendable {
        let first: TemplateKey?
        /// What follows the first dot.
        let rest: [TemplateKey]
        let line: Int
        /// As errors show it.
        let text: String

        init(parts: [String], line: Int) {
            first = parts.first.map(TemplateKey.init)
            rest = parts.dropFirst().map(TemplateKey.init)
            self.line = line
            text = parts.isEmpty ? "." : parts.joined(separator: ".")
        }
    }

    /// The path of the file, as errors name it.
    public let file: String
    let source: [UInt8]
    let steps: [Step]
    let nameTable: [Name]
    let inclusions: [Inclusion]

    /// Parses a template. Linear in its length.
    /// - Throws: an error with file and line where a tag or section is not closed or has no name.
    public init(_ source: [UInt8], file: String) throws(HexaplaError) {
        self.file = file
        self.source = source
        var parser = TemplateParser(source: source, file: file)
        steps = try parser.parse()
        nameTable = parser.names
        inclusions = parser.inclusions
    }

    /// Every name the template asks for, as written, with its line, from 1: `t.onThisPage`.
    public var names: [(name: String, line: Int)] { nameTable.map { ($0.text, $0.line) } }

    /// The same template with the places of its partials.
    func linked(_ places: [String: Int]) -> Template {
        var linked = inclusions
        for index in linked.indices { linked[index].partial = places[linked[index].name] }
        return Template(self, inclusions: linked)
    }

    private init(_ template: Template, inclusions: [Inclusion]) {
        (file, source, steps, nameTable) = (template.file, template.source, template.steps, template.nameTable)
        self.inclusions = inclusions
    }

    /// The partials that are always written, whatever the data: those outside every section.
    var unconditionalPartials: [String] {
        var found: [String] = []
        var index = 0
        while index < steps.count {
            switch steps[index] {
            case .section(_, let end), .inverted(_, let end): index = end
            case .partial(let inclusion):
                found.append(inclusions[inclusion].name)
                index += 1
            default: index += 1
            }
        }
        return found
    }
}

extension Template {
    /// The values of `id="…"` that no value of a view is part of.
    var ids: [String] {
        var ids: [String] = []
        var i = 0
        while let at = source.firstRange(of: " id=\"", from: i) {
            i = at + 5
            let value = source[i...].prefix { $0 != UInt8(ascii: "\"") }
            if !value.contains(UInt8(ascii: "{")) { ids.append(String(decoding: value, as: UTF8.self)) }
        }
        return ids
    }
}
