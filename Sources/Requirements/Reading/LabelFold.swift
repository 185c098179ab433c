import LocalizationModel

/// Where a paragraph divides into a strong label and the text after its colon: `**label**：text`.
struct LabelFold {
    let label: Range<Int>
    let text: Range<Int>

    init?(_ leaf: LeafText) {
        let bytes = leaf.bytes
        let strong = leaf.inlines.first { if case .strong = $0.kind { true } else { false } }
        guard let strong, bytes[..<strong.range.lowerBound].allSatisfy(\.isWhitespace) else { return nil }
        var content = bytes[strong.content].trimmed()
        var rest = bytes[strong.range.upperBound...].trimmed()
        if let inner = Self.withoutLastColon(content) {
            content = inner
        } else if let after = Self.withoutFirstColon(rest) {
            rest = after
        } else {
            return nil
        }
        guard content.contains(where: { $0.isASCIILetter || $0 >= 0xC3 }), rest.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0xC3 })
        else { return nil }
        label = content.startIndex..<content.endIndex
        text = rest.startIndex..<rest.endIndex
    }

    private static func withoutFirstColon(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.hasBytes(":", at: bytes.startIndex) { return bytes.dropFirst().trimmed() }
        return bytes.hasBytes("：", at: bytes.startIndex) ? bytes.dropFirst(3).trimmed() : nil
    }

    private static func withoutLastColon(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.hasBytes(":", at: bytes.endIndex - 1) { return bytes.dropLast().trimmed() }
        return bytes.hasBytes("：", at: bytes.endIndex - 3) ? bytes.dropLast(3).trimmed() : nil
    }
}
