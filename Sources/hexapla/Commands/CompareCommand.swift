import LocalizationModel
import Pipeline
import Reporting

enum CompareCommand: Command {
    static let specification = CommandSpecification(
        name: "compare", summary: "Report what is wrong with one translation of one page.", operands: ["SOURCE", "TARGET"],
        options: CommandSpecification.pair + [
            .text("--base", "OLD-SOURCE", "the source as it stood when the translation was made"),
            .flag("--explain", "also show how the sentences were put together, and why"),
            .choice("--format", ["text", "json"], "for people (default) or for scripts"), FailOn.option,
        ],
        examples: [
            ("hexapla compare en.md ja.md --source-locale en-US --target-locale ja-JP", "lists the findings with the sentences they are about"),
            (
                "hexapla compare new.md de.md --base old.md --source-locale en-US --target-locale de-DE --format json",
                "also tells what changed in the source since"
            ),
            (
                "hexapla compare en.md de.md --explain --source-locale en-US --target-locale de-DE",
                "shows for each sentence why it has its partner, or why it is believed to be missing"
            ),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let comparison = try PairArguments.comparison(arguments)
        let base = arguments.text("--base")
        let analysed = try comparison.compare(source: arguments.operands[0], target: arguments.operands[1], base: base)
        let bitext = arguments.has("--explain") ? analysed.group.translations.first?.bitext : nil
        let alignment = bitext.map { ($0, comparison.explain(analysed)) }
        let counts = SeverityCounts(analysed.findings)
        if arguments.text("--format") == "json" {
            Terminal.output.write(FindingsJSON.report(analysed.findings, alignment: alignment, fingerprint: Fingerprint.of))
        } else {
            let (style, width) = (Terminal.output.style, Terminal.output.width)
            if let alignment {
                Terminal.output.write(AlignmentReport(style: style, width: width).text(alignment.0, alignment.1, isByOldSource: base != nil) + "\n")
            }
            let report = TerminalReport(style: style, width: width)
            Terminal.output.write(report.text(analysed.findings) + report.summary(counts, pages: 1))
        }
        return FailOn.status(counts, arguments.text("--fail-on") ?? "error")
    }
}
