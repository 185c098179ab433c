/// The ids of one page: each stands once (HTML Living Standard, section 3.2.6.1).
public struct PageIDs: Sendable {
    private var taken: Set<String>
    /// How often an id was wanted, for the number of the next one.
    private var counts: [String: Int] = [:]

    /// - Parameter taken: those that stand on every page, as its templates have them.
    public init(taken: Set<String> = []) { self.taken = taken }

    public func contains(_ id: String) -> Bool { taken.contains(id) }

    /// True where the id was free; it is taken now.
    public mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

    /// The id, with a number where it is taken already: `fees`, `fees-1`, `fees-2`, as publishing systems number headings of the same words.
    public mutating func unique(_ wanted: String) -> String {
        let base = wanted.isEmpty ? "section" : wanted
        if taken.insert(base).inserted { return base }
        var count = counts[base, default: 0]
        repeat { count += 1 } while !taken.insert("\(base)-\(count)").inserted
        counts[base] = count
        return "\(base)-\(count)"
    }

    /// A name as an id may have it: what is white space, a quotation mark or a sign of markup becomes a hyphen.
    public static func valid(_ name: String) -> String {
        guard name.utf8.contains(where: isInvalid) else { return name }
        return String(decoding: name.utf8.map { isInvalid($0) ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }

    private static func isInvalid(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): true
        default: false
        }
    }
}
