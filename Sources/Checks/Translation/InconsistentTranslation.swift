import LocalizationModel

/// The same source sentence in two translations on one page.
public enum InconsistentTranslation: PageRule {
    public static let metadata = RuleMetadata(
        id: "inconsistent-translation", severity: .note, sign: .disagreeing, scope: .page, issueType: "inconsistency",
        summary: "The same source sentence is translated in two ways.",
        explanation: """
            Two sentences of the source are equal, or differ in a number only, but their translations differ in more than numbers and \
            endings; or one is translated and the other was left as it was. Readers take two wordings for two meanings.
            """,
        examples: [
            .bad(
                ("en-US", "**1** person must pass the exam.\n\nText between.\n\n**2** people must pass the exam.\n\n**1** person must pass the exam."),
                (
                    "de-DE",
                    "**1** Person muss die Prüfung bestehen.\n\nText dazwischen.\n\n**2** Personen müssen die Prüfung bestehen.\n\n**1** Person muss das Examen ablegen."
                )),
            .good(
                ("en-US", "The form is free.\n\nText between.\n\nThe form is free."),
                ("ru-RU", "Форма бесплатна.\n\nТекст между ними.\n\nФорма бесплатна.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let repeated = pair.reading.repeated
        var seen: [Int: SegmentPair] = [:]
        var findings: [Finding] = []
        for index in pair.pairs.indices where pair.pairs[index].source.count == 1 && pair.pairs[index].target.count == 1 {
            let item = pair.pairs[index]
            guard let sentence = repeated[item.source.first] else { continue }
            guard let first = seen[sentence] else {
                seen[sentence] = item
                continue
            }
            let (a, b) = (pair.targets(first).plain, pair.targets(item).plain)
            guard Wording.differ(a, b) else { continue }
            let target = pair.target(item)
            findings.append(
                pair.finding(
                    Self.self, "Same source, other translation than on line \(pair.target(first).first?.line ?? 0): \(Quoted.text(target))",
                    source: pair.source(item), target: target, evidence: .init(expected: a, found: b)))
        }
        return findings
    }
}
