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
        let result = try check.run(jobs: shared.jobs, withFindings: true, progress: progress.progress)
        progress.finish(shared.clock)
        let findings = result.findings
        let counts = SeverityCounts(result.groups)
        if arguments.text("--format") == "json" {
            Terminal.output.write(FindingsJSON.report(findings, fingerprint: Fingerprint.of))
        } else {
            let report = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
            let pages = result.groups.reduce(0) { $0 + $1.pages }
            Terminal.output.write(report.text(findings) + (findings.isEmpty ? "" : "\n") + report.summary(counts, pages: pages))
        }
        return FailOn.status(counts, arguments.text("--fail-on") ?? "error")
    }
}
