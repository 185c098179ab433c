import LocalizationModel
import Pipeline
import Reporting

enum ModelCommand: Command {
    static let specification = CommandSpecification(
        name: "model", summary: "Print the canonical model of all pages as JSON.", operands: [],
        options: CommandSpecification.project + [.flag("--schema", "print the JSON Schema of the model instead")],
        examples: [
            ("hexapla model > model.json", "metadata, sections, segments and requirements of every page in every locale"),
            ("hexapla model --schema", "the schema that the output validates against"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        if arguments.has("--schema") {
            Terminal.output.write(ModelSchema.text)
            return 0
        }
        let shared = try ProjectArguments(arguments)
        let analysis = try ProjectAnalysis(shared.project, data: shared.data)
        let progress = ProgressBar("reading")
        progress.start(analysis.tree.groups.count)
        let pages = try analysis.map(jobs: shared.jobs, progress: progress.step) { (group) throws(HexaplaError) in
            ModelJSON.page(group.group, inDocument: true)
        }
        progress.finish()
        Terminal.output.write(
            ModelJSON.document(pages, sourceLocale: analysis.tree.sourceLocale, locales: analysis.tree.locales, version: Program.version))
        return 0
    }
}
