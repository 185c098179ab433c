import LocalizationModel
import Pipeline
import Reporting

enum CheckCommand: Command {
    static let specification = CommandSpecification(
        name: "check", summary: "Report where the translations left their source.", operands: [],
        options: CommandSpecification.project + [.choice("--format", ["text", "json"], "for people (default) or for scripts"), FailOn.option],
        examples: [
            ("hexapla check", "lists the findings of the project in this folder"),
            ("hexapla check --content docs --fail-on warning", "fails on warnings too, without a configuration file"),
            ("hexapla check --format json > findings.json", "the same findings for scripts"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let analysis = try ProjectAnalysis(shared.project, data: shared.data)
        let progress = ProgressBar("checking", total: analysis.tree.groups.count)
        let perGroup = try analysis.map(jobs: shared.jobs, progress: progress.step) { (group) throws(HexaplaError) in
            (findings: group.findings, pages: group.group.translations.count)
        }
        progress.finish()
        let findings = perGroup.flatMap(\.findings)
        if arguments.text("--format") == "json" {
            Terminal.output.write(FindingsJSON.report(findings, fingerprint: Fingerprint.of))
        } else {
            let report = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
            let pages = perGroup.reduce(0) { $0 + $1.pages }
            Terminal.output.write(report.text(findings) + (findings.isEmpty ? "" : "\n") + report.summary(findings, pages: pages))
        }
        return FailOn.status(findings, arguments.text("--fail-on") ?? "error")
    }
}
