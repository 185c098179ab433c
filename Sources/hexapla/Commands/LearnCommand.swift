import LocalizationModel
import Pipeline

enum LearnCommand: Command {
    static let specification = CommandSpecification(
        name: "learn", summary: "Learn a translation lexicon from aligned segments.", operands: ["BITEXT…"],
        options: CommandSpecification.pair + [.text("--output", "FILE", "lexicon to write")],
        examples: [
            (
                "hexapla learn pages.tsv messages.tsv --source-locale en-US --target-locale de-DE --output locales/lexicons/en-US.de-DE.tsv",
                "learns from files of pairs, source and translation divided by a tab; the first tells which words stay as they are"
            )
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        guard let output = arguments.text("--output") else { throw HexaplaError("no file to write", remedy: "Name it with --output") }
        let count = try LexiconLearning.learn(
            bitexts: arguments.operands, source: try arguments.locale("--source-locale"), target: try arguments.locale("--target-locale"), output: output)
        Terminal.output.write("\(count) words\n")
        return 0
    }
}
