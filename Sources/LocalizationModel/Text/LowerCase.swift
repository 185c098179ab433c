/// Texts in lower case as UTF-8: the bytes of `String.lowercased()`, without a look into Unicode's tables for the scripts met most.
public enum LowerCase {
    public static func bytes(of text: String) -> [UInt8] {
        var text = text
        return text.withUTF8(bytes)
    }

    /// - Parameter text: valid UTF-8.
    public static func bytes(of text: ArraySlice<UInt8>) -> [UInt8] { text.withUnsafeBufferPointer(bytes) }

    private static func bytes(of source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var isKnown = true
        let lower = [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
            isKnown = fill(target, from: source)
            count = isKnown ? source.count : 0
        }
        return isKnown ? lower : Array(String(decoding: source, as: UTF8.self).lowercased().utf8)
    }

    /// Writes the text in lower case; false where it has a letter whose small form this table lacks.
    private static func fill(_ target: UnsafeMutableBufferPointer<UInt8>, from source: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < source.count {
            let lead = source[index]
            if lead < 0x80 {
                target.initializeElement(at: index, to: lead.asciiLowercased)
                index += 1
                continue
            }
            // A leading byte says how many follow.
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            if length == 2 {
                guard let (first, second) = pair(lead, source[index + 1]) else { return false }
                target.initializeElement(at: index, to: first)
                target.initializeElement(at: index + 1, to: second)
            } else {
                guard length == 3, hasNoCase(lead, source[index + 1], source[index + 2]) else { return false }
                for offset in index..<index + 3 { target.initializeElement(at: offset, to: source[offset]) }
            }
            index += length
        }
        return true
    }

    /// The small form of a scalar of two bytes: Latin-1 and the Russian letters of Cyrillic with their neighbours; nil for others.
    @inlinable
    public static func pair(_ lead: UInt8, _ second: UInt8) -> (lead: UInt8, second: UInt8)? {
        switch (lead, second) {
        case (0xC2, _): (lead, second)
        // À to Þ but ×; ß to ÿ.
        case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): (lead, second + 0x20)
        case (0xC3, _): (lead, second)
        // Ѐ to Џ, А to П, Р to Я; а to я, ѐ to џ.
        case (0xD0, 0x80...0x8F): (0xD1, second + 0x10)
        case (0xD0, 0x90...0x9F): (lead, second + 0x20)
        case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
        case (0xD0, _), (0xD1, 0x80...0x9F): (lead, second)
        default: nil
        }
    }

    /// True for punctuation, kana, ideographs and the like; false where it is not known.
    private static func hasNoCase(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch lead {
        // U+2000 to U+207F; U+3000 to U+9FFF.
        case 0xE2: second <= 0x81
        case 0xE3...0xE9: true
        // U+FF00 to U+FFFF without the full-width capitals.
        case 0xEF: second > 0xBC || second == 0xBC && (third <= 0xA0 || third >= 0xBB)
        default: false
        }
    }
}
