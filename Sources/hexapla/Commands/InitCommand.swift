import LocalizationModel
import Pipeline
import Reporting

enum InitCommand: Command {
    static let specification = CommandSpecification(
        name: "init", summary: "Write a configuration and a baseline for the repository in this folder.", operands: [],
        options: [
            .text("--content", "DIR", "folder with a folder per locale (default: looked for)"),
            .text("--source", "TAG", "locale that the others are translated from (default: English, else the one with most pages)"),
            .text("--data", "DIR", "folder that holds 'locales' and 'templates' (default: Hexapla's own)"),
            .text("--jobs", "N", "threads to use (default: one per processor)"),
        ],
        examples: [
            ("hexapla init", "looks for the content, says what is there, and takes today's findings as known"),
            ("hexapla init --content docs --source de-DE", "for content that is not written in English"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        guard !OutputFile.exists(Project.configurationName) else {
            throw HexaplaError("'\(Project.configurationName)' is here already", remedy: "Change it, or remove it first")
        }
        let data = try DataFolders(project: "", explicit: arguments.text("--data"))
        let found = try ProjectDetection(root: ".", content: arguments.text("--content"), data: data)
        let source = try arguments.has("--source") ? arguments.locale("--source") : found.source
        let configuration = found.configuration(source: source)
        var project = try Project(configuration: Project.configurationName, text: configuration)
        project.readsHistory = true
        let progress = ProgressBar("checking")
        var options = ProjectReview.Options()
        options.updatesBaseline = true
        let review = try ProjectReview(
            ProjectCheck(project: project, data: data, cache: nil), of: project, options: options, jobs: try ProjectArguments.jobs(arguments),
            progress: progress.progress, version: Program.version)
        progress.finish()
        // An old baseline is somebody's: what it does not hold is not taken in.
        let update = review.updatedBaseline(acceptingNew: false)
        guard review.report.problems.isEmpty else { throw review.report.problems[0] }
        try BaselineFile.write(update.baseline, to: ProjectDetection.baselineName)
        try OutputFile.write(Array(configuration.utf8), to: Project.configurationName)
        tell(found, source, review.report, update)
        return 0
    }

    private static func tell(_ found: ProjectDetection, _ source: LocaleTag, _ report: CheckReport, _ update: ProjectReview.Update) {
        let pages = found.locales.map { "\($0.tag) \($0.pages)\($0.tag == source ? " (source)" : "")" }.joined(separator: ", ")
        let terminal = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
        let known = update.baseline.all.reduce(0) { $0 + $1.count }
        Terminal.output.write(
            """
            content  \(found.content)
            pages    \(pages)

            \(StatusTable.overview(report.locales))
            \(terminal.rules(report))
            configuration → \(Project.configurationName)
            baseline → \(ProjectDetection.baselineName): \(known) findings are known from now on

            Next:
              hexapla check                               fails on findings that are new
              hexapla check --changed-since origin/main   only what a branch touches
              hexapla check --update-baseline             after something was mended
              hexapla build                               the site, with the report that shows every finding in place

            """)
    }
}
