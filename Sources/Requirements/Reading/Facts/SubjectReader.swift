import LocalizationModel

/// Reads what a requirement is about: exams, certifications and focus areas.
enum SubjectReader {
    /// - Parameter labels: the texts of the paragraph's links.
    static func subjects(of segments: [Segment], labels: [String], vocabulary: Vocabulary) -> [RequirementFacts.Subject] {
        let exams = segments.flatMap(\.facts.codes).filter(isExamCode).map { RequirementFacts.Subject(.exam, $0.uppercased()) }
        let certifications = labels.compactMap(certification).map { RequirementFacts.Subject(.certification, $0.uppercased()) }
        return Set(exams + certifications + segments.compactMap { focusArea($0, vocabulary) }).sorted()
    }

    /// `70-346`, `MB6-890`, `AZ-900`: up to four letters and digits, a hyphen, three or four digits.
    static func isExamCode(_ code: String) -> Bool {
        let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, (2...4).contains(parts[0].count), (3...4).contains(parts[1].count) else { return false }
        return parts[0].allSatisfy(\.isASCIIAlphanumeric) && parts[1].allSatisfy(\.isASCIIDigit)
    }

    /// The certification that a link's label is, as in `MCSA` and `PSM I`: capitals only, before a colon if there is one.
    static func certification(_ label: String) -> String? {
        let name = Array(label.prefix { $0 != ":" && $0 != "：" }.utf8).trimmed()
        let letters = name.count(where: \.isASCIIUppercase)
        let allowed = Array(" -+/".utf8)
        guard letters >= 3, name.count <= 24, name.allSatisfy({ $0.isASCIIUppercase || $0.isASCIIDigit || allowed.contains($0) }) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        return isExamCode(text) ? nil : text
    }

    /// The name of a focus area where the segment is its label: a strong name and the word, nothing else to say.
    private static func focusArea(_ segment: Segment, _ vocabulary: Vocabulary) -> RequirementFacts.Subject? {
        guard segment.facts.strong.count == 1, let name = segment.facts.strong.first,
            segment.facts.plain.hasPrefix(name) || segment.facts.plain.hasSuffix(name),
            segment.facts.numbers.isEmpty, segment.facts.plain.utf8.count <= 2 * name.utf8.count + longestWord,
            vocabulary.hasWord(of: ["subject_focusArea"], in: segment)
        else { return nil }
        return .init(.focusArea, name)
    }

    /// Bytes of the longest word for `focus area` and what a language puts between.
    private static let longestWord = 48
}
