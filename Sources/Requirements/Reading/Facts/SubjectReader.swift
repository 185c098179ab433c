import LocalizationModel

/// Reads what a requirement is about: exams, certifications and focus areas.
enum SubjectReader {
    /// - Parameters:
    ///   - paragraph: the places of its segments in the page.
    ///   - labels: the texts of the paragraph's links.
    static func subjects(of paragraph: [Int], in segments: [Segment], labels: [String], words: PageWords) -> [RequirementFacts.Subject] {
        var found: [RequirementFacts.Subject] = []
        for index in paragraph {
            for code in segments[index].facts.codes where isExamCode(code) { found.append(.init(.exam, code.uppercased())) }
            if let area = focusArea(index, segments[index].facts, words) { found.append(area) }
        }
        for label in labels { if let name = certification(label) { found.append(.init(.certification, name.uppercased())) } }
        return found.count > 1 ? Set(found).sorted() : found
    }

    /// `70-346`, `MB6-890`, `AZ-900`: up to four letters and digits, a hyphen, three or four digits.
    static func isExamCode(_ code: String) -> Bool {
        let code = code.utf8
        guard (6...9).contains(code.count), let hyphen = code.firstIndex(of: UInt8(ascii: "-")) else { return false }
        let (first, second) = (code[..<hyphen], code[hyphen...].dropFirst())
        return (2...4).contains(first.count) && (3...4).contains(second.count) && first.allSatisfy(\.isASCIIAlphanumeric)
            && second.allSatisfy(\.isASCIIDigit)
    }

    /// The certification that a link's label is, as in `MCSA` and `PSM I`: capitals only, before a colon if there is one.
    static func certification(_ label: String) -> String? {
        let bytes = Array(label.utf8)
        var end = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: ":"), !bytes.hasBytes("：", at: end) {
            // Most labels tell by their first letters that they are none.
            guard isInName(bytes[end]) || bytes[end].isWhitespace else { return nil }
            end += 1
        }
        let name = bytes[..<end].trimmed()
        let letters = name.count(where: \.isASCIIUppercase)
        guard letters >= 3, name.count <= 24, name.allSatisfy(isInName) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        return isExamCode(text) ? nil : text
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"): true
        default: byte.isASCIIUppercase || byte.isASCIIDigit
        }
    }

    /// The name of a focus area where the segment is its label: a strong name and the word, nothing else to say.
    private static func focusArea(_ segment: Int, _ facts: SegmentFacts, _ words: PageWords) -> RequirementFacts.Subject? {
        guard facts.strong.count == 1, let name = facts.strong.first, facts.numbers.isEmpty,
            facts.plain.utf8.count <= 2 * name.utf8.count + longestWord, facts.plain.hasPrefix(name) || facts.plain.hasSuffix(name),
            words.namesFocusArea(segment)
        else { return nil }
        return .init(.focusArea, name)
    }

    /// Bytes of the longest word for `focus area` and what a language puts between.
    private static let longestWord = 48
}
