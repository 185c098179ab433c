import LocalizationModel

/// Finds the command, runs it, and turns what happened into an exit status: 0 clean, 1 findings, 2 could not run.
enum Program {
    static let version = "0.1.0"

    static let commands: [any Command.Type] = [
        InitCommand.self, BuildCommand.self, VerifyCommand.self, CheckCommand.self, StatusCommand.self, ModelCommand.self, AlignCommand.self,
        CompareCommand.self, DiffCommand.self,
        LearnCommand.self, RecoverCommand.self, ExplainCommand.self, SchemaCommand.self,
    ]

    static func run(_ arguments: [String]) -> Int32 {
        do {
            return try dispatch(arguments)
        } catch {
            Terminal.error.write("hexapla: \(error)\n")
            return 2
        }
    }

    private static func dispatch(_ arguments: [String]) throws(HexaplaError) -> Int32 {
        guard let name = arguments.first, name != "--help", name != "-h", name != "help" else {
            let topic = arguments.dropFirst().first
            if let command = commands.first(where: { $0.specification.name == topic }) {
                Terminal.output.write(Help.text(command.specification))
            } else {
                Terminal.output.write(Help.overview(commands.map { $0.specification }))
            }
            return arguments.isEmpty ? 2 : 0
        }
        if name == "--version" {
            Terminal.output.write("hexapla \(version)\n")
            return 0
        }
        guard let command = commands.first(where: { $0.specification.name == name }) else {
            let near = Suggestion.nearest(to: name, among: commands.map { $0.specification.name })
            throw HexaplaError("unknown command '\(name)'", remedy: near.map { "Did you mean '\($0)'?" } ?? "See 'hexapla --help'")
        }
        let rest = Array(arguments.dropFirst())
        if rest.contains("--help") || rest.contains("-h") {
            Terminal.output.write(Help.text(command.specification))
            return 0
        }
        return try command.run(try Arguments(rest, for: command.specification))
    }
}

/// One command of the program.
protocol Command: Sendable {
    static var specification: CommandSpecification { get }
    /// Returns the exit status.
    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32
}
