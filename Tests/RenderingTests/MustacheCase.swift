import LocalizationModel
import Rendering
import Testing

/// One case of a group of the Mustache specification: a template, data, partials and the text expected.
struct MustacheCase: Sendable, CustomTestStringConvertible {
    let name: String
    let data: TemplateValue
    let template: String
    let partials: [String: String]
    let expected: String

    init(
        _ name: String, _ data: TemplateValue, _ template: String, partials: [String: String] = [:], _ expected: String
    ) {
        self.name = name
        self.data = data
        self.template = template
        self.partials = partials
        self.expected = expected
    }

    init(_ name: String, _ template: String, partials: [String: String] = [:], _ expected: String) {
        self.init(name, [:], template, partials: partials, expected)
    }

    var testDescription: String { name }

    /// Renders as the specification has it: what is missing is empty.
    func rendered() throws -> String {
        let sources =
            [TemplateSet.Source(name: "case", text: template)]
            + partials.map { TemplateSet.Source(name: "partials/" + $0.key, text: $0.value) }
        let set = try TemplateSet(sources: sources, isStrict: false)
        var output: [UInt8] = []
        try set.render("case", data, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
