import LocalizationModel
import Pipeline

enum LearnCommand: Command {
    static let specification = CommandSpecification(
        name: "learn", summary: "Learn how words and sentences are translated, from the site's own pages or from files.", operands: ["[BITEXT…]"],
        options: CommandSpecification.project + [.text("--output", "PATH", "folder to write (default: leverage/ beside the configuration); a file for BITEXT")],
        examples: [
            ("hexapla learn", "writes a lexicon and a translation memory for each locale; 'check' and 'build' use them"),
            (
                "hexapla learn pages.tsv messages.tsv --output locales/lexicons/en-US.de-DE.tsv",
                "learns a lexicon from files of pairs, divided by a tab; the first tells which words stay as they are"
            ),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        guard arguments.operands.isEmpty else {
            guard let output = arguments.text("--output") else { throw HexaplaError("no file to write", remedy: "Name it with --output") }
            Terminal.output.write("\(try Learning.learn(bitexts: arguments.operands, output: output)) words\n")
            return 0
        }
        let shared = try ProjectArguments(arguments)
        let analysis = try ProjectAnalysis(shared.project, data: shared.data)
        let progress = ProgressBar("learning")
        progress.start(analysis.tree.groups.count)
        let folder = arguments.text("--output") ?? shared.project.leverage
        let learnt = try Learning.learn(analysis, folder: folder, jobs: shared.jobs, progress: progress.step)
        progress.finish()
        for locale in learnt { Terminal.output.write("\(locale.locale)  \(locale.words) words, \(locale.sentences) sentences\n") }
        return 0
    }
}
