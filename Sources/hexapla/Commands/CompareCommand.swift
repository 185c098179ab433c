import LocalizationModel
import Pipeline
import Reporting

enum CompareCommand: Command {
    static let specification = CommandSpecification(
        name: "compare", summary: "Report what is wrong with one translation of one page.", operands: ["SOURCE", "TARGET"],
        options: CommandSpecification.pair + [
            .text("--base", "OLD-SOURCE", "the source as it stood when the translation was made"),
            .choice("--format", ["text", "json"], "for people (default) or for scripts"), FailOn.option,
        ],
        examples: [
            ("hexapla compare en.md ja.md --source-locale en-US --target-locale ja-JP", "lists the findings with the sentences they are about"),
            (
                "hexapla compare new.md de.md --base old.md --source-locale en-US --target-locale de-DE --format json",
                "also tells what changed in the source since"
            ),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let analysed = try PairArguments.compare(arguments)
        if arguments.text("--format") == "json" {
            Terminal.output.write(FindingsJSON.report(analysed.findings, fingerprint: Fingerprint.of))
        } else {
            let report = TerminalReport(style: Terminal.output.style, width: Terminal.output.width)
            Terminal.output.write(report.text(analysed.findings) + report.summary(analysed.findings, pages: 1))
        }
        return FailOn.status(analysed.findings, arguments.text("--fail-on") ?? "error")
    }
}
