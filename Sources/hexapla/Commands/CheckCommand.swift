import LocalizationModel
import Pipeline
import Reporting

enum CheckCommand: Command {
    static let specification = CommandSpecification(
        name: "check", summary: "Report where the translations left their source.", operands: [],
        options: CommandSpecification.project + CommandSpecification.cache + [
            .choice("--format", ReportFormat.names, "what is printed: text for people (default), the others for programs"),
            .text("--report", "FORMAT=FILE", "write this format to a file as well; may be given several times"),
            .text("--baseline", "FILE", "fail only on findings that are not in this file (default: the configuration's)"),
            .flag("--update-baseline", "take what was fixed out of the baseline; make it, with all findings, where there is none"),
            .flag("--accept-new", "with --update-baseline: take new findings into it as well"),
            .text("--changed-since", "REV", "only pages that changed since a revision, and those whose source did"), FailOn.option,
        ],
        examples: [
            ("hexapla check", "lists the findings of the project in this folder"),
            ("hexapla check --content docs --fail-on warning", "fails on warnings too, without a configuration file"),
            ("hexapla check --format json > findings.json", "the same findings for scripts"),
            ("hexapla check --baseline known.tsv --update-baseline", "remembers what is known today; later runs fail only on what is new"),
            ("hexapla check --format github", "annotations in the pull request and the page of the job, in GitHub Actions"),
            ("hexapla check --changed-since origin/main", "what a pull request touches"),
            ("hexapla check --report sarif=out.sarif --report junit=out.xml", "two files from one run, and the findings on the terminal"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let format = arguments.text("--format").flatMap(ReportFormat.init(named:)) ?? .text
        let files = try arguments.texts("--report").map { (text) throws(HexaplaError) in try ReportFile(text) }
        let review = try review(arguments, shared)
        let report = review.report
        Terminal.output.write(format.document(report, style: Terminal.output.style, width: Terminal.output.columns))
        var problems = report.problems
        if format == .github {
            do throws(HexaplaError) { try summarize(report, Terminal.environment("GITHUB_STEP_SUMMARY")) } catch { problems.append(error) }
        }
        for file in files {
            do throws(HexaplaError) { try file.write(report) } catch { problems.append(error) }
        }
        var hasAccepted = false
        if arguments.has("--update-baseline") {
            do throws(HexaplaError) { hasAccepted = try update(review, arguments, problems) } catch { problems.append(error) }
        }
        for notice in report.notices { Terminal.error.write("hexapla: note: \(notice)\n") }
        for problem in problems { Terminal.error.write("hexapla: \(problem)\n") }
        return problems.isEmpty ? report.fails && !hasAccepted ? 1 : 0 : 2
    }

    /// Adds the page of the job to what its step has said so far.
    private static func summarize(_ report: CheckReport, _ path: String?) throws(HexaplaError) {
        guard let path, !path.isEmpty else { return }
        try OutputFile.append(to: path, most: JobSummary.mostBytes) { Array(JobSummary.text(report, room: $0).utf8) }
    }

    private static func review(_ arguments: Arguments, _ shared: ProjectArguments) throws(HexaplaError) -> ProjectReview {
        var options = ProjectReview.Options()
        options.baseline = arguments.text("--baseline")
        options.updatesBaseline = arguments.has("--update-baseline")
        options.changedSince = arguments.text("--changed-since")
        options.content = arguments.text("--content")
        options.failOn = arguments.text("--fail-on").flatMap(FailThreshold.init)
        guard !options.updatesBaseline || options.baseline ?? shared.project.review.baseline != nil else {
            throw HexaplaError("'--update-baseline' needs to know the file", remedy: "Name it with --baseline FILE, or in the configuration")
        }
        guard options.updatesBaseline || !arguments.has("--accept-new") else {
            throw HexaplaError("'--accept-new' is for '--update-baseline'", remedy: "Give both")
        }
        let progress = ProgressBar("checking")
        let check = ProjectCheck(project: shared.project, data: shared.data, cache: shared.cache, clock: shared.clock)
        let review = try ProjectReview(
            check, of: shared.project, options: options, jobs: shared.jobs, progress: progress.progress, version: Program.version)
        progress.finish(shared.clock)
        return review
    }

    /// True where no finding is left that the baseline does not hold.
    private static func update(_ review: ProjectReview, _ arguments: Arguments, _ problems: [HexaplaError]) throws(HexaplaError) -> Bool {
        guard let path = review.baselinePath else { return false }
        guard problems.isEmpty else {
            throw HexaplaError("the baseline '\(path)' was left as it is, because of the problem above", remedy: "Mend that and run again")
        }
        let update = review.updatedBaseline(acceptingNew: arguments.has("--accept-new"))
        try BaselineFile.write(update.baseline, to: path)
        var message = "baseline → \(path): \(update.added) added, \(update.removed) fixed and taken out"
        if update.refused > 0 { message += "; \(update.refused) new left out (--accept-new takes them in)" }
        Terminal.error.write(message + "\n")
        return update.refused == 0
    }
}

/// A file that a report is written to, in its format: `sarif=hexapla.sarif`.
private struct ReportFile {
    let format: ReportFormat
    let path: String

    init(_ text: String) throws(HexaplaError) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = ReportFormat(named: parts[0]) else {
            let near = Suggestion.nearest(to: parts.first ?? "", among: ReportFormat.names)
            throw HexaplaError(
                "'--report' cannot be '\(text)'",
                remedy: near.map { "Did you mean '\($0)=\(parts.count == 2 ? parts[1] : "FILE")'?" }
                    ?? "Write FORMAT=FILE with one of \(ReportFormat.names.joined(separator: ", "))")
        }
        self.format = format
        path = parts[1]
    }

    /// A file has no colours and no width.
    func write(_ report: CheckReport) throws(HexaplaError) {
        try OutputFile.write(format.document(report, style: TerminalStyle(isColoured: false), width: nil), to: path)
    }
}
