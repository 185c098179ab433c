import LocalizationModel

/// Tells a requirement list from any other: it links an exam, or sets a count strong among words of people and exams, or names a
/// quantity among words of obligation.
struct RequirementEvidence {
    let vocabulary: Vocabulary

    private static let obligation = ["must", "atLeast", "threshold"]
    private static let subjects = ["exam", "certification", "assessment", "person", "reference", "user"]

    /// Linear in the segments; words are looked up only where numbers or codes make it worth while.
    func holds(for segments: ArraySlice<Segment>) -> Bool {
        var hasQuantity = false
        var hasStrongCount = false
        for segment in segments {
            let hasCode = segment.facts.codes.contains(where: StatementReader.isExamCode)
            if hasCode, !segment.facts.destinations.isEmpty { return true }
            if hasCode || StatementReader.hasStrongCount(segment) {
                hasStrongCount = true
            } else if segment.facts.numbers.contains(where: { $0.strength == .digits && $0.value > 1 }) {
                hasQuantity = true
            }
        }
        guard hasQuantity || hasStrongCount else { return false }
        let roles = hasStrongCount ? Self.obligation + Self.subjects : Self.obligation
        return segments.contains { vocabulary.hasWord(of: roles, in: $0) }
    }
}
