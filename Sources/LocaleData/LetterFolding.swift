import CICU

/// What letters are without case, accents and compatibility forms (Unicode Standard Annex 15), asked of ICU.
public enum LetterFolding {
    /// `Ä` is `a`, `Ｋ` is `k`, `ガ` stays, `ß` is `ss`. The scalar itself where ICU cannot be loaded.
    public static func folded(_ scalar: UInt32) -> [UInt32] {
        // ß has no decomposition, the last sigma of a word no capital of its own.
        if scalar == 0xDF || scalar == 0x1E9E { return [0x73, 0x73] }
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer -> String? in
            guard let base = buffer.baseAddress else { return nil }
            let length = hexapla_icu_fold(scalar, base, Int32(capacity))
            return length < 0 ? nil : String(decoding: UnsafeRawBufferPointer(start: base, count: Int(length)), as: UTF8.self)
        }
        return text?.unicodeScalars.map { $0.value == 0x3C2 ? 0x3C3 : $0.value } ?? [scalar]
    }

    /// A letter and the mark after it as one: `か` and the voiced sound mark are `が`; nil where there is no such letter.
    public static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
        let whole = hexapla_icu_compose(letter, mark)
        return whole == 0 ? nil : whole
    }

    /// In bytes; the longest compatibility decomposition has 18 scalars.
    private static let capacity = 256
}
