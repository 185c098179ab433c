import LocalizationModel
import Pipeline
import Reporting

enum RecoverCommand: Command {
    static let specification = CommandSpecification(
        name: "recover", summary: "Rebuild the source of a page from its translations alone.", operands: ["PAGE"],
        options: CommandSpecification.project + [
            .text("--commit", "PREFIX", "print what is known of this source commit (default: the newest)"),
            .choice("--format", ["markdown", "json"], "the page, with a summary on standard error (default), or all sources with the origin of each segment"),
        ],
        examples: [
            (
                "hexapla recover guides/start.md > page.md",
                "the source page; PAGE is the path below a locale's folder, or one of its files. A source file is not looked into"
            ),
            ("hexapla recover guides/start.md --commit 8b55c0a", "an older source, which other translations follow"),
            ("hexapla recover guides/start.md --format json", "for each source commit: coverage, segments with their origins, the Markdown"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let shared = try ProjectArguments(arguments)
        let recovery = try PageRecovery(shared.project, data: shared.data, page: arguments.operands[0])
        var shown = recovery.newest
        if let commit = arguments.text("--commit") { shown = try recovery.page(ofCommit: commit) }
        guard let shown else { return 0 }
        if arguments.text("--format") == "json" {
            let pages = arguments.has("--commit") ? [shown] : recovery.pages
            Terminal.output.write(RecoveryJSON.document(pages, path: recovery.path, sourceFile: recovery.sourceFile))
        } else {
            Terminal.output.write(shown.markdown)
            Terminal.error.write(RecoverySummary.text(shown, of: recovery.pages, path: recovery.path, sourceFile: recovery.sourceFile))
        }
        return 0
    }
}
