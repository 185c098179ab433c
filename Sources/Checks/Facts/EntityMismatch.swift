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
        pair.translatedPairs(with: .names).flatMap { item -> [Finding] in
            let names = Set(pair.sources(item).members.flatMap { pair.reading.numberedNames($0) })
            guard !names.isEmpty else { return [] }
            let (original, text) = (pair.sources(item).plain, pair.targets(item).plain)
            // No sentence has more; a page that is one line may.
            return names.sorted { $0.text < $1.text }.prefix(64).compactMap { name in
                guard let fault = fault(name, original, text), !isTerm(name, fault, pair) else { return nil }
                return pair.finding(
                    Self.self, fault.message, severity: fault.severity, source: pair.source(item), sourceMarks: [.text(name.text)], target: pair.target(item),
                    targetMarks: Array(repeating: .text(fault.mark), count: fault.count), evidence: fault.evidence)
            }
        }
    }

    /// A name of the glossary that is not kept: `translated-term` says it.
    private static func isTerm(_ name: NumberedName, _ fault: Fault, _ pair: PairContext) -> Bool {
        fault.isAbsent && pair.words.terms?.isNames(name.text) ?? false
    }

    private struct Fault {
        let message: String
        let severity: Severity
        let evidence: Finding.Evidence
        /// What stands in the translation, so many times.
        let mark: String
        var count = 1
        /// True where the name does not stand there at all.
        var isAbsent = false
    }

    private static func fault(_ name: NumberedName, _ original: String, _ text: String) -> Fault? {
        let glued = name.glued
        let found = TextSearch.count(of: name.text, in: text)
        let expected = TextSearch.count(of: name.text, in: original)
        if TextSearch.contains(text, glued), !TextSearch.contains(original, glued) {
            return Fault(
                message: "'\(name.text)' is glued together: '\(glued)'", severity: .note, evidence: .init(expected: name.text, found: glued), mark: glued,
                isAbsent: found == 0)
        }
        if found >= expected + 2 {
            return Fault(
                message: "'\(name.text)' stands \(found) times, \(expected) in the source", severity: .warning,
                evidence: .init(expected: "\(expected) × \(name.text)", found: "\(found) × \(name.text)"), mark: name.text, count: found)
        }
        if found == 0, let other = name.otherNumber(in: text), !TextSearch.contains(original, other) {
            return Fault(
                message: "'\(name.text)' is '\(other)' here", severity: .error, evidence: .init(expected: name.text, found: other), mark: other, isAbsent: true)
        }
        return nil
    }
}
