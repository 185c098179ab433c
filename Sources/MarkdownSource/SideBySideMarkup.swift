import LocalizationModel

/// Finds translated segments that are published beside their source:
/// `<span data-ttu-id="ID">translation</span><span class="sxs-lookup"><span data-stu-id="ID">source</span></span>`.
struct SideBySideMarkup {
    private(set) var pairs: [SideBySidePair] = []
    /// Ranges that a reader does not see: the spans' tags and the source, ascending and disjoint.
    private(set) var hidden: [Range<Int>] = []

    /// Where a `<span` starts → where its `</span>` starts.
    private let closings: [Int: Int]

    init(_ bytes: [UInt8], from start: Int) {
        guard let first = bytes.firstRange(of: "<span data-ttu-id=\"", from: start) else {
            closings = [:]
            return
        }
        closings = Self.closings(bytes, from: first)
        var i = start
        while let open = bytes.firstRange(of: "<span data-ttu-id=\"", from: i) {
            guard let pair = read(bytes, open) else {
                i = open + 1
                continue
            }
            i = pair
        }
    }

    /// Reads one pair; returns the offset after it, nil where the markup is broken.
    private mutating func read(_ bytes: [UInt8], _ open: Int) -> Int? {
        let idStart = open + 19
        guard let idEnd = bytes.firstRange(of: "\"", from: idStart, to: min(bytes.count, idStart + 64)), bytes.hasBytes("\">", at: idEnd)
        else { return nil }
        let targetStart = idEnd + 2
        guard let targetEnd = closings[open] else { return nil }
        let lookup = targetEnd + 7
        hidden.append(open..<targetStart)
        guard bytes.hasBytes("<span class=\"sxs-lookup\"><span data-stu-id=\"", at: lookup),
            let sourceTag = bytes.firstRange(of: "\">", from: lookup + 45, to: min(bytes.count, lookup + 128)),
            let sourceEnd = closings[lookup + 25], bytes.hasBytes("</span>", at: sourceEnd + 7)
        else {
            hidden.append(targetEnd..<lookup)
            return lookup
        }
        hidden.append(targetEnd..<sourceEnd + 14)
        pairs.append(
            SideBySidePair(
                id: String(decoding: bytes[idStart..<idEnd], as: UTF8.self), target: SourceSpan(targetStart, targetEnd),
                source: SourceSpan(sourceTag + 2, sourceEnd)))
        return sourceEnd + 14
    }

    /// Pairs all spans in one pass; a span never reaches over a blank line.
    private static func closings(_ bytes: [UInt8], from start: Int) -> [Int: Int] {
        var closings: [Int: Int] = [:]
        var open: [Int] = []
        for i in start..<bytes.count {
            if bytes[i] == UInt8(ascii: "<") {
                if bytes.hasBytes("</span>", at: i) {
                    if let span = open.popLast() { closings[span] = i }
                } else if bytes.hasBytes("<span", at: i) {
                    open.append(i)
                }
            } else if bytes[i] == 0x0A, bytes.hasBytes("\n", at: i + 1) || bytes.hasBytes("\r\n", at: i + 1) {
                open.removeAll(keepingCapacity: true)
            }
        }
        return closings
    }
}
