/// What a command takes; parsing and help come from it.
struct CommandSpecification {
    let name: String
    /// One line.
    let summary: String
    /// Names of what follows the options, as in `SOURCE`; one in square brackets may be left out or repeated.
    let operands: [String]
    let options: [Option]
    var takesAny: Bool { operands.first?.hasPrefix("[") ?? false }
    /// Command lines with what they do.
    let examples: [(command: String, meaning: String)]

    struct Option {
        /// With the two hyphens.
        let name: String
        /// What the value is called in the help; nil for a switch.
        let value: String?
        /// The values it may have; nil for any.
        let choices: [String]?
        let help: String

        static func flag(_ name: String, _ help: String) -> Option { Option(name: name, value: nil, choices: nil, help: help) }
        static func text(_ name: String, _ value: String, _ help: String) -> Option { Option(name: name, value: value, choices: nil, help: help) }
        static func choice(_ name: String, _ choices: [String], _ help: String) -> Option {
            Option(name: name, value: choices.joined(separator: "|"), choices: choices, help: help)
        }
    }

    /// The options of every command that works on a project.
    static let project: [Option] = [
        .text("--project", "FILE", "configuration file (default hexapla.yml)"),
        .text("--content", "DIR", "content folder with a folder per locale; without it, what the configuration says"),
        .text("--data", "DIR", "folder that holds 'locales' and 'templates' (default: beside the project, else Hexapla's own)"),
        .text("--jobs", "N", "threads to use (default: one per processor)"),
    ]

    /// The options of the commands that remember what they found.
    static let cache: [Option] = [
        .text("--cache", "DIR", "where to keep what is known of pages that do not change (default: the user's cache folder)"),
        .flag("--no-cache", "read and judge everything, and remember nothing"),
        .flag("--no-history", "do not ask the repository which source a translation was made from"),
        .flag("--timings", "print the processor time of each stage"),
    ]

    /// The options of the commands that compare two files.
    static let pair: [Option] = [
        .text("--source-locale", "TAG", "locale of SOURCE, as in en-US"),
        .text("--target-locale", "TAG", "locale of TARGET, as in de-DE"),
        .text("--data", "DIR", "folder that holds 'locales' (default: Hexapla's own)"),
        .text("--leverage", "DIR", "folder that 'hexapla learn' wrote"),
    ]
}
