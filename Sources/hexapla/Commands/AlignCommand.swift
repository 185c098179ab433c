import LocalizationModel
import Pipeline
import Reporting

enum AlignCommand: Command {
    static let specification = CommandSpecification(
        name: "align", summary: "Align the segments of a translation with its source.", operands: ["SOURCE", "TARGET"],
        options: CommandSpecification.pair + [.choice("--format", ["jsonl"], "one JSON object a unit (default)")],
        examples: [
            (
                "hexapla align en.md de.md --source-locale en-US --target-locale de-DE",
                "prints each pair of sentences with its lines and its state"
            )
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let bitext = try PairArguments.comparison(arguments).align(source: arguments.operands[0], target: arguments.operands[1])
        if let bitext { Terminal.output.write(AlignmentJSON.lines(bitext)) }
        return 0
    }
}

/// The operands and options of the commands that compare two files.
enum PairArguments {
    static func compare(_ arguments: Arguments) throws(HexaplaError) -> AnalysedGroup {
        let comparison = try comparison(arguments)
        return try comparison.compare(source: arguments.operands[0], target: arguments.operands[1], base: arguments.text("--base"))
    }

    static func comparison(_ arguments: Arguments) throws(HexaplaError) -> PairComparison {
        let (source, target) = (try arguments.locale("--source-locale"), try arguments.locale("--target-locale"))
        guard source != target else { throw HexaplaError("both locales are \(source)", remedy: "Name the locale of each file") }
        let data = try DataFolders(project: "", explicit: arguments.text("--data"))
        return try PairComparison(source: source, target: target, data: data, learnt: arguments.text("--leverage"))
    }
}
