import LocalizationModel

/// The same source sentence in two translations, on one page or on several.
public enum InconsistentTranslation: PageRule {
    public static let metadata = RuleMetadata(
        id: "inconsistent-translation", severity: .note, sign: .disagreeing, scope: .site, issueType: "inconsistency",
        summary: "The same source sentence is translated in two ways.",
        explanation: """
            Two sentences of the source are equal, or differ in a number only, but their translations differ in more than numbers and \
            endings; or one is translated and the other was left as it was. Readers take two wordings for two meanings. On one page \
            the second is reported. Of the same sentence of three words or more on several pages the translation that most pages have \
            stands; of two that are as frequent the one on the first page by its path.
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
            if let finding = onPage(item, pair, repeated, &seen) ?? onSite(item, pair) { findings.append(finding) }
        }
        return findings
    }

    /// Nil where the page says it for the first time, or says the same.
    private static func onPage(_ item: SegmentPair, _ pair: PairContext, _ repeated: [Int?], _ seen: inout [Int: SegmentPair]) -> Finding? {
        guard let sentence = repeated[item.source.first] else { return nil }
        guard let first = seen[sentence] else {
            seen[sentence] = item
            return nil
        }
        let (a, b) = (pair.targets(first).plain, pair.targets(item).plain)
        guard Wording.differ(a, b) else { return nil }
        let target = pair.target(item)
        return pair.finding(
            Self.self, "Same source, other translation than on line \(pair.target(first).first?.line ?? 0): \(Quoted.text(target))",
            source: pair.source(item), target: target, evidence: .init(expected: a, found: b))
    }

    // MARK: Across the site

    private static func onSite(_ item: SegmentPair, _ pair: PairContext) -> Finding? {
        guard let site = pair.site, let subject = subject(item, pair), let prevailing = site.prevailing(subject, in: pair.page.locale) else { return nil }
        let text = pair.targets(item).plain
        guard SiteStatement.wording(text) != prevailing.wording, Wording.differ(prevailing.text, text) else { return nil }
        let target = pair.target(item)
        return pair.finding(
            Self.self, "Same source, other translation than on \(Quoted.text(prevailing.page)): \(Quoted.text(target))",
            source: pair.source(item), target: target, evidence: .init(expected: prevailing.text, found: text))
    }

    /// The source's sentence in this locale; nil for what is no translation of one sentence by one.
    private static func subject(_ item: SegmentPair, _ pair: PairContext) -> UInt64? {
        guard item.state == .translated, item.source.count == 1, item.target.count == 1, let sentence = pair.reading.sentence(item.source.first) else {
            return nil
        }
        return FNV1a.hash(pair.page.locale.description.utf8, seed: sentence)
    }
}

extension InconsistentTranslation: SiteRule {
    public static func statements(_ pair: PairContext) -> [SiteStatement] {
        pair.pairs.compactMap { item in
            subject(item, pair).map { SiteStatement(subject: $0, wording: SiteStatement.wording(pair.targets(item)[0].plain)) }
        }
    }

    /// The most frequent wording; of two that are as frequent the one that comes first. Nil for none.
    public static func prevailing(_ wordings: some Sequence<UInt32>) -> UInt32? {
        var order: [UInt32] = []
        var counts: [UInt32: Int] = [:]
        for wording in wordings {
            if counts[wording] == nil { order.append(wording) }
            counts[wording, default: 0] += 1
        }
        return order.reduce(nil) { best, wording in best.map { (counts[$0] ?? 0) >= (counts[wording] ?? 0) ? $0 : wording } ?? wording }
    }
}
