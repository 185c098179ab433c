import LocalizationModel

/// A Mustache template, parsed once into a flat program (Mustache specification 1.4, core modules).
///
/// Lambdas and inheritance are left out: they would let data decide what a page is made of.
public struct Template: Sendable {
    enum Step: Sendable {
        /// A run of the source that is written as it stands; `startsLine` where it begins a line.
        case text(Range<Int>, startsLine: Bool)
        /// A line begins with what follows; only an indented partial writes something here.
        case lineStart
        /// `{{x}}`.
        case escaped(Name)
        /// `{{{x}}}` and `{{&x}}`.
        case raw(Name)
        /// `{{#x}}`; the program goes on at `end`.
        case section(Name, end: Int)
        /// `{{^x}}`.
        case inverted(Name, end: Int)
        /// `{{>x}}`; `indentation` where it stands alone on its line.
        case partial(String, indentation: [UInt8]?, line: Int)
    }

    /// A dotted name and the line, from 1, it stands on; no parts for the implicit iterator `{{.}}`.
    struct Name: Sendable {
        let parts: [TemplateKey]
        let line: Int
        var text: String { parts.isEmpty ? "." : parts.map(\.name).joined(separator: ".") }
    }

    /// The path of the file, as errors name it.
    public let file: String
    let source: [UInt8]
    let steps: [Step]

    /// Parses a template. Linear in its length.
    /// - Throws: an error with file and line where a tag or section is not closed or has no name.
    public init(_ source: [UInt8], file: String) throws(HexaplaError) {
        self.file = file
        self.source = source
        var parser = TemplateParser(source: source, file: file)
        steps = try parser.parse()
    }

    /// Every name the template asks for, as written, with its line, from 1: `t.onThisPage`.
    public var names: [(name: String, line: Int)] {
        steps.compactMap { step in
            switch step {
            case .escaped(let name), .raw(let name), .section(let name, _), .inverted(let name, _): (name.text, name.line)
            case .text, .lineStart, .partial: nil
            }
        }
    }

    /// The partials that are always written, whatever the data: those outside every section.
    var unconditionalPartials: [String] {
        var found: [String] = []
        var index = 0
        while index < steps.count {
            switch steps[index] {
            case .section(_, let end), .inverted(_, let end): index = end
            case .partial(let name, _, _):
                found.append(name)
                index += 1
            default: index += 1
            }
        }
        return found
    }
}
