/// Text of strangers inside Markdown as GitHub and GitLab read it: it stays text, on one line. It must not begin one.
enum MarkdownText {
    /// Escaped (CommonMark, sections 2.4 and 2.5), so that nothing in it is markup, HTML, a link or a cell's end; nor, by a joiner that
    /// takes no room, a mention, a reference to an issue or an address, all of which are looked for after backslashes are gone.
    static func of(_ text: String) -> String {
        let scalars = Array(VisibleText.of(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "|": result.append(contentsOf: "&#124;".unicodeScalars)
            case "\\", "`", "*", "_", "[", "]", "~", "$":
                result.append("\\")
                result.append(scalar)
            default: result.append(scalar)
            }
            if joins(scalars, index) { result.append("\u{2060}") }
        }
        return String(result)
    }

    /// True where the character and the next one would begin a reference: `@name`, `#1`, `GH-1`, `!1`, `://`, `www.`.
    private static func joins(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 1 < scalars.count else { return false }
        let next = scalars[index + 1]
        let last = index > 0 ? scalars[index - 1] : " "
        switch scalars[index] {
        case "@", "#": return true
        case "!", "$", "%", "&", "~": return next.isASCIIWord && !last.isASCIIWord
        case "-": return next.isASCIIDigit && (last == "H" || last == "h") && index > 1 && (scalars[index - 2] == "G" || scalars[index - 2] == "g")
        case ":": return next == "/"
        case "w", "W": return next == "."
        default: return false
        }
    }

    /// As a code span, in which nothing is read as markup: the fence is longer than any run of backticks inside (section 6.1).
    /// In a table the bar would still end the cell, so one that looks like it takes its place.
    static func code(_ text: String) -> String {
        let text = VisibleText.of(text)
        guard !text.isEmpty else { return "" }
        var (run, longest) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let edge = longest > 0 || text.hasPrefix(" ") || text.hasSuffix(" ") ? " " : ""
        return fence + edge + String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "|" ? "∣" : $0 })) + edge + fence
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isASCIIWord: Bool { isASCIIDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
