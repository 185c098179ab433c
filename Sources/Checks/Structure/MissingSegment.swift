import LocalizationModel

/// A sentence of the source that the translation does not have.
public enum MissingSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "missing-segment", severity: .error, sign: .lacking, scope: .unit, issueType: "omission",
        summary: "A sentence of the source has no counterpart in the translation.",
        explanation: """
            The alignment found no text for it, not even merged into a neighbour. Either it was left out, or the source gained it later. \
            Where the translation follows an older source that is known, the finding says so.
            """,
        wantsTranslation: true,
        examples: [
            .bad(
                ("en-US", "# Levels\n\n- Five customers are needed for the first level.\n- The annual fee is due in May.\n- A contact must be named."),
                ("de-DE", "# Stufen\n\n- Für die erste Stufe sind fünf Kunden nötig.\n- Eine Ansprechperson muss benannt werden.")),
            .bad(
                ("en-US", "The form is free. It must reach the office before the end of June."),
                ("zh-TW", "表單免費。")),
            .good(
                ("en-US", "The form is free. It must be sent before June."), ("ru-RU", "Форма бесплатна, и её нужно отправить до июня.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext else { return [] }
        return bitext.units.indices.lazy.filter { bitext.units[$0].target.isEmpty }.compactMap { index in
            let unit = bitext.units[index]
            guard let first = unit.source.first, !isExpected(first, source, pair) else { return nil }
            let segments = unit.source.map { bitext.source[$0] }
            let isNew = unit.source.allSatisfy { pair.revision?.changes[$0] == .added }
            // What is known to be new counts even where it is only a number.
            guard segments.contains(where: { $0.facts.wordCount > 0 || isNew && $0.facts.plain.contains(where: \.isNumber) }) else { return nil }
            let isTiny = !isNew && segments.allSatisfy { $0.facts.letters.total < 3 }
            let severity: Severity = isTiny ? .note : isNew || pair.followsOtherSource ? .warning : metadata.severity
            let lead = isNew ? "Added to the source since the translation" : "Missing in the translation"
            let reason = pair.followsOtherSource && pair.revision == nil ? " (the page follows another source)" : ""
            return pair.finding(
                Self.self, "\(lead)\(reason): \(Quoted.text(segments))", severity: severity, source: segments,
                evidence: .init(expected: segments.map(\.text).joined(separator: " "), after: pair.placeBefore(unit: index)))
        }
    }

    /// A page that was itself withdrawn lacks the withdrawn text rightly.
    private static func isExpected(_ index: Int, _ source: SourcePage, _ pair: PairContext) -> Bool {
        pair.page.document.isWithdrawn && source.withdrawn.contains(index)
    }
}
