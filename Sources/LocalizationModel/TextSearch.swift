/// Whether a text contains another, decided on bytes where that says the same as comparing characters.
public enum TextSearch {
    public static func contains(_ text: String, _ part: String) -> Bool {
        if text == part { return true }
        var (text, part) = (text, part)
        let isFound = text.withUTF8 { text in part.withUTF8 { part in isPlain(text) && isPlain(part) ? holds(text, part) : nil } }
        return isFound ?? text.contains(part)
    }

    /// True where a text is compared by its bytes.
    public static func comparesBytes(of text: String) -> Bool {
        var text = text
        return text.withUTF8(isPlain)
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            var length = 1
            while length < part.count, text[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
        }
        return false
    }

    /// True where each scalar is a character by itself and no other spelling is canonically equivalent: no combining marks, no scalar
    /// that stands for another, no carriage return.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                guard text[index] != 0x0D else { return false }
                index += 1
                continue
            }
            let (value, length) = text.scalar(at: index)
            guard isPlain(value) else { return false }
            index += length
        }
        return true
    }

    /// For scalars beyond ASCII.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        // Latin; Cyrillic; punctuation.
        case 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x481, 0x2010...0x2027, 0x202F...0x205E: true
        // CJK punctuation, kana, ideographs, full-width forms.
        case 0x3000...0x3029, 0x3041...0x3096, 0x309D...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
        default: false
        }
    }
}
