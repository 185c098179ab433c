import LocalizationModel

/// Pairs the siblings of two states of one tree: those with the same words first, what stands between them as languages are paired.
struct StateAlignment {
    /// For each sibling of the older state, the index in the newer.
    private(set) var partners: [Int?]
    private let count: Int

    /// O(n log n) where most words stayed; else as `SiblingAlignment`.
    init(_ old: [RequirementNode], _ new: [RequirementNode]) {
        partners = Self.byWords(old, new)
        count = new.count
        let taken = Set(partners.compactMap(\.self))
        var start = (old: 0, new: 0)
        for end in Self.inOrder(partners) + [(old: old.count, new: new.count)] {
            let left = (start.old..<end.old).filter { partners[$0] == nil }
            let right = (start.new..<end.new).filter { !taken.contains($0) }
            start = (end.old + 1, end.new + 1)
            guard !left.isEmpty, !right.isEmpty else { continue }
            let between = SiblingAlignment(left.map { NodeSummary(old[$0]) }, right.map { NodeSummary(new[$0]) })
            for (place, partner) in between.partners.enumerated() { if let partner { partners[left[place]] = right[partner] } }
        }
    }

    /// The order of both states in one: the older one's, and after each member what the newer has only there.
    var order: [(first: Int?, second: Int?)] { MergedOrder.order(partners, count: count) }

    /// True where both states have the same members in the same order.
    var isSame: Bool { partners.count == count && partners == partners.indices.map(Optional.some) }

    private struct Words: Hashable {
        let locale: LocaleTag
        let text: String
    }

    /// Siblings that have the same words in some language, which no other sibling has.
    private static func byWords(_ old: [RequirementNode], _ new: [RequirementNode]) -> [Int?] {
        let (before, after) = (places(old), places(new))
        var isTaken = Array(repeating: false, count: new.count)
        return old.map { node in
            for wording in node.wordings {
                let words = Words(locale: wording.locale, text: wording.text)
                guard before[words]?.count == 1, let found = after[words], found.count == 1, !isTaken[found[0]] else { continue }
                isTaken[found[0]] = true
                return found[0]
            }
            return nil
        }
    }

    private static func places(_ nodes: [RequirementNode]) -> [Words: [Int]] {
        var places: [Words: [Int]] = [:]
        for (index, node) in nodes.enumerated() {
            for wording in node.wordings { places[Words(locale: wording.locale, text: wording.text), default: []].append(index) }
        }
        return places
    }

    /// The longest row of pairs that stand in the same order in both states.
    private static func inOrder(_ partners: [Int?]) -> [(old: Int, new: Int)] {
        /// For each length, the pair that ends such a row earliest.
        var ends: [Int] = []
        var previous: [Int?] = Array(repeating: nil, count: partners.count)
        for (index, partner) in partners.enumerated() {
            guard let partner else { continue }
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if partners[ends[middle]] ?? 0 < partner { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = index } else { ends.append(index) }
        }
        var row: [(old: Int, new: Int)] = []
        var next = ends.last
        while let index = next, let partner = partners[index] {
            row.append((index, partner))
            next = previous[index]
        }
        return row.reversed()
    }
}
