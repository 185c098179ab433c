import LocalizationModel

/// What a first pass over a site needs of a page: the front matter's place and the first heading, without parsing the page.
public struct PageHead: Sendable {
    public let text: SourceText
    public let frontMatter: SourceSpan?
    /// The first ATX heading's words, markup left out; nil where the page has none.
    public let heading: String?

    public static func read(_ bytes: [UInt8]) -> PageHead {
        let text = SourceText(bytes)
        let fence = FrontMatterFence(text)
        var heading: String?
        for line in text.line(at: fence.bodyStart)...max(text.line(at: fence.bodyStart), text.lineCount) {
            let content = text[text.span(ofLine: line)].drop(while: \.isBlank)
            guard content.first == UInt8(ascii: "#") else { continue }
            let words = Array(content.drop { $0 == UInt8(ascii: "#") || $0.isBlank })
            heading = Self.visible(words)
            break
        }
        return PageHead(text: text, frontMatter: fence.frontMatter, heading: heading)
    }

    private static func visible(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var isInTag = false
        for byte in bytes {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if !isInTag, byte != UInt8(ascii: "*"), byte != UInt8(ascii: "`") { result.append(byte) }
            if byte == UInt8(ascii: ">") { isInTag = false }
        }
        return String(decoding: result.trimmed(), as: UTF8.self)
    }
}
