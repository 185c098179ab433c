import LocalizationModel
import Pipeline
import Reporting

enum ExplainCommand: Command {
    static let specification = CommandSpecification(
        name: "explain", summary: "Explain a rule, or list them all with 'all'.", operands: ["RULE"],
        options: [.flag("--markdown", "as docs/rules.md is written")],
        examples: [
            ("hexapla explain number-mismatch", "what the rule reports, with examples"), ("hexapla explain all --markdown", "the page docs/rules.md"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        let rules = try Rules.named(arguments.operands[0])
        Terminal.output.write(arguments.has("--markdown") ? RuleDocumentation.markdown(rules) : RuleDocumentation.text(rules))
        return 0
    }
}
