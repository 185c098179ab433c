import LocalizationModel

/// A segment's words in lower case, with the places of its numbers and of the vocabulary's words: what stands beside what.
struct ClauseText {
    /// A word of a role and where it stands.
    struct Mention {
        let role: RoleTable.Role
        let range: Range<Int>
    }

    /// A number and where it stands; nil where the text spells it otherwise.
    struct Number {
        let number: SegmentFacts.Number
        let range: Range<Int>?
    }

    let bytes: [UInt8]
    let numbers: [Number]
    let roles: RoleTable
    /// Ascending by place, then by role; of words of a role that overlap the longest counts.
    private let mentions: [Mention]

    /// - Parameters:
    ///   - bytes: the text in lower case.
    ///   - languages: those that the segment may be in.
    init(_ facts: SegmentFacts, lower bytes: [UInt8], languages: [RoleWords], roles: RoleTable) {
        self.bytes = bytes
        self.roles = roles
        var cursor = 0
        numbers = facts.numbers.map { number in
            let pattern = LowerCase.bytes(of: number.text)
            // Numbers come in the order of the text, but for those whose reading differs from their spelling.
            let range = bytes.range(of: pattern, from: cursor) ?? bytes.range(of: pattern, from: 0)
            if let range { cursor = range.upperBound }
            return Number(number: number, range: range)
        }
        var found: [Mention] = []
        for words in languages { words.mentions(in: bytes, &found) }
        mentions = Self.longest(found)
    }

    private static func longest(_ mentions: [Mention]) -> [Mention] {
        guard mentions.count > 1 else { return mentions }
        var end = (role: -1, offset: 0)
        let longest = mentions.sorted { ($0.role, $0.range.lowerBound, -$0.range.count) < ($1.role, $1.range.lowerBound, -$1.range.count) }.filter { mention in
            guard mention.role != end.role || mention.range.lowerBound >= end.offset else { return false }
            end = (mention.role, mention.range.upperBound)
            return true
        }
        return longest.sorted { ($0.range.lowerBound, $0.role) < ($1.range.lowerBound, $1.role) }
    }

    /// The words of some roles, ascending by place, then by role.
    func mentions(of wanted: RoleSet) -> [Mention] { mentions.filter { wanted.contains($0.role) } }

    func hasMention(of wanted: RoleSet) -> Bool { mentions.contains { wanted.contains($0.role) } }

    /// The role whose word stands nearest to a place. Words behind it count as nearer: most languages name what is counted there.
    ///
    /// - Parameter mentions: ascending by place.
    func nearest(to place: Range<Int>, among mentions: [Mention], within reach: Int) -> RoleTable.Role? {
        if mentions.isEmpty { return nil }
        let near = mentions.near(place, within: reach).map { mention -> (distance: Int, length: Int, role: RoleTable.Role) in
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

extension Array<Bool> {
    /// One for each byte of a text: true inside any of the ranges; empty where there are none.
    static func covered(_ ranges: [Range<Int>], count: Int) -> [Bool] {
        guard !ranges.isEmpty else { return [] }
        var covered = [Bool](repeating: false, count: count)
        for range in ranges { for index in range { covered[index] = true } }
        return covered
    }
}

extension Array<UInt8> {
    /// The first place of a pattern. O(n) for the short patterns of a sentence.
    func range(of pattern: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = pattern.first, start + pattern.count <= count else { return nil }
        for lower in start...(count - pattern.count) where self[lower] == first {
            var length = 1
            while length < pattern.count, self[lower + length] == pattern[length] { length += 1 }
            if length == pattern.count { return lower..<lower + length }
        }
        return nil
    }
}
