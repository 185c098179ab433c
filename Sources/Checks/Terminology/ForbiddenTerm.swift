import LocalizationModel

/// A term that the glossary forbids.
public enum ForbiddenTerm: PageRule {
    public static let metadata = RuleMetadata(
        id: "forbidden-term", severity: .warning, sign: .disagreeing, scope: .unit, issueType: "terminology",
        summary: "The translation uses a term that the project's glossary forbids.",
        explanation: """
            Readers take two names for two things. The term is found in its inflected forms, as a word of its own: not inside other \
            words, code or addresses, nor inside a longer term of the glossary. Where the source sentence does not name the thing that \
            the term is forbidden for, the word may mean something else there, and the finding is a note; so it is where words are not divided by \
            spaces and the right term stands beside it. Use the preferred term.
            """,
        examples: [
            .bad(
                glossary: "terms:\n  customer: {de-DE: {preferred: Kunde, forbidden: Klient}}\n", ("en-US", "Ask the customers for a reference."),
                ("de-DE", "Bitten Sie die Klienten um eine Referenz.")),
            .bad(
                glossary: "terms:\n  file: {zh-TW: {preferred: 檔案, forbidden: 文件}}\n", ("en-US", "Open the file."), ("zh-TW", "開啟文件。")),
            .good(
                glossary: "terms:\n  customer: {ru-RU: {preferred: клиент, forbidden: заказчик}}\n", ("en-US", "Ask the customers for a reference."),
                ("ru-RU", "Попросите клиентов дать отзыв.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let terms = pair.words.terms else { return [] }
        return pair.terms.flatMap { item in item.targetUses.compactMap { finding($0, item, terms, pair) } }
    }

    private static func finding(_ use: TermUse, _ item: TermPair, _ terms: TermIndex, _ pair: PairContext) -> Finding? {
        let entries = use.entries.map { terms.entries[$0] }
        // What is right for one thing may be forbidden for another.
        guard let entry = entries.first, entries.allSatisfy({ $0.term.status == .forbidden }) else { return nil }
        // A capital at the beginning may be that of any sentence.
        let permitted = terms.permitted(entry.concept)
        if use.isFirst, permitted.contains(where: { $0.lowercased() == use.text.lowercased() }) { return nil }
        let named = item.concepts(pair.reading.words.terms ?? terms).first { $0.concept == entry.concept }
        let isNamed = named != nil || !(pair.reading.words.terms?.hasPermitted(entry.concept) ?? false)
        // Without spaces a term may be a part of another word; where the right one stands beside it, it probably is.
        let isWord =
            pair.profile.separatesWords
            || item.uses(of: entry.concept, terms).allSatisfy { $0.entries.allSatisfy { terms.entries[$0].term.status == .forbidden } }
        let advice = permitted.isEmpty ? "" : ", the glossary has \(Quoted.list(permitted))"
        return pair.finding(
            Self.self, "\(Quoted.text(use.text)) is no term of this site\(advice)\(entry.term.note.map { ": \($0)" } ?? "")",
            severity: isNamed && isWord ? .warning : .note, source: item.source, sourceMarks: named.map { [.term($0.use.text)] } ?? [], target: item.target,
            targetMarks: [.term(use.text)], evidence: .init(expected: permitted.isEmpty ? nil : permitted.joined(separator: ", "), found: use.text))
    }
}
