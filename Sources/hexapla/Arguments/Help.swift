/// The texts of `--help`.
enum Help {
    static func overview(_ commands: [CommandSpecification]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { "  \($0.name.padded(width))  \($0.summary)" }
        return """
            Hexapla reads documentation in several languages, reports where translations left their source,
            and renders the localized site.

            usage: hexapla COMMAND [options]

            \(lines.joined(separator: "\n"))

            'hexapla COMMAND --help' tells more; --version prints the version.
            Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run.

            """
    }

    static func text(_ command: CommandSpecification) -> String {
        var text = "\(command.summary)\n\nusage: hexapla \(command.name)"
        for operand in command.operands { text += " \(operand)" }
        text += command.options.isEmpty ? "\n" : " [options]\n\noptions:\n"
        let heads = command.options.map { option in option.value.map { "\(option.name) \($0)" } ?? option.name }
        let width = min(28, heads.map { $0.count }.max() ?? 0)
        for (head, option) in zip(heads, command.options) {
            text += head.count > width ? "  \(head)\n  \("".padded(width))  \(option.help)\n" : "  \(head.padded(width))  \(option.help)\n"
        }
        text += "\nexamples:\n"
        for example in command.examples { text += "  \(example.command)\n      \(example.meaning)\n" }
        return text
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
