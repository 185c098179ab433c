import LocalizationModel
import Pipeline
import Reporting

enum StatusCommand: Command {
    static let specification = CommandSpecification(
        name: "status", summary: "Show how far each locale is.", operands: [],
        options: CommandSpecification.project + CommandSpecification.cache + [
            .choice("--format", ["text", "json", "markdown"], "for people (default), for scripts, or for a page"),
            .text("--since", "FILE", "show what changed since this status, which --format json wrote"),
            .text("--badges", "DIR", "write a badge for each locale there: de-DE.svg"),
        ],
        examples: [
            ("hexapla status", "percent, segments and words by state, findings, a line a locale"),
            ("hexapla status --format json > status.json", "the same for scripts, and for the next line"),
            ("hexapla status --since status.json", "with the trend since then"),
            ("hexapla status --badges badges", "badges/de-DE.svg and so on, for a README"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let progress = ProgressBar("reading")
        let check = ProjectCheck(project: shared.project, data: shared.data, cache: shared.cache, clock: shared.clock)
        let result = try check.summaries(jobs: shared.jobs, progress: progress.progress)
        progress.finish(shared.clock)
        let rows = PageStatus.totals(result.groups.flatMap(\.statuses), locales: result.translationLocales)
        var problems: [HexaplaError] = []
        var earlier: [LocaleStatus]?
        if let path = arguments.text("--since") {
            do throws(HexaplaError) { earlier = try EarlierStatus.read(path) } catch { problems.append(error) }
        }
        switch arguments.text("--format") {
        case "json": Terminal.output.write(StatusJSON.report(rows))
        case "markdown": Terminal.output.write(StatusTable.markdown(rows, since: earlier))
        default: Terminal.output.write(StatusTable.text(rows, since: earlier))
        }
        if let folder = arguments.text("--badges") {
            do throws(HexaplaError) { try write(badges: rows, to: folder, shared.data) } catch { problems.append(error) }
        }
        for problem in problems { Terminal.error.write("hexapla: \(problem)\n") }
        return problems.isEmpty ? 0 : 2
    }

    private static func write(badges rows: [LocaleStatus], to folder: String, _ data: DataFolders) throws(HexaplaError) {
        let names = try NativeNames.of(rows.map(\.locale), data: data)
        try OutputFile.makeFolder(folder)
        for row in rows {
            let badge = StatusBadge.svg(row, name: names[row.locale] ?? row.locale.description)
            try OutputFile.write(Array(badge.utf8), to: "\(folder)/\(row.locale).svg")
        }
    }
}
