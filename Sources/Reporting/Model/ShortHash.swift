import LocalizationModel

/// A digest that names a text in an id: `FNV1a`, folded to 32 bits.
///
/// It is the same on every machine and in every version; two texts with one digest are told apart by an ordinal.
enum ShortHash {
    /// 8 lower-case hexadecimal digits.
    static func of(_ text: String) -> String {
        let hash = FNV1a.hash(text.utf8)
        let digits = String((hash >> 32) ^ (hash & 0xFFFF_FFFF), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
