import LocalizationModel

/// Exam codes that one language writes as no code, `70 532` for `70-532`: one fault, not a missing exam and two strange quantities.
enum MisspelledCodes {
    /// The same readings; a language that lacks a code of the others but has its parts states them as its exam, as written.
    static func settle(_ readings: [RequirementNode.Reading], _ wordings: [RequirementNode.Wording]) -> [RequirementNode.Reading] {
        let known = Set(readings.flatMap { exams(of: $0.facts) })
        guard readings.count > 1, !known.isEmpty else { return readings }
        return readings.map { reading in
            let lacking = known.subtracting(exams(of: reading.facts)).sorted()
            guard !lacking.isEmpty, let words = wordings.first(where: { $0.locale == reading.locale })?.text else { return reading }
            var reading = reading
            for exam in lacking {
                guard let written = misspelling(of: exam, in: Array(words.utf8)) else { continue }
                reading.facts.subjects = (reading.facts.subjects + [.init(.exam, written.uppercased())]).sorted()
                let digits = Set(values(in: written))
                reading.facts.quantities.removeAll { digits.contains($0.value) }
                reading.facts.uncertain.removeAll { digits.contains($0.value) }
            }
            return reading
        }
    }

    private static func exams(of facts: RequirementFacts) -> [String] { facts.subjects.filter { $0.kind == .exam }.map(\.name) }

    /// The two parts of a code with anything but letters and digits between, or nothing: as the text has them.
    private static func misspelling(of exam: String, in bytes: [UInt8]) -> String? {
        let parts = exam.lowercased().split(separator: "-").map { Array($0.utf8) }
        guard parts.count == 2 else { return nil }
        let text = bytes.map(\.asciiLowercased)
        var start = 0
        while let first = text.range(of: parts[0], from: start) {
            start = first.upperBound
            let gap = text[first.upperBound...].prefix(widestGap).prefix { !$0.isASCIIAlphanumeric }
            let isWhole = first.lowerBound == 0 || !text[first.lowerBound - 1].isASCIIAlphanumeric
            let end = gap.endIndex + parts[1].count
            guard isWhole, end <= text.count, text[gap.endIndex..<end].elementsEqual(parts[1]), end == text.count || !text[end].isASCIIDigit else { continue }
            let written = String(decoding: bytes[first.lowerBound..<end], as: UTF8.self)
            if written.lowercased() != exam.lowercased() { return written }
        }
        return nil
    }

    /// Bytes between the parts of a code: a space, a no-break space, a dash of another kind.
    private static let widestGap = 3

    /// The numbers that the reader of numbers sees in a misspelled code: its runs of digits, and all of them as one.
    private static func values(in written: String) -> [Double] {
        let runs = written.split { !$0.isASCII || !$0.isNumber }
        return (runs.map(String.init) + [runs.joined()]).compactMap(Double.init)
    }
}
