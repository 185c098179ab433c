import LocalizationModel

/// The anchors that links to a page may use, in the widest sense: those that the page sets, and those that any common publishing system would
/// make of its headings. Systems differ in what they do with punctuation, accents, numbers and other scripts, so that names are compared by
/// their letters and digits alone.
///
/// Read from the bytes, without parsing: a heading inside a code block only makes the reading more generous.
public struct AnchorNames: Sendable {
    /// Digests of names, ascending.
    private let names: [UInt64]
    /// Digests of names that more than one heading has, ascending: publishing systems number those.
    private let repeated: [UInt64]
    /// True where text comes from elsewhere, with anchors that nobody knows here.
    private let isOpen: Bool
    /// The ids that the published page offers, each once, in the order of the text.
    public let ids: [String]
    /// Digest of a name → place in `ids`.
    private let places: [UInt64: Int]
    /// The destinations of what the page includes.
    public let inclusions: [String]
    private let known: Set<String>
    /// Of the names as they are written.
    private let written: UInt64

    /// - Parameter taken: ids that no page's text may use.
    public init(_ bytes: [UInt8], taken: PageIDs = PageIDs()) {
        var scan = AnchorScan(bytes)
        scan.run()
        var counts: [UInt64: Int] = [:]
        for name in scan.headings { counts[name, default: 0] += 1 }
        names = Set(scan.headings).union(scan.ids).union(scan.standIns).sorted()
        repeated = Set(counts.filter { $0.value > 1 }.keys).union(scan.standIns).sorted()
        isOpen = scan.isOpen
        var taken = taken
        ids = scan.names.map { taken.unique(PageIDs.valid($0)) }
        known = Set(ids)
        places = scan.places
        inclusions = scan.inclusions
        written = FNV1a.hash((scan.names + [""] + scan.inclusions).map { FNV1a.hash($0.utf8.map(UInt64.init)) })
    }

    /// The id that a heading has which stands in a fragment: the one that it sets, else that of its words.
    public static func id(ofHeading text: [UInt8]) -> String { AnchorScan.id(ofHeading: text) }

    /// True where the published page has this very id.
    public func has(_ id: String) -> Bool { known.contains(id) }

    /// The id of the published page that an anchor means, percent-decoded: names are compared as `offer` does. Nil where it has none.
    public func id(for anchor: String) -> String? {
        var bytes = Array(anchor.utf8)
        if bytes.starts(with: "user-content-".utf8) { bytes.removeFirst("user-content-".utf8.count) }
        let name = PageIDs.valid(String(decoding: bytes, as: UTF8.self))
        if known.contains(name) { return name }
        if let place = places[AnchorScan.digest(bytes[...])] { return ids[place] }
        let digits = bytes.reversed().prefix(while: \.isASCIIDigit).count
        let base = digits > 0 ? AnchorScan.digest(bytes.dropLast(digits)) : 0
        return digits > 0 && Self.contains(repeated, base) ? places[base].map { ids[$0] } : nil
    }

    /// True where a link with this anchor, without `#` and percent-decoded, may lead somewhere on the page.
    public func offer(_ anchor: String) -> Bool {
        if isOpen || Self.isForPrograms(anchor) { return true }
        var bytes = Array(anchor.utf8)
        if bytes.starts(with: "user-content-".utf8) { bytes.removeFirst("user-content-".utf8.count) }
        let name = AnchorScan.digest(bytes[...])
        if Self.contains(names, name) { return true }
        // A number that tells headings of the same words apart.
        let digits = bytes.reversed().prefix(while: \.isASCIIDigit).count
        return digits > 0 && Self.contains(repeated, AnchorScan.digest(bytes.dropLast(digits)))
    }

    /// Equal for pages that offer the same.
    public var digest: UInt64 { FNV1a.hash(names + [0] + repeated + [written], seed: isOpen ? 1 : 0) }

    /// The top of the page, tabs, lines of code, footnotes and passages of text: made by programs, not named by headings.
    private static func isForPrograms(_ anchor: String) -> Bool {
        if anchor.isEmpty || anchor == "top" { return true }
        return anchor.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "<"): true
            default: false
            }
        } || anchor.utf8.starts(with: "fn".utf8) || anchor.utf8.first == UInt8(ascii: "L") && anchor.utf8.dropFirst().allSatisfy(\.isASCIIDigit)
    }

    private static func contains(_ sorted: [UInt64], _ value: UInt64) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == value
    }
}
