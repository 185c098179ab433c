import LocalizationModel

/// What a page says of itself in one or two sentences: its front matter's description, else the beginning of its first paragraph.
enum PageDescription {
    /// Characters that search engines and previews show: of a script with spaces, and of one whose characters are twice as wide.
    private static let longest = (spaced: 160, wide: 80)

    /// Plain text; nil for a page without a paragraph.
    static func of(_ page: Page, _ profile: LocaleProfile) -> String? {
        if let description = page.metadata.text("description") {
            let plain = collapsed(description)
            if !plain.isEmpty { return plain }
        }
        guard let first = page.segments.first(where: { $0.kind == .paragraph && page.document.blocks[$0.block].parent == nil && !$0.facts.plain.isEmpty })
        else { return nil }
        let sentences = page.segments.lazy.filter { $0.block == first.block }.prefix(mostSentences).map(\.facts.plain)
        return shortened(collapsed(sentences.joined(separator: profile.separatesWords ? " " : "")), profile)
    }

    /// More of a paragraph than any description shows.
    private static let mostSentences = 8

    /// Unicode scalars of a character, on average.
    private static let mostScalars = 10

    /// The beginning of a text, cut where a word ends: at a space, or, in a script without spaces, between any two characters that are no
    /// letters of one foreign word. A character is never cut in two.
    static func shortened(_ text: String, _ profile: LocaleProfile) -> String {
        let most = profile.separatesWords ? longest.spaced : longest.wide
        // A character may be made of any number of marks.
        let near = String(text.unicodeScalars.prefix(most * mostScalars))
        var head = near.prefix(most)
        guard head.endIndex < near.endIndex, let limit = head.indices.last else { return near.utf8.count == text.utf8.count ? text : near + "…" }
        head = near[..<limit]
        let isInWord = !endsWord(head.last, near[limit], profile)
        if isInWord {
            let whole = head.indices.reversed().prefix(most / 2).first { index in
                index > head.startIndex && endsWord(head[head.index(before: index)], head[index], profile)
            }
            if let whole { head = head[..<whole] }
        }
        while let last = head.last, last.isWhitespace || ",;:，、；：".contains(last) { head.removeLast() }
        return head + "…"
    }

    /// True where a text may be cut between two characters.
    private static func endsWord(_ last: Character?, _ next: Character, _ profile: LocaleProfile) -> Bool {
        guard let last else { return false }
        if last.isWhitespace || next.isWhitespace { return true }
        guard !profile.separatesWords else { return false }
        return !(last.isASCII && next.isASCII) && !"、。，．！？：；）」』】〉》".contains(next)
    }

    /// White space as one space, none at the ends.
    private static func collapsed(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte > 0x20, byte != 0x7F { bytes.append(byte) } else if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
