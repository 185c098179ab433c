/// The order of two merged lists: the first list's, and after each of its members what the second list has only there.
enum MergedOrder {
    /// - Parameters:
    ///   - partners: for each member of the first list, the index in the second.
    ///   - count: members of the second list.
    static func order(_ partners: [Int?], count: Int) -> [(first: Int?, second: Int?)] {
        if partners.count == count, partners.indices.allSatisfy({ partners[$0] == $0 }) { return partners.map { ($0, $0) } }
        var following: [[Int]] = Array(repeating: [], count: partners.count + 1)
        var owners: [Int?] = Array(repeating: nil, count: count)
        for (i, partner) in partners.enumerated() { if let partner { owners[partner] = i } }
        var place = 0
        for j in 0..<count {
            if let owner = owners[j] { place = owner + 1 } else { following[place].append(j) }
        }
        var order: [(first: Int?, second: Int?)] = following[0].map { (nil, $0) }
        for (i, partner) in partners.enumerated() {
            order.append((i, partner))
            order += following[i + 1].map { (nil, $0) }
        }
        return order
    }
}
