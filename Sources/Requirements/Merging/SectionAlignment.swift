import LocalizationModel

/// Pairs the sections of two languages by their anchors; where a language has anchors of its own, by level, depth and facts.
struct SectionAlignment {
    private(set) var partners: [Int?]
    private let count: Int

    init(_ a: [RequirementSection], _ b: [RequirementSection]) {
        count = b.count
        if a.count == b.count, zip(a, b).allSatisfy({ $0.anchor == $1.anchor && $0.path == $1.path }) {
            partners = Array(a.indices)
            return
        }
        partners = Array(repeating: nil, count: a.count)
        for key in [Self.exactKey, Self.looseKey] { pair(a, b, by: key) }
        let left = a.indices.filter { partners[$0] == nil }
        let taken = Set(partners.compactMap(\.self))
        let right = b.indices.filter { !taken.contains($0) }
        let others = Dictionary(grouping: right) { Rank(b[$0]) }
        for (rank, indices) in Dictionary(grouping: left, by: { Rank(a[$0]) }) {
            guard let candidates = others[rank] else { continue }
            let alignment = SiblingAlignment(indices.map { Self.summary(a[$0]) }, candidates.map { Self.summary(b[$0]) })
            for (place, partner) in alignment.partners.enumerated() { if let partner { partners[indices[place]] = candidates[partner] } }
        }
    }

    /// Sections of another depth or level are never the same.
    private struct Rank: Hashable {
        let depth: Int
        let level: String?
        init(_ section: RequirementSection) {
            depth = section.path.count
            level = section.level
        }
    }

    /// Pairs the sections with the same key, the first with the first where there are several.
    private mutating func pair(_ a: [RequirementSection], _ b: [RequirementSection], by key: (RequirementSection) -> [String]) {
        let taken = Set(partners.compactMap(\.self))
        var places: [[String]: [Int]] = [:]
        for j in b.indices.reversed() where !taken.contains(j) { places[key(b[j]), default: []].append(j) }
        for i in a.indices where partners[i] == nil { partners[i] = places[key(a[i])]?.popLast() }
    }

    private static func exactKey(_ section: RequirementSection) -> [String] { section.path + [section.anchor] }

    /// Without the numbers that publishing systems append to an anchor used twice: `silver-1`.
    private static func looseKey(_ section: RequirementSection) -> [String] {
        exactKey(section).map { anchor in
            let digits = anchor.utf8.reversed().prefix { $0.isASCIIDigit }.count
            let stem = anchor.utf8.dropLast(digits)
            return digits > 0 && stem.count > 1 && stem.last == UInt8(ascii: "-") ? String(Substring(stem.dropLast())) : anchor
        }
    }

    private static func summary(_ section: RequirementSection) -> NodeSummary {
        NodeSummary(RequirementNode(facts: .init(kind: .allOf), children: section.requirements))
    }

    /// True where the lists are paired from the first to the last.
    var isIdentity: Bool { partners.count == count && partners.indices.allSatisfy { partners[$0] == $0 } }

    /// The order of the merged list: the first language's, and after each section what the second has only there.
    var order: [(first: Int?, second: Int?)] { MergedOrder.order(partners, count: count) }
}
