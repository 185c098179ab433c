import LocalizationModel
import Pipeline
import Reporting

enum SchemaCommand: Command {
    /// What each name prints.
    private static let schemas: [(name: String, text: @Sendable () -> String)] = [
        ("configuration", { ConfigurationSchema.text }), ("model", { ModelSchema.text }), ("difference", { DifferenceSchema.text }),
    ]

    static let specification = CommandSpecification(
        name: "schema", summary: "Print the JSON Schema of a file that people or scripts read.", operands: ["NAME"], options: [],
        examples: [("hexapla schema configuration > hexapla.schema.json", "for an editor that completes and checks hexapla.yml")])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let name = arguments.operands[0]
        guard let schema = schemas.first(where: { $0.name == name }) else {
            throw HexaplaError("no schema is named '\(name)'", remedy: "There are \(schemas.map(\.name).joined(separator: ", "))")
        }
        Terminal.output.write(schema.text())
        return 0
    }
}
