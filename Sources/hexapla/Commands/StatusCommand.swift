import LocalizationModel
import Pipeline
import Reporting

enum StatusCommand: Command {
    static let specification = CommandSpecification(
        name: "status", summary: "Show how far each locale is.", operands: [],
        options: CommandSpecification.project + CommandSpecification.cache + [.choice("--format", ["text", "json"], "for people (default) or for scripts")],
        examples: [("hexapla status", "one line a locale: percent, segments by state, findings"), ("hexapla status --format json", "the same for scripts")])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let progress = ProgressBar("reading")
        let check = ProjectCheck(project: shared.project, data: shared.data, cache: shared.cache, clock: shared.clock)
        let result = try check.summaries(jobs: shared.jobs, progress: progress.progress)
        progress.finish(shared.clock)
        let rows = PageStatus.totals(result.groups.flatMap(\.statuses), locales: result.translationLocales)
        Terminal.output.write(arguments.text("--format") == "json" ? StatusTable.json(rows) : Array(StatusTable.text(rows).utf8))
        return 0
    }
}
