import LocalizationModel

/// A segment's words in lower case, with the places of its numbers and of the vocabulary's words: what stands beside what.
struct ClauseText {
    /// A word of a role and where it stands.
    struct Mention {
        let role: String
        let range: Range<Int>
    }

    /// A number and where it stands; nil where the text spells it otherwise.
    struct Number {
        let number: SegmentFacts.Number
        let range: Range<Int>?
    }

    let bytes: [UInt8]
    let numbers: [Number]
    private let places: [String: [Range<Int>]]

    /// - Parameter languages: those that the segment may be in.
    init(_ facts: SegmentFacts, languages: [RoleWords]) {
        let bytes = Array(facts.plain.lowercased().utf8)
        var cursor = 0
        numbers = facts.numbers.map { number in
            let pattern = Array(number.text.lowercased().utf8)
            // Numbers come in the order of the text, but for those whose reading differs from their spelling.
            let range = bytes.range(of: pattern, from: cursor) ?? bytes.range(of: pattern, from: 0)
            if let range { cursor = range.upperBound }
            return Number(number: number, range: range)
        }
        self.bytes = bytes
        let mentions = languages.flatMap { $0.mentions(in: bytes) }
        places = Dictionary(grouping: mentions, by: \.role).mapValues { Self.longest($0.map(\.range)) }
    }

    /// The places of a role's words, ascending; of words that overlap the longest counts.
    func mentions(of role: String) -> [Range<Int>] { places[role] ?? [] }

    private static func longest(_ places: [Range<Int>]) -> [Range<Int>] {
        var end = 0
        return places.sorted { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }.filter { place in
            guard place.lowerBound >= end else { return false }
            end = place.upperBound
            return true
        }
    }

    /// The words of several roles, as `mentions(of:)`, ascending by place.
    func mentions(of roles: [String]) -> [Mention] {
        roles.flatMap { role in mentions(of: role).map { Mention(role: role, range: $0) } }.sorted {
            ($0.range.lowerBound, $0.role) < ($1.range.lowerBound, $1.role)
        }
    }

    /// The words of the roles whose names start so, ascending by place.
    func mentions(withPrefix prefix: String) -> [Mention] {
        mentions(of: places.keys.filter { $0.hasPrefix(prefix) })
    }

    /// The role whose word stands nearest to a place. Words behind it count as nearer: most languages name what is counted there.
    ///
    /// - Parameter mentions: ascending by place.
    func nearest(to place: Range<Int>, among mentions: [Mention], within reach: Int) -> String? {
        let near = mentions.near(place, within: reach).map { mention -> (distance: Int, length: Int, role: String) in
            let isBehind = mention.range.lowerBound >= place.upperBound
            let gap = isBehind ? mention.range.lowerBound - place.upperBound : place.lowerBound - mention.range.upperBound
            return (isBehind ? gap : gap + Self.turningBack, -mention.range.count, mention.role)
        }
        return near.filter { $0.distance <= reach }.min { $0 < $1 }?.role
    }

    /// Bytes by which a word before a number is farther away than one behind it.
    private static let turningBack = 12
}

extension Array<ClauseText.Mention> {
    /// Those that may stand within so many bytes of a place; the list ascends by place. O(log n).
    func near(_ place: Range<Int>, within reach: Int) -> ArraySlice<ClauseText.Mention> {
        let start = firstIndex(from: place.lowerBound - reach - Self.longestWord)
        return self[start..<Swift.max(start, firstIndex(from: place.upperBound + reach + 1))]
    }

    /// The first one that starts at an offset or behind it.
    func firstIndex(from offset: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Bytes that no word of a vocabulary exceeds.
    private static var longestWord: Int { 256 }
}

extension Array<UInt8> {
    /// One for each byte of a text: true inside any of the ranges.
    static func covered(_ ranges: some Sequence<Range<Int>>, count: Int) -> [Bool] {
        var covered = [Bool](repeating: false, count: count)
        for range in ranges { for index in range { covered[index] = true } }
        return covered
    }

    /// The first place of a pattern. O(n) for the short patterns of a sentence.
    func range(of pattern: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = pattern.first, start + pattern.count <= count else { return nil }
        for i in start...(count - pattern.count) where self[i] == first && self[i..<i + pattern.count].elementsEqual(pattern) {
            return i..<i + pattern.count
        }
        return nil
    }
}
