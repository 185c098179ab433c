import LocalizationModel

/// A product name that is glued together, repeated or changed.
public enum EntityMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "entity-mismatch", severity: .warning, sign: .disagreeing, scope: .unit, issueType: "terminology",
        summary: "A product name is glued together, repeated or has another number than in the source.",
        explanation: """
            Names that end in a number (Office 365, Windows 10) are the same in all languages. Reported are forms without the space \
            (`Office365`), another number behind the same name, and a name that stands at least twice more often than in the source. A form without its space is a note: compounds are \
            often written so.
            """,
        examples: [
            .bad(("en-US", "Sign in as Office 365 administrator."), ("de-DE", "Melden Sie sich als Office365-Administrator an.")),
            .bad(("en-US", "You need Windows 10 for this."), ("ja-JP", "これには Windows 11 が必要です。")),
            .good(("en-US", "Sign in to Office 365."), ("zh-TW", "登入 Office 365。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs.flatMap { item -> [Finding] in
            let names = Set(item.sources.all { $0.names }.flatMap(NumberedName.all(in:)))
            guard !names.isEmpty else { return [] }
            let (original, text) = (item.sources.plain, item.targets.plain)
            // No sentence has more; a page that is one line may.
            return names.sorted { $0.text < $1.text }.prefix(64).compactMap { name in
                guard let fault = fault(name, original, text) else { return nil }
                return pair.finding(
                    Self.self, fault.message, severity: fault.severity, source: item.source, sourceMarks: [.text(name.text)], target: item.target,
                    targetMarks: Array(repeating: .text(fault.mark), count: fault.count), evidence: fault.evidence)
            }
        }
    }

    private struct Fault {
        let message: String
        let severity: Severity
        let evidence: Finding.Evidence
        /// What stands in the translation, so many times.
        let mark: String
        var count = 1
    }

    private static func fault(_ name: NumberedName, _ original: String, _ text: String) -> Fault? {
        let glued = name.glued
        let found = text.occurrences(of: name.text)
        let expected = original.occurrences(of: name.text)
        if text.occurrences(of: glued) > 0, original.occurrences(of: glued) == 0 {
            return Fault(
                message: "'\(name.text)' is glued together: '\(glued)'", severity: .note, evidence: .init(expected: name.text, found: glued), mark: glued)
        }
        if found >= expected + 2 {
            return Fault(
                message: "'\(name.text)' stands \(found) times, \(expected) in the source", severity: .warning,
                evidence: .init(expected: "\(expected) × \(name.text)", found: "\(found) × \(name.text)"), mark: name.text, count: found)
        }
        if found == 0, let other = name.otherNumber(in: text), original.occurrences(of: other) == 0 {
            return Fault(message: "'\(name.text)' is '\(other)' here", severity: .error, evidence: .init(expected: name.text, found: other), mark: other)
        }
        return nil
    }
}

/// A name with a number behind it, as in `Office 365`.
private struct NumberedName: Hashable {
    /// The last word before the number and the number.
    let text: String
    private let word: String

    /// Without the space.
    var glued: String { text.replacing(" ", with: "") }

    /// Every word with a number behind it in a longer name: `Office 365` of `Office 365 Delegated Administrator`.
    static func all(in name: String) -> [NumberedName] {
        // No number, or no word before it.
        guard name.utf8.contains(0x20), name.utf8.contains(where: { $0.isASCIIDigit || $0 >= 0x80 }) else { return [] }
        let parts = name.split(separator: " ")
        return zip(parts, parts.dropFirst()).compactMap { word, number in
            number.allSatisfy(\.isNumber) && !word.allSatisfy(\.isNumber) ? NumberedName(text: "\(word) \(number)", word: String(word)) : nil
        }
    }

    /// The same word with another number: an edition that the source does not speak of.
    func otherNumber(in other: String) -> String? {
        guard other.occurrences(of: word + " ") > 0 else { return nil }
        for range in other.ranges(of: word + " ") {
            let number = other[range.upperBound...].prefix { $0.isNumber }
            if !number.isEmpty { return word + " " + number }
        }
        return nil
    }
}
