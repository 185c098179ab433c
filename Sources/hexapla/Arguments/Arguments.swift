import LocalizationModel

/// The arguments of a command, parsed: `--name value`, `--name=value`, switches, operands, `--`.
struct Arguments {
    private var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    init(_ arguments: [String], for specification: CommandSpecification) throws(HexaplaError) {
        var index = 0
        var onlyOperands = false
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if onlyOperands || !argument.hasPrefix("-") || argument == "-" {
                operands.append(argument)
            } else if argument == "--" {
                onlyOperands = true
            } else {
                try take(argument, arguments, &index, specification)
            }
        }
        guard specification.takesAny || operands.count == specification.operands.count else {
            let wanted = specification.operands.isEmpty ? "no operand" : specification.operands.joined(separator: " ")
            throw HexaplaError("'\(specification.name)' takes \(wanted), not \(operands.count) operands", remedy: "See 'hexapla \(specification.name) --help'")
        }
    }

    private mutating func take(_ argument: String, _ all: [String], _ index: inout Int, _ specification: CommandSpecification) throws(HexaplaError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = specification.options.first(where: { $0.name == name }) else {
            let near = Suggestion.nearest(to: name, among: specification.options.map { $0.name })
            throw HexaplaError(
                "unknown option '\(name)' for '\(specification.name)'",
                remedy: near.map { "Did you mean '\($0)'?" } ?? "See 'hexapla \(specification.name) --help'")
        }
        guard let valueName = option.value else {
            guard parts.count == 1 else { throw HexaplaError("'\(name)' takes no value", remedy: "Write it alone") }
            values[name] = [""]
            return
        }
        let value: String
        if parts.count == 2 {
            value = String(parts[1])
        } else {
            guard index < all.count else { throw HexaplaError("'\(name)' needs a value: \(valueName)", remedy: "See 'hexapla \(specification.name) --help'") }
            value = all[index]
            index += 1
        }
        if let choices = option.choices, !choices.contains(value) {
            throw HexaplaError("'\(name)' cannot be '\(value)'", remedy: "Choose one of \(choices.joined(separator: ", "))")
        }
        values[name, default: []].append(value)
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last one given.
    func text(_ name: String) -> String? { values[name]?.last }

    /// Of an option that may be given several times.
    func texts(_ name: String) -> [String] { values[name] ?? [] }

    func required(_ name: String) throws(HexaplaError) -> String {
        guard let value = text(name) else { throw HexaplaError("'\(name)' is missing", remedy: "Give it a value") }
        return value
    }

    func locale(_ name: String) throws(HexaplaError) -> LocaleTag {
        let text = try required(name)
        guard let tag = LocaleTag(text) else { throw HexaplaError("'\(name)': '\(text)' is no locale", remedy: "Write a BCP 47 tag, as in 'de-DE'") }
        return tag
    }

    /// A whole number of at least 1.
    func count(_ name: String) throws(HexaplaError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), number >= 1, number <= 1_024 else {
            throw HexaplaError("'\(name)' cannot be '\(text)'", remedy: "Write a whole number from 1 to 1024")
        }
        return number
    }
}
