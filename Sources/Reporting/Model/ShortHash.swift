/// A digest that names a text in an id: FNV-1a (Fowler, Noll, Vo) of 64 bits, folded to 32.
///
/// It is the same on every machine and in every version; two texts with one digest are told apart by an ordinal.
enum ShortHash {
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// 8 lower-case hexadecimal digits.
    static func of(_ text: String) -> String {
        let hash = text.utf8.reduce(offsetBasis) { ($0 ^ UInt64($1)) &* prime }
        let digits = String((hash >> 32) ^ (hash & 0xFFFF_FFFF), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
