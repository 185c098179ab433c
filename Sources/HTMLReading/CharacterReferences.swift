import LocalizationModel

/// Character references of HTML (HTML Living Standard, section 13.2.5.72): numbers, and the names that addresses and ids are written with.
/// Other names stay as they are.
public enum CharacterReferences {
    private static let named: [(StaticString, UInt32)] = [
        ("amp;", 0x26), ("lt;", 0x3C), ("gt;", 0x3E), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0xA0), ("Tab;", 0x09), ("NewLine;", 0x0A), ("colon;", 0x3A),
    ]

    public static func decoded(_ text: some RandomAccessCollection<UInt8>) -> [UInt8] {
        let source = Array(text)
        guard source.contains(UInt8(ascii: "&")) else { return source }
        var result: [UInt8] = []
        var i = 0
        while i < source.count {
            guard source[i] == UInt8(ascii: "&"), let (value, end) = reference(source, i + 1) else {
                result.append(source[i])
                i += 1
                continue
            }
            if let scalar = Unicode.Scalar(value) { result += Array(String(Character(scalar)).utf8) }
            i = end
        }
        return result
    }

    private static func reference(_ bytes: [UInt8], _ start: Int) -> (value: UInt32, end: Int)? {
        if start < bytes.count, bytes[start] == UInt8(ascii: "#") { return number(bytes, start + 1) }
        guard let name = named.first(where: { bytes.hasBytes($0.0, at: start) }) else { return nil }
        return (name.1, start + name.0.utf8CodeUnitCount)
    }

    private static func number(_ bytes: [UInt8], _ start: Int) -> (value: UInt32, end: Int)? {
        let isHexadecimal = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
        var i = isHexadecimal ? start + 1 : start
        let first = i
        var value: UInt32 = 0
        while i < bytes.count, let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue, isHexadecimal || digit < 10 {
            value = min(0x11_0000, value * (isHexadecimal ? 16 : 10) + UInt32(digit))
            i += 1
        }
        guard i > first else { return nil }
        return (value, i < bytes.count && bytes[i] == UInt8(ascii: ";") ? i + 1 : i)
    }
}
