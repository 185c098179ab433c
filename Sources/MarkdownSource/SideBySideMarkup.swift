import LocalizationModel

/// Finds translated segments that are published beside their source:
/// `<span data-ttu-id="ID">translation</span><span class="sxs-lookup"><span data-stu-id="ID">source</span></span>`.
struct SideBySideMarkup {
    private(set) var pairs: [SideBySidePair] = []
    /// Ranges that a reader does not see: the spans' tags and the source, ascending and disjoint.
    private(set) var hidden: [Range<Int>] = []

    init(_ bytes: [UInt8], from start: Int) {
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
        guard let targetEnd = closing(bytes, targetStart) else { return nil }
        let lookup = targetEnd + 7
        hidden.append(open..<targetStart)
        guard bytes.hasBytes("<span class=\"sxs-lookup\"><span data-stu-id=\"", at: lookup),
            let sourceTag = bytes.firstRange(of: "\">", from: lookup + 45, to: min(bytes.count, lookup + 128)),
            let sourceEnd = closing(bytes, sourceTag + 2), bytes.hasBytes("</span>", at: sourceEnd + 7)
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

    /// The `</span>` that closes the span whose content starts at `start`; spans inside are skipped.
    private func closing(_ bytes: [UInt8], _ start: Int) -> Int? {
        // Longer than any sentence; without a bound, markup that never closes would cost quadratic time.
        let end = min(bytes.count, start + 16_384)
        var depth = 0
        var i = start
        while i < end {
            if bytes[i] == UInt8(ascii: "<") {
                if bytes.hasBytes("</span>", at: i) {
                    if depth == 0 { return i }
                    depth -= 1
                } else if bytes.hasBytes("<span", at: i) {
                    depth += 1
                }
            } else if bytes[i] == 0x0A, i + 1 < bytes.count, bytes[i + 1] == 0x0A {
                return nil  // a pair never spans blocks
            }
            i += 1
        }
        return nil
    }
}
