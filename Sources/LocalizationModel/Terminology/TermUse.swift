/// A term of the glossary in the running text of a segment.
public struct TermUse: Sendable {
    /// As written.
    public let text: String
    /// Indices into `TermIndex.entries`: of each concept those that are written most alike.
    public let entries: [Int]
    /// True where the segment's first word begins it: its capital says nothing.
    public let isFirst: Bool
}

extension TermIndex {
    /// The terms in a segment's text, but for code spans and addresses.
    ///
    /// - Parameter folded: the characters of `facts.plain`.
    public func uses(in facts: SegmentFacts, _ folded: FoldedText) -> [TermUse] {
        let text = folded.characters
        let found = matches(in: text)
        guard !found.isEmpty else { return [] }
        guard let code = TermSurroundings.code(facts.inlineCode, in: text) else { return [] }
        let running = found.filter { match in !code.contains { $0.overlaps(match.range) } && !TermSurroundings.isInAddress(match.range, text) }
        guard !running.isEmpty else { return [] }
        let characters = Array(facts.plain)
        let first = text.firstIndex(where: \.isLetterOrNumber) ?? 0
        return running.map { match in
            let written = match.range.upperBound <= characters.count ? String(characters[match.range]) : entries[match.entries[0]].term.text
            return TermUse(text: written, entries: match.entries, isFirst: match.range.lowerBound <= first)
        }
    }
}

/// What stands round a place where a term was found.
enum TermSurroundings {
    /// A segment of more is a page of code that was glued together.
    private static let mostSpans = 256

    /// Where the code spans stand, each after the one before; nil where there are too many to tell.
    static func code(_ spans: [String], in text: [FoldedCharacter]) -> [Range<Int>]? {
        guard spans.count <= mostSpans else { return nil }
        var (places, from): ([Range<Int>], Int) = ([], 0)
        for span in spans {
            guard let place = text.firstRange(of: FoldedText(span).characters, from: from) else { continue }
            places.append(place)
            from = place.upperBound
        }
        return places
    }

    /// Letters, digits and marks of ASCII without a space on either side that make an address are looked at so far.
    private static let reach = 128

    /// True inside an address, a path or an identifier: `partner.example.com`, `partner_id`, `docs\partner`.
    static func isInAddress(_ range: Range<Int>, _ text: [FoldedCharacter]) -> Bool {
        func isMark(_ place: Int) -> Bool {
            text[place].isSame(as: ".") || text[place].isSame(as: "_") || text[place].isSame(as: "@") || text[place].isSame(as: "\\")
        }
        func isInner(_ place: Int) -> Bool { text.indices.contains(place) && text[place].code < 0x80 && text[place].isLetterOrNumber }
        let (before, after) = (range.lowerBound - 1, range.upperBound)
        if before > 0, isMark(before), isInner(before - 1) { return true }
        if after < text.count, isMark(after), isInner(after + 1) { return true }
        // `https://…`
        var place = before
        while place > 1, before - place < reach, text[place].code > 0x20, text[place].code < 0x7F {
            if text[place].isSame(as: "/"), text[place - 1].isSame(as: "/"), text[place - 2].isSame(as: ":") { return true }
            place -= 1
        }
        return false
    }
}

extension [FoldedCharacter] {
    /// The first place of a part at or after an index; nil for an empty one.
    func firstRange(of part: some Collection<FoldedCharacter>, from: Int = 0) -> Range<Int>? {
        guard let first = part.first, count - part.count >= from else { return nil }
        var place = from
        while place <= count - part.count {
            if self[place] == first, self[place..<place + part.count].elementsEqual(part) { return place..<place + part.count }
            place += 1
        }
        return nil
    }
}
