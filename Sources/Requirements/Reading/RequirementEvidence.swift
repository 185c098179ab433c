import LocalizationModel

/// Tells a requirement list from any other: it links an exam, or sets a count strong among words of people and exams, or names a
/// quantity among words of obligation.
struct RequirementEvidence {
    let vocabulary: Vocabulary

    private static let obligation = ["must", "atLeast", "threshold"]
    private static let subjects = ["exam", "certification", "assessment", "person", "reference", "user"]

    /// Linear in the segments; words are looked up only where numbers or codes make it worth while.
    func holds(for segments: ArraySlice<Segment>, in outline: PageOutline) -> Bool {
        var hasStrongCount = false
        var quantities: [Segment] = []
        for segment in segments {
            let hasCode = segment.facts.codes.contains(where: SubjectReader.isExamCode)
            if hasCode, !segment.facts.destinations.isEmpty { return true }
            if hasCode || StatementReader.hasStrongCount(segment) {
                hasStrongCount = true
            } else if segment.facts.numbers.contains(where: { $0.strength == .digits && $0.value > 1 }) {
                quantities.append(segment)
            }
        }
        if hasStrongCount, segments.contains(where: { vocabulary.hasWord(of: Self.obligation + Self.subjects, in: $0) }) { return true }
        return quantities.contains { isObliged($0, in: outline) }
    }

    /// True where the segment, or the label of a list that it stands in, has a word of obligation.
    private func isObliged(_ segment: Segment, in outline: PageOutline) -> Bool {
        if vocabulary.hasWord(of: Self.obligation, in: segment) { return true }
        let items = outline.page.document.ancestors(of: segment.block).prefix(Self.farthestLabel).filter { outline.children[$0].count > 1 }
        return items.contains { item in
            guard case .item = outline.kind(item), let label = outline.children[item].first, label != segment.block else { return false }
            return outline.segments(of: label).contains { vocabulary.hasWord(of: Self.obligation, in: $0) }
        }
    }

    /// Blocks between a statement and the label that counts for it; lists and items alternate.
    private static let farthestLabel = 6
}
