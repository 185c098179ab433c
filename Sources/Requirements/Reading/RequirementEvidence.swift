import LocalizationModel

/// Tells a requirement list from any other: it links an exam, or sets a count strong among words of people and exams, or names a
/// quantity among words of obligation.
struct RequirementEvidence {
    let outline: PageOutline
    let words: PageWords

    /// Linear in the segments; words are looked up only where numbers or codes make it worth while.
    func holds(for range: Range<Int>) -> Bool {
        let segments = outline.page.segments
        var hasStrongCount = false
        var quantities: [Int] = []
        for index in range {
            let hasCode = segments[index].facts.codes.contains(where: SubjectReader.isExamCode)
            if hasCode, !segments[index].facts.destinations.isEmpty { return true }
            if hasCode || StatementReader.hasStrongCount(segments[index].facts) {
                hasStrongCount = true
            } else if segments[index].facts.numbers.contains(where: { $0.strength == .digits && $0.value > 1 }) {
                quantities.append(index)
            }
        }
        if hasStrongCount, range.contains(where: words.hasObligationOrSubject) { return true }
        return quantities.contains(where: isObliged)
    }

    /// True where the segment, or the label of a list that it stands in, has a word of obligation.
    private func isObliged(_ segment: Int) -> Bool {
        if words.hasObligation(segment) { return true }
        let block = outline.page.segments[segment].block
        let items = outline.page.document.ancestors(of: block).prefix(Self.farthestLabel).filter { outline.children[$0].count > 1 }
        return items.contains { item in
            guard case .item = outline.kind(item), let label = outline.children[item].first, label != block else { return false }
            return outline.segments(of: label).contains(where: words.hasObligation)
        }
    }

    /// Blocks between a statement and the label that counts for it; lists and items alternate.
    private static let farthestLabel = 6
}
