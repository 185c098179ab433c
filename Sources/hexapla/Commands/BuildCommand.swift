import LocalizationModel
import Pipeline
import Reporting

enum BuildCommand: Command {
    static let specification = CommandSpecification(
        name: "build", summary: "Render the localized site, the model and the drift report.", operands: [],
        options: CommandSpecification.project + CommandSpecification.cache + [
            .text("--output", "DIR", "where the site goes (default _site)"), FailOn.option,
        ],
        examples: [
            ("hexapla build", "builds the project in this folder into _site"),
            ("hexapla build --content docs --output public", "without a configuration file"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let progress = ProgressBar("building")
        let site = SiteBuilder(project: shared.project, data: shared.data, cache: shared.cache, version: Program.version, clock: shared.clock)
        let result = try site.build(jobs: shared.jobs, progress: progress.progress)
        progress.finish(shared.clock)
        let report = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
        let out = shared.project.output
        let counts = SeverityCounts(result.groups)
        Terminal.output.write(
            "\(result.pages) pages in \(result.locales.count) locales → \(out)/index.html\n"
                + "drift report → \(out)/report/index.html\nmodel → \(out)/model/index.json\n" + report.summary(counts, pages: result.pages))
        for problem in result.problems { Terminal.error.write("hexapla: \(problem)\n") }
        guard result.problems.isEmpty else { return 2 }
        return FailOn.status(counts, arguments.text("--fail-on") ?? "never")
    }
}
