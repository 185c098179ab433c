import LocalizationModel
import Pipeline
import Reporting

enum StatusCommand: Command {
    static let specification = CommandSpecification(
        name: "status", summary: "Show how far each locale is.", operands: [],
        options: CommandSpecification.project + [.choice("--format", ["text", "json"], "for people (default) or for scripts")],
        examples: [("hexapla status", "one line a locale: percent, segments by state, findings"), ("hexapla status --format json", "the same for scripts")])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let analysis = try ProjectAnalysis(shared.project, data: shared.data)
        let progress = ProgressBar("reading", total: analysis.tree.groups.count)
        let parts = try analysis.map(jobs: shared.jobs, progress: progress.step) { (group) throws(HexaplaError) in PageStatus.of(group) }
        progress.finish()
        let rows = PageStatus.totals(parts.flatMap { $0 }, locales: analysis.tree.translationLocales)
        Terminal.output.write(arguments.text("--format") == "json" ? StatusTable.json(rows) : Array(StatusTable.text(rows).utf8))
        return 0
    }
}
