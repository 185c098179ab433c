import LocalizationModel

/// The id that a heading sets at its end: `## Fees {#fees}` (Pandoc, kramdown, Goldmark, Docusaurus).
struct HeadingAttribute {
    let id: String
    /// From the opening to the closing brace.
    let range: Range<Int>

    /// Nil for a heading without one.
    init?(_ heading: [UInt8]) {
        let end = heading.lastIndex { !$0.isWhitespace } ?? 0
        guard heading.count > 3, heading[end] == UInt8(ascii: "}"), let start = heading[..<end].lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let words = heading[start + 1..<end].split(whereSeparator: \.isWhitespace)
        guard let word = words.first(where: { $0.first == UInt8(ascii: "#") }), word.count > 1 else { return nil }
        id = String(decoding: word.dropFirst(), as: UTF8.self)
        range = start..<end + 1
    }
}
