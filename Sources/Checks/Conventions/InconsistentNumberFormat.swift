import LocalizationModel

/// Thousands that are grouped in one place and not in another.
public enum InconsistentNumberFormat: PageRule {
    public static let metadata = RuleMetadata(
        id: "inconsistent-number-format", severity: .note, sign: .structure, scope: .page, issueType: "locale-violation",
        summary: "Numbers of four digits are grouped in one place of the page and not in another.",
        explanation: "`4000` beside `2,000` reads as if different hands had written the page. Years and numbers in names are not counted.",
        examples: [
            .bad(("en-US", "First 2,000 users, then 4,000 users."), ("zh-TW", "首先 2,000 個使用者，然後 4000 個使用者。")),
            .good(("en-US", "First 2,000 users in 2019."), ("zh-TW", "2019 年首先 2,000 個使用者。")),
            .bad(("en-US", "First 2,000 users, then 4,000 users."), ("de-DE", "Zuerst 2.000 Benutzer, dann 4000 Benutzer.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let source = pair.bitext?.source else { return [] }
        // Text left in the source's language follows the source's customs.
        let segments = pair.translatedPairs(with: .thousands).filter { $0.target.traits.contains(.thousands) }.flatMap(pair.target)
        let grouped = segments.lazy.flatMap(\.facts.numbers).first { isLarge($0) && !isUngrouped($0) }
        guard let sample = grouped, segments.contains(where: { $0.facts.numbers.contains { isLarge($0) && isUngrouped($0) } }) else { return [] }
        // The source groups what is a quantity; a year it does not group.
        let quantities = Set(source.flatMap(\.facts.numbers).filter { isLarge($0) && !isUngrouped($0) }.map(\.value))
        return segments.flatMap { segment in
            segment.facts.numbers.filter { isLarge($0) && isUngrouped($0) && quantities.contains($0.value) }.map { number in
                pair.finding(
                    Self.self, "'\(number.text)' is not grouped, '\(sample.text)' is", target: [segment], targetMarks: [.text(number.text)],
                    evidence: .init(found: number.text))
            }
        }
    }

    private static func isLarge(_ number: SegmentFacts.Number) -> Bool {
        number.strength == .digits && number.value >= 1_000 && number.value == number.value.rounded()
    }

    private static func isUngrouped(_ number: SegmentFacts.Number) -> Bool { number.text.utf8.allSatisfy(\.isASCIIDigit) }
}
