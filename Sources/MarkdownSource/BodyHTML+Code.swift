import CCMarkGFM
import LocalizationModel

extension BodyHTML {
    /// Writes a block of code. It runs from left to right in every language, and no browser should translate it.
    mutating func code(_ node: OpaquePointer) {
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        let language = Self.language(info)
        let code = cmark_node_get_literal(node).map(Self.bytes) ?? UnsafeBufferPointer(start: nil, count: 0)
        let highlighted = language.isEmpty ? nil : options.highlight(code, language)
        write("<pre dir=\"ltr\" translate=\"no\"")
        if let highlighted, !highlighted.title.isEmpty { write(" data-language=\"\(escaped(highlighted.title))\"") }
        // Who has no mouse must be able to scroll (WCAG 2.2, success criterion 2.1.1).
        if Self.isWide(code) { write(" tabindex=\"0\"") }
        write(language.isEmpty ? "><code>" : "><code class=\"language-\(escaped(language))\">")
        if let highlighted { out += highlighted.html } else { HTMLText.escape(code, into: &out) }
        write("</code></pre>\n")
    }

    /// The language that a fence names, in lower case: `csharp` of "CSharp title=…" and of "{.csharp}"; empty for none.
    private static func language(_ info: String) -> String {
        var name: [UInt8] = []
        for byte in info.utf8 {
            if name.isEmpty, byte == UInt8(ascii: "{") || byte == UInt8(ascii: ".") || byte.isBlank { continue }
            guard byte.isASCIIAlphanumeric || byte >= 0x80 || "-+#_.".utf8.contains(byte) else { break }
            name.append(byte.asciiLowercased)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Bytes of a line that fit a window of 320 CSS pixels, the narrowest that must work without scrolling in two directions (WCAG 2.2,
    /// success criterion 1.4.10).
    private static let narrow = 26

    private static func isWide(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        var width = 0
        for byte in code {
            width = byte == UInt8(ascii: "\n") ? 0 : width + (byte == UInt8(ascii: "\t") ? 4 : 1)
            if width > narrow { return true }
        }
        return false
    }
}
