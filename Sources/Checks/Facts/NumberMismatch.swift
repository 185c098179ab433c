import LocalizationModel

/// A number that differs between source and translation.
public enum NumberMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "number-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "numbers",
        summary: "A number of the source is missing or changed in the translation.",
        explanation: """
            Numbers are compared by value, each read in its own locale's format: 2,000 = 2.000 = 2 000 = ２，０００ = 二千, 60K = 6 万, \
            `one` = 1. A number that is part of a name (MSBuild 15.0) counts only where another one stands in its place; identifiers \
            (70-346) belong to `code-mismatch`. A 1 before a counter (1 か月) or in a compound (1-dimensional) is a note: languages count one thing in many ways; \
            so are 24 hours and 365 days that are missing.
            """,
        examples: [
            .bad(("en-US", "Partners need 2,000 users."), ("de-DE", "Partner benötigen 3.000 Benutzer.")),
            .bad(("en-US", "It takes 14 days."), ("zh-CN", "这需要 15 天。")),
            .bad(("en-US", "It works with MSBuild 15.0."), ("ja-JP", "MSBuild 85.0 で動作します。")),
            .good(("en-US", "It works with .NET Core 1.0 and later."), ("de-DE", "Funktioniert ab .NET Core 1,0.")),
            .good(("en-US", "Partners need 2,000 users."), ("de-DE", "Partner benötigen 2.000 Benutzer.")),
            .good(("en-US", "Partners need 2,000 users."), ("ru-RU", "Партнёрам нужно 2\u{A0}000 пользователей.")),
            .good(("en-US", "The cloud of 21Vianet is another one."), ("zh-CN", "世纪互联的云不同。")),
            .good(("en-US", "Two people pass 1 exam."), ("ja-JP", "2 人が 1 つの試験に合格します。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs(with: .numbers).compactMap { item in
            let difference = NumberDifference(pair.sources(item), pair.targets(item))
            guard !difference.isEmpty else { return nil }
            let (missing, extra) = (difference.missing.map(\.text), difference.extra.map(\.text))
            let severity: Severity =
                difference.isOnlyOne(pair.sources(item), pair.targets(item)) || difference.isOnlyCalendar
                ? .note : missing.isEmpty || extra.isEmpty ? .warning : .error
            return pair.finding(
                Self.self, message(missing, extra), severity: severity, source: pair.source(item), sourceMarks: missing.map { .text($0) },
                target: pair.target(item), targetMarks: extra.map { .text($0) },
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: ", "), found: extra.isEmpty ? nil : extra.joined(separator: ", ")))
        }
    }

    private static func message(_ missing: [String], _ extra: [String]) -> String {
        if missing.isEmpty { return "Number \(Quoted.list(extra)) is not in the source" }
        if extra.isEmpty { return "Number \(Quoted.list(missing)) is missing" }
        return "Number \(Quoted.list(missing)) of the source is \(Quoted.list(extra)) here"
    }
}
