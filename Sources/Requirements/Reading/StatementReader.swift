import LocalizationModel

/// Reads the facts of a paragraph out of its segments.
struct StatementReader {
    let outline: PageOutline
    let words: PageWords

    private var locale: LocaleTag { outline.page.locale }

    /// The statement that some segments make, given by their places in the page; nil for none.
    func statement(_ range: Range<Int>, of block: Int) -> Statement? {
        let segments = outline.page.segments
        let running = range.filter { segments[$0].kind != .imageText && segments[$0].kind != .linkTitle }
        guard let first = running.first, let last = running.last else { return nil }
        let labels = linkLabels(block)
        let wording = RequirementNode.Wording(
            locale: locale, text: running.count == 1 ? segments[first].text : running.map { segments[$0].text }.joined(separator: " "),
            line: segments[first].line, span: SourceSpan(segments[first].span.lower, max(segments[first].span.lower, segments[last].span.upper)),
            state: words.state(of: running))
        var facts = RequirementFacts(kind: words.startsNote(first) ? .note : .statement)
        let subjects = SubjectReader.subjects(of: running, in: segments, labels: labels, words: words)
        if !subjects.isEmpty { facts.subjects = subjects }
        for index in running {
            let segment = segments[index].facts
            if !segment.destinations.isEmpty { facts.links += segment.destinations }
            if !segment.names.isEmpty { facts.names += segment.names }
        }
        let isSubject = facts.subjects.contains(where: \.isCode) || running.count == 1 && labels.contains(segments[first].facts.plain)
        for index in running { facts.add(QuantityReader(index, segments[index].facts, isSubject: isSubject, words: words).facts) }
        return Statement(wording: wording, facts: facts)
    }

    /// True where a count is set strong: `**2** individuals`.
    static func hasStrongCount(_ facts: SegmentFacts) -> Bool { !facts.strong.isEmpty && facts.numbers.contains { isStrong($0, in: facts) } }

    static func isStrong(_ number: SegmentFacts.Number, in facts: SegmentFacts) -> Bool {
        !facts.strong.isEmpty
            && facts.strong.contains { $0 == number.text || String(decoding: Array($0.utf8).trimmed(), as: UTF8.self) == number.text }
    }

    /// The labels of a block's links, without markup around them.
    private func linkLabels(_ block: Int) -> [String] {
        guard let leaf = outline.page.document.blocks[block].leaf else { return [] }
        return leaf.inlines.compactMap { inline in
            guard case .link = inline.kind else { return nil }
            return String(decoding: leaf.bytes[inline.content].trimmed(), as: UTF8.self)
        }
    }

    /// Label and text of a folded paragraph `**label**：text`; nil where it is none.
    func folded(_ whole: Statement, of block: Int) -> (label: Statement, text: Statement)? {
        guard !whole.isNote, let leaf = outline.page.document.blocks[block].leaf, let fold = LabelFold(leaf) else { return nil }
        func part(_ range: Range<Int>) -> RequirementNode.Wording {
            let text = String(decoding: leaf.bytes[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
            let span = leaf.fileSpan(range)
            return .init(locale: locale, text: text, line: outline.page.document.text.line(at: span.lower), span: span, state: whole.wording.state)
        }
        let (label, text) = (part(fold.label), part(fold.text))
        let numbers = Set(outline.page.segments[outline.segments(of: block)].flatMap(\.facts.numbers).filter { label.text.contains($0.text) }.map(\.value))
        var above = RequirementFacts(kind: .statement, scope: whole.facts.scope)
        var below = whole.facts
        above.quantities = below.quantities.filter { numbers.contains($0.value) }
        below.quantities.removeAll { numbers.contains($0.value) }
        above.subjects = below.subjects.filter { label.text.contains($0.name) }
        below.subjects.removeAll { label.text.contains($0.name) }
        // Where the label holds, all below it does: a nested list does not repeat it either.
        below.scope = nil
        for index in below.quantities.indices where below.quantities[index].scope == above.scope { below.quantities[index].scope = nil }
        for index in below.money.indices where below.money[index].scope == above.scope { below.money[index].scope = nil }
        return (Statement(wording: label, facts: above), Statement(wording: text, facts: below))
    }
}
