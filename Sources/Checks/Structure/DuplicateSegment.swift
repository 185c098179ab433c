import LocalizationModel

/// A sentence that the translation says twice and the source once.
public enum DuplicateSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "duplicate-segment", severity: .error, sign: .added, scope: .unit, issueType: "duplication",
        summary: "A sentence stands twice in the translation and once in the source.",
        explanation:
            "A merge or a paste went wrong. Remove one of the two; sentences that the source repeats too are not reported, and what stands further off is `extra-segment`.",
        examples: [
            .bad(
                ("en-US", "The form is free.\n\nIt must be sent before June."),
                ("ru-RU", "Форма бесплатна.\n\nФорма бесплатна.\n\nЕё нужно отправить до июня.")),
            .good(
                ("en-US", "# Fees\n\nThe form is free.\n\nThe course is not.\n\nIt takes a day.\n\n# Dates\n\nIt must be sent before June."),
                (
                    "de-DE",
                    "# Gebühren\n\nDas Formular ist kostenlos.\n\nDer Kurs ist es nicht.\n\nEr dauert einen Tag.\n\n# Termine\n\nEs muss vor Juni abgeschickt werden.\n\nDas Formular ist kostenlos."
                )),
            .good(("en-US", "The form is free.\n\nThe form is free."), ("zh-CN", "该表单免费。\n\n该表单免费。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let bitext = pair.bitext, pair.source?.isComplete ?? false else { return [] }
        return bitext.units.indices.lazy.filter { bitext.units[$0].source.isEmpty }.compactMap { index in
            let unit = bitext.units[index]
            guard !isRemoved(unit, pair), let original = original(of: unit, in: bitext) else { return nil }
            let segments = unit.target.map { bitext.target[$0] }
            return pair.finding(
                Self.self, "Repeats line \(bitext.target[original].line): \(Quoted.text(segments))", target: segments,
                evidence: .init(found: segments.map(\.text).joined(separator: " "), after: pair.placeBefore(unit: index)))
        }
    }

    /// True for what the source had when it was translated: `extra-segment` says so.
    private static func isRemoved(_ unit: TranslationUnit, _ pair: PairContext) -> Bool {
        pair.revision?.standing.contains { $0.target == unit.target } ?? false
    }

    /// So many segments lie between a sentence and its repetition at most: what says the same further off belongs to another
    /// part of the page.
    private static let reach = 4

    /// The segment close by that an extra unit repeats; the nearest one.
    static func original(of unit: TranslationUnit, in bitext: Bitext) -> Int? {
        guard unit.target.count == 1, let index = unit.target.first else { return nil }
        let text = bitext.target[index].facts.plain
        guard text.utf8.count >= 4 else { return nil }
        return (max(0, index - reach)...min(bitext.target.count - 1, index + reach))
            .filter { $0 != index && bitext.target[$0].facts.plain == text }.min { abs($0 - index) < abs($1 - index) }
    }
}
