import LocalizationModel

/// A number that differs between source and translation.
public enum NumberMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "number-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "numbers",
        summary: "A number of the source is missing or changed in the translation.",
        explanation: """
            Numbers are compared by value, each read in its own locale's format: 2,000 = 2.000 = 2 000 = ２，０００ = 二千, 60K = 6 万, \
            `one` = 1. A number that is part of a name (MSBuild 15.0) counts only where another one stands in its place; identifiers \
            (70-346) belong to `code-mismatch`.
            """,
        examples: [
            .bad(("en-US", "Partners need 2,000 users."), ("de-DE", "Partner benötigen 3.000 Benutzer.")),
            .bad(("en-US", "It takes 14 days."), ("zh-CN", "这需要 15 天。")),
            .bad(("en-US", "It works with MSBuild 15.0."), ("ja-JP", "MSBuild 85.0 で動作します。")),
            .good(("en-US", "It works with .NET Core 1.0 and later."), ("de-DE", "Funktioniert ab .NET Core 1,0.")),
            .good(("en-US", "Partners need 2,000 users."), ("de-DE", "Partner benötigen 2.000 Benutzer.")),
            .good(("en-US", "Partners need 2,000 users."), ("ru-RU", "Партнёрам нужно 2\u{A0}000 пользователей.")),
            .good(("en-US", "Two people pass 1 exam."), ("ja-JP", "2 人が 1 つの試験に合格します。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs.compactMap { item in
            let difference = NumberDifference(item.source, item.target)
            guard !difference.isEmpty else { return nil }
            let (missing, extra) = (difference.missing.map(\.text), difference.extra.map(\.text))
            let severity: Severity = missing.isEmpty || extra.isEmpty ? .warning : .error
            return pair.finding(
                Self.self, message(missing, extra), severity: severity, source: item.source, target: item.target,
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: ", "), found: extra.isEmpty ? nil : extra.joined(separator: ", ")))
        }
    }

    private static func message(_ missing: [String], _ extra: [String]) -> String {
        if missing.isEmpty { return "Number \(Quoted.list(extra)) is not in the source" }
        if extra.isEmpty { return "Number \(Quoted.list(missing)) is missing" }
        return "Number \(Quoted.list(missing)) of the source is \(Quoted.list(extra)) here"
    }
}

/// The numbers that only one side states.
struct NumberDifference {
    private(set) var missing: [SegmentFacts.Number] = []
    private(set) var extra: [SegmentFacts.Number] = []

    var isEmpty: Bool { missing.isEmpty && extra.isEmpty }

    init(_ source: [Segment], _ target: [Segment]) {
        let sourceNumbers = source.flatMap(\.facts.numbers)
        var targetNumbers = target.flatMap(\.facts.numbers)
        var unmatched: [SegmentFacts.Number] = []
        // Digits first: a spelled-out number must not take the partner of a figure.
        for number in sourceNumbers where number.strength == .digits {
            if let match = Self.partner(number, in: targetNumbers) { targetNumbers.remove(at: match) } else { unmatched.append(number) }
        }
        let spelled = sourceNumbers.filter { $0.strength != .digits }
        for number in spelled {
            if let match = Self.partner(number, in: targetNumbers) { targetNumbers.remove(at: match) }
        }
        let sourceText = Self.digits(source)
        let targetText = Self.digits(target)
        missing = unmatched.filter { !targetText.contains(Self.digits($0.text)) || $0.text.utf8.count < 3 }
            .filter { number in !source.contains { $0.facts.codes.contains { $0.contains(number.text) } } }
        extra = targetNumbers.filter { number in
            number.strength == .digits && (!sourceText.contains(Self.digits(number.text)) || number.text.utf8.count < 3)
                && !spelled.contains { $0.value == number.value }
        }
        if isEmpty { (missing, extra) = Self.exchanged(source, target) }
    }

    /// Numbers that belong to a name (`MSBuild 15.0`): only where another number stands in the place of each.
    private static func exchanged(_ source: [Segment], _ target: [Segment]) -> (missing: [SegmentFacts.Number], extra: [SegmentFacts.Number]) {
        func only(_ segments: [Segment], not others: [Segment]) -> [SegmentFacts.Number] {
            let (numbers, runs) = (others.flatMap(\.facts.numbers), " " + runs(digits(others)) + " ")
            return segments.flatMap(\.facts.numbers).filter { number in
                guard let first = number.text.unicodeScalars.first, (0x30...0x39).contains(first.value) else { return false }
                return partner(number, in: numbers) == nil && !runs.contains(" " + Self.runs(number.text) + " ")
            }
        }
        let (missing, extra) = (only(source, not: target), only(target, not: source))
        return missing.count == extra.count ? (missing, extra) : ([], [])
    }

    /// The runs of digits of a text, one space between them.
    private static func runs(_ text: String) -> String { text.split { !("0"..."9").contains($0) }.joined(separator: " ") }

    private static func partner(_ number: SegmentFacts.Number, in others: [SegmentFacts.Number]) -> Int? {
        others.indices.filter { others[$0].value == number.value || digits(others[$0].text) == digits(number.text) && !digits(number.text).isEmpty }
            .max { others[$0].strength < others[$1].strength }
    }

    private static func digits(_ text: String) -> String { String(text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }) }

    /// All runs of digits of a text, each set off: what stands in codes, names and addresses too.
    private static func digits(_ segments: [Segment]) -> String {
        segments.map { String($0.facts.plain.unicodeScalars.map { (0x30...0x39).contains($0.value) ? Character($0) : " " }) }.joined(separator: " ")
    }
}
