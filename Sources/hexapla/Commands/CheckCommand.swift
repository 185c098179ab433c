import LocalizationModel
import Pipeline
import Reporting

enum CheckCommand: Command {
    static let specification = CommandSpecification(
        name: "check", summary: "Report where the translations left their source.", operands: [],
        options: CommandSpecification.project + CommandSpecification.cache + [
            .choice("--format", ["text", "json"], "for people (default) or for scripts"), FailOn.option,
        ],
        examples: [
            ("hexapla check", "lists the findings of the project in this folder"),
            ("hexapla check --content docs --fail-on warning", "fails on warnings too, without a configuration file"),
            ("hexapla check --format json > findings.json", "the same findings for scripts"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let progress = ProgressBar("checking")
        let check = ProjectCheck(project: shared.project, data: shared.data, cache: shared.cache, clock: shared.clock)
        let counts: SeverityCounts
        if arguments.text("--format") == "json" {
            let result = try check.findings(jobs: shared.jobs, progress: progress.progress) { FindingsJSON.elements($0, fingerprint: Fingerprint.of) }
            progress.finish(shared.clock)
            counts = SeverityCounts(result.groups)
            FindingsJSON.write(result.kept) { Terminal.output.write($0) }
        } else {
            let report = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
            let result = try check.findings(jobs: shared.jobs, progress: progress.progress) { Array(report.text($0).utf8) }
            progress.finish(shared.clock)
            counts = SeverityCounts(result.groups)
            // Each ends with a line's end; an empty line divides them.
            for text in result.kept where !text.isEmpty { Terminal.output.write(text + [0x0A]) }
            Terminal.output.write(report.summary(counts, pages: result.groups.reduce(0) { $0 + $1.pages }))
        }
        return FailOn.status(counts, arguments.text("--fail-on") ?? "error")
    }
}
