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
        var seen: [String: (source: [Segment], target: [Segment])] = [:]
        var findings: [Finding] = []
        for item in pair.pairs where item.source.count == 1 && item.target.count == 1 {
            let key = Wording.masked(item.source[0].facts.plain)
            guard item.source[0].facts.wordCount >= 3 else { continue }
            let stem = Wording.stems(key).joined(separator: " ")
            guard let first = seen[stem] else {
                seen[stem] = (item.source, item.target)
                continue
            }
            let (a, b) = (text(first.target), text(item.target))
            guard Wording.differ(a, b) else { continue }
            findings.append(
                pair.finding(
                    Self.self, "Same source, other translation than on line \(first.target.first?.line ?? 0): \(Quoted.text(item.target))",
                    source: item.source, target: item.target, evidence: .init(expected: a, found: b)))
        }
        return findings
    }

    private static func text(_ segments: [Segment]) -> String { segments.map(\.facts.plain).joined(separator: " ") }
}

/// Compares wordings regardless of numbers and endings.
private enum Wording {
    static func masked(_ text: String) -> String {
        String(text.lowercased().map { $0.isNumber ? "0" : $0 })
    }

    /// The beginnings of the words: what is left when endings change with number and case.
    static func stems(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map { word in
            word.allSatisfy(\.isNumber) ? "0" : String(word.prefix(max(2, word.count * 6 / 10)))
        }
    }

    /// True where some word of one has no counterpart with the same beginning in the other.
    static func differ(_ a: String, _ b: String) -> Bool {
        let (left, right) = (masked(a), masked(b))
        if left == right { return false }
        let (x, y) = (words(left), words(right))
        guard !x.isEmpty, !y.isEmpty else { return true }
        // So long a text is no sentence, and each word is compared with each.
        guard x.count <= 400, y.count <= 400 else { return false }
        return x.contains { word in !y.contains { related(word, $0) } } || y.contains { word in !x.contains { related(word, $0) } }
    }

    private static func words(_ text: String) -> [String] {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !$0.allSatisfy(\.isNumber) }
        // Scripts without spaces: compare pairs of letters instead.
        guard words.contains(where: { $0.unicodeScalars.contains { $0.value >= 0x3040 } }) else { return words.filter { $0.count > 3 } }
        let letters = Array(text.filter(\.isLetter))
        return letters.indices.dropLast().map { String(letters[$0...($0 + 1)]) }
    }

    private static func related(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        if a.count <= 2 || b.count <= 2 { return false }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        // German forms change the stem's vowel (muss, müssen): the first and third letters must do for short words.
        return shared * 2 >= min(a.count, b.count) || shared >= 1 && min(a.count, b.count) <= 5 && abs(a.count - b.count) <= 3
    }
}
