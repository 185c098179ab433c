import LocalizationModel

/// The tags and texts of a piece of HTML that this program wrote.
struct HTMLRuns {
    let html: [UInt8]
    /// Text between tags, in order; never empty.
    private(set) var texts: [Range<Int>] = []
    /// True where every element that starts also ends, in its order.
    private(set) var isBalanced = true
    /// True where a paragraph can hold it.
    private(set) var isInline = true
    private var codes: [Range<Int>] = []

    private static let void: Set<String> = ["br", "hr", "img", "col", "wbr"]
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
        "strong", "sub", "sup", "u", "var", "wbr",
    ]

    init(_ html: [UInt8]) {
        self.html = html
        var open: [(name: String, start: Int)] = []
        var i = 0
        while i < html.count {
            guard html[i] == UInt8(ascii: "<") else {
                let start = i
                while i < html.count, html[i] != UInt8(ascii: "<") { i += 1 }
                texts.append(start..<i)
                continue
            }
            let end = Self.tagEnd(html, i)
            let isClosing = i + 1 < end && html[i + 1] == UInt8(ascii: "/")
            let name = String(decoding: html[(i + (isClosing ? 2 : 1))..<end].prefix { $0.isASCIIAlphanumeric }, as: UTF8.self)
            if !Self.inline.contains(name) { isInline = false }
            if isClosing {
                guard let last = open.popLast(), last.name == name else {
                    isBalanced = false
                    return
                }
                if name == "code" { codes.append(last.start..<i) }
            } else if !Self.void.contains(name) {
                open.append((name, i))
            }
            i = end
        }
        isBalanced = open.isEmpty
    }

    /// The offset after a tag; a `>` in a quoted value does not end it.
    private static func tagEnd(_ html: [UInt8], _ start: Int) -> Int {
        var i = start + 1
        var isQuoted = false
        while i < html.count, isQuoted || html[i] != UInt8(ascii: ">") {
            if html[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
            i += 1
        }
        return min(html.count, i + 1)
    }

    func isCode(_ offset: Int) -> Bool { codes.contains { $0.contains(offset) } }

    /// True where nothing but white space stands before an offset, and no element is open there.
    func isFirstText(_ offset: Int) -> Bool { html[..<offset].allSatisfy(\.isWhitespace) }
}
