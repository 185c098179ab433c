import LocalizationModel
import Pipeline
import Reporting

enum DiffCommand: Command {
    static let specification = CommandSpecification(
        name: "diff", summary: "Show which facts differ between two revisions or folders.", operands: ["[A]", "[B]"],
        options: CommandSpecification.project + [
            .text("--path", "PAGE", "only this page, or the pages of this folder, counted from below the locale's folder"),
            .choice("--format", ["text", "json", "markdown"], "for people (default), for scripts, or a table for a pull request"),
            .flag("--exit-code", "exit with 1 where anything differs"), .flag("--schema", "print the JSON Schema of the difference instead"),
        ],
        examples: [
            ("hexapla diff v1.0 v1.1", "what changed between two tags, and which languages have followed; 'v1.0..v1.1' is the same"),
            ("hexapla diff main", "what the working tree changes; without A, since the last commit"),
            ("hexapla diff old/content content", "two folders: a project, or one whose folders are locales; needs no git"),
            ("hexapla diff rev:content", "a branch that is called like a folder: a folder comes first"),
            ("hexapla diff origin/main HEAD --format markdown", "a comment for a pull request"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        if arguments.has("--schema") {
            Terminal.output.write(DifferenceSchema.text)
            return 0
        }
        let shared = try ProjectArguments(arguments)
        let states = try ComparedStates(arguments.operands, project: shared.project, content: arguments.text("--content"))
        let comparison = try ProjectComparison(states, data: shared.data, path: arguments.text("--path"))
        let progress = ProgressBar("comparing")
        progress.start(comparison.pageCount)
        let difference = try comparison.difference(jobs: shared.jobs, progress: progress.step)
        progress.finish()
        switch arguments.text("--format") {
        case "json": Terminal.output.write(DifferenceJSON.document(difference, version: Program.version))
        case "markdown": Terminal.output.write(DifferenceMarkdown.text(difference))
        default: Terminal.output.write(DifferenceReport(style: Terminal.output.style, width: Terminal.output.width).text(difference))
        }
        return arguments.has("--exit-code") && !difference.isEmpty ? 1 : 0
    }
}
