/// A set of scalars below U+10000, a bit each: asked for every ideograph of a page.
struct ScalarSet: Sendable {
    private let words: [UInt64]
    /// The first scalar that `words` hold.
    private let first: UInt32

    init(_ scalars: some Sequence<UInt32>) {
        let known = scalars.filter { $0 < 0x10000 }.sorted()
        guard let least = known.first, let last = known.last else {
            (words, first) = ([], 0)
            return
        }
        var words = [UInt64](repeating: 0, count: Int(last - least) / 64 + 1)
        for scalar in known { words[Int(scalar - least) / 64] |= 1 << UInt64((scalar - least) % 64) }
        (self.words, first) = (words, least)
    }

    var isEmpty: Bool { words.isEmpty }

    @inline(__always) func contains(_ scalar: UInt32) -> Bool {
        let place = Int(truncatingIfNeeded: scalar &- first)
        return place >= 0 && place < words.count * 64 && words[place / 64] & 1 << UInt64(place % 64) != 0
    }
}
