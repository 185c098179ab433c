import LocalizationModel

/// What the units of a report page are linked by: a digest of what they say, so that a link survives edits elsewhere on the page.
///
/// A unit with a source keeps its address while its translation is mended.
struct UnitAddresses {
    private var digests: [UInt32] = []
    /// How often the same digest stood before; 0 for nearly all.
    private var repeats: [Int] = []
    private var seen: [UInt32: Int] = [:]

    init(count: Int) {
        digests.reserveCapacity(count)
        repeats.reserveCapacity(count)
        seen.reserveCapacity(count)
    }

    /// Adds a unit by the texts of its source, else of its target.
    mutating func add(_ texts: some Sequence<String>) {
        var digest: UInt64 = 0
        for text in texts { digest = digest &* 31 &+ Digest.fast(text) }
        let short = UInt32(truncatingIfNeeded: digest)
        digests.append(short)
        repeats.append(seen[short, default: 0])
        seen[short] = (repeats.last ?? 0) + 1
    }

    /// `u-3fa9c1d2`, and `u-3fa9c1d2-2` for the second unit that says the same.
    subscript(index: Int) -> String {
        let digits = String(digests[index], radix: 16)
        let address = "u-" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return repeats[index] == 0 ? address : "\(address)-\(repeats[index] + 1)"
    }
}

/// What the findings of a report page are linked by: their fingerprints, which scripts know them by too.
struct FindingAddresses {
    private var seen: [String: Int] = [:]
    private var states: FindingStates

    init(_ states: FindingStates) { self.states = states }

    /// `f-0123456789abcdef`, with a number behind it for a finding that is made twice.
    mutating func next(_ finding: Finding) -> (address: String, state: FindingState?) {
        let fingerprint = Fingerprint.of(finding.identity)
        let (address, state) = ("f-" + fingerprint, states.next(fingerprint))
        let repeats = seen[address, default: 0]
        seen[address] = repeats + 1
        return (repeats == 0 ? address : "\(address)-\(repeats + 1)", state)
    }
}
