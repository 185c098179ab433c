/// The words of a short piece of Markdown, for labels and for looking names up; `SegmentFacts.plain` is exact and known for segments only.
public enum PlainWords {
    /// Markdown without emphasis, code marks, tags, escapes and destinations of links. Linear.
    public static func text(_ markdown: String) -> String { String(decoding: bytes(of: markdown), as: UTF8.self) }

    /// The same as UTF-8.
    public static func bytes(of markdown: String) -> ArraySlice<UInt8> {
        var markdown = markdown
        let plain = markdown.withUTF8 { bytes in
            [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
                var index = 0
                while index < bytes.count {
                    var byte: UInt8? = bytes[index]
                    switch bytes[index] {
                    case UInt8(ascii: "\\") where index + 1 < bytes.count && !bytes[index + 1].isASCIIAlphanumeric && bytes[index + 1] < 0x80:
                        index += 1
                        byte = bytes[index]
                    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["): byte = nil
                    case UInt8(ascii: "]"):
                        index = end(ofDestinationBehind: index, in: bytes)
                        byte = nil
                    case UInt8(ascii: "<"):
                        if let end = end(ofTagAt: index, in: bytes) {
                            index = end
                            byte = nil
                        }
                    default: break
                    }
                    if let byte {
                        target.initializeElement(at: count, to: byte)
                        count += 1
                    }
                    index += 1
                }
            }
        }
        return plain[...].trimmed()
    }

    /// The offset of the `)` of `](…)`, else that of the bracket.
    private static func end(ofDestinationBehind bracket: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bracket + 1 < bytes.count, bytes[bracket + 1] == UInt8(ascii: "(") else { return bracket }
        return bytes[(bracket + 2)...].prefix(longestTail).firstIndex(of: UInt8(ascii: ")")) ?? bracket
    }

    /// The offset of the `>` of a tag; nil where the `<` is a letter like others.
    private static func end(ofTagAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1].isASCIILetter || bytes[start + 1] == UInt8(ascii: "/") else { return nil }
        return bytes[start...].prefix(longestTail).firstIndex(of: UInt8(ascii: ">"))
    }

    /// Bytes of a destination or tag; a bracket without an end must not be looked for in the whole page each time.
    private static let longestTail = 2_048

    /// At most so many Unicode scalars; what is longer ends in an ellipsis, at the end of a word where one is near.
    public static func shortened(_ text: String, to longest: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return text }
        let head = scalars.prefix(longest - 1)
        let end = head.lastIndex(of: " ").flatMap { head.distance(from: $0, to: head.endIndex) <= nearWord ? $0 : nil } ?? head.endIndex
        return String(String.UnicodeScalarView(head[..<end])) + "…"
    }

    /// Scalars that may be given up to end with a whole word.
    private static let nearWord = 16
}
