import LocalizationModel

/// Marks of half width among ideographs and kana, and marks of full width among other letters.
public enum PunctuationWidth: PageRule {
    public static let metadata = RuleMetadata(
        id: "punctuation-width", severity: .warning, sign: .structure, scope: .unit, issueType: "typographical",
        summary: "A mark of punctuation has the width of another script.",
        explanation: """
            Which marks stand in full width after a locale's letters is written in its file (`widths`). Where a page writes a mark in \
            half width throughout, that is its house style: one note. Marks of which house styles differ (brackets) are a note where \
            one page writes both. Full-width marks among Latin or Cyrillic letters come from an input method and are always wrong; \
            full-width letters and digits are reported beside those of half width. Codes and addresses are not looked at.
            """,
        examples: [
            .bad(
                ("en-US", "Open the page, then select the form. Send the form. Close the page."),
                ("zh-CN", "打开页面,然后选择表格。发送表格。关闭页面。")),
            .bad(
                ("en-US", "Open the page; then select the form. Send the form. Close the page."),
                ("zh-TW", "開啟頁面;然後選擇表單。傳送表單。關閉頁面。")),
            .bad(
                ("en-US", "Open the page. Send the form. Close the page. Go on."),
                ("ja-JP", "ページを開きます. フォームを送信します。ページを閉じます。先に進みます。")),
            .bad(("en-US", "Open the page, then send it."), ("de-DE", "Öffnen Sie die Seite， und senden Sie sie ab.")),
            .good(("en-US", "Open the page, then send it (3,000 times)."), ("zh-CN", "打开页面，然后发送 3,000 次（不多不少）。")),
            .good(("en-US", "Is it `a,b`? See https://example.org/a,b."), ("ja-JP", "`a,b` ですか？https://example.org/a,b を参照してください。")),
            .good(("en-US", "Open the page, then send it."), ("ru-RU", "Откройте страницу, затем отправьте её.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let blocks = pair.prose.blocks(.width)
        guard !blocks.isEmpty else { return [] }
        return pair.profile.isEastAsian ? half(blocks, pair) + letters(blocks, pair) : blocks.flatMap { full($0, pair) }
    }

    // MARK: Half width among ideographs

    /// A mark of half width is a slip where so many of full width stand on the page for each.
    private static let fullPerHalf = 2

    private static func half(_ blocks: [ProseBlock], _ pair: PairContext) -> [Finding] {
        let widths = pair.profile.widths
        let wide = places(of: widths.wide, in: blocks)
        let either = places(of: widths.either, in: blocks)
        guard !wide.isEmpty || !either.isEmpty else { return [] }
        let full = fullMarks(of: pair.page)
        let count = widths.wide.values.reduce(0) { $0 + (full[$1] ?? 0) }
        let isHouseStyle = count < wide.count * fullPerHalf
        let mixed = either.filter { place in
            let wide = widths.either[place.mark].flatMap { full[$0] } ?? 0
            return wide > either.count { $0.mark == place.mark }
        }
        return (isHouseStyle ? note(wide, count, pair) : findings(wide, pair))
            + note(mixed, Set(mixed.map(\.mark)).reduce(0) { $0 + (widths.either[$1].flatMap { full[$0] } ?? 0) }, pair)
    }

    /// A mark of half width among ideographs.
    private struct Narrow {
        let block: ProseBlock
        let place: Int
        let mark: UInt32
    }

    private static func places(of marks: [UInt32: UInt32], in blocks: [ProseBlock]) -> [Narrow] {
        guard !marks.isEmpty else { return [] }
        return blocks.flatMap { block in
            block.prose.scalars.indices.compactMap { place in
                let mark = block.prose.scalars[place]
                guard mark < 0x80, marks[mark] != nil, standsAmongIdeographs(place, block.prose) else { return nil }
                return Narrow(block: block, place: place, mark: mark)
            }
        }
    }

    /// How often a page writes each mark beyond ASCII that may be one of full width.
    private static func fullMarks(of page: Page) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        for leaf in page.document.blocks.lazy.compactMap(\.leaf) {
            var place = 0
            while place < leaf.bytes.count {
                let (scalar, length) = leaf.bytes.scalar(at: place)
                if scalar >= 0xFF01 && scalar <= 0xFF60 || scalar >= 0x3001 && scalar <= 0x301F { counts[scalar, default: 0] += 1 }
                place += length
            }
        }
        return counts
    }

    /// By the segment that holds them.
    private static func grouped(_ narrow: [Narrow], _ pair: PairContext) -> [ProsePlaces] {
        var found: [ProsePlaces] = []
        var next = 0
        while next < narrow.count {
            let block = narrow[next].block
            let end = narrow[next...].firstIndex { $0.block.index != block.index } ?? narrow.count
            found += pair.places(narrow[next..<end].map { $0.place..<$0.place + 1 }, in: block)
            next = end
        }
        return found
    }

    private static func findings(_ narrow: [Narrow], _ pair: PairContext) -> [Finding] {
        grouped(narrow, pair).map { finding($0, pair.profile.widths.wide, pair) }
    }

    /// One for the page: a matter of its style.
    private static func note(_ narrow: [Narrow], _ full: Int, _ pair: PairContext) -> [Finding] {
        guard let first = grouped(narrow, pair).first else { return [] }
        let marks = first.texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let message = "\(Quoted.list(marks)) in half width: \(narrow.count) such marks on this page, \(full) of full width"
        return [pair.finding(Self.self, message, severity: .note, at: first)]
    }

    private static func finding(_ places: ProsePlaces, _ marks: [UInt32: UInt32], _ pair: PairContext) -> Finding {
        let expected = places.ranges.compactMap { marks[places.block.prose.scalars[$0.lowerBound]].flatMap(Unicode.Scalar.init) }.map { String($0) }
        return pair.finding(
            Self.self, "\(Quoted.list(places.texts)) \(places.ranges.count == 1 ? "has" : "have") half width among letters of full width", at: places,
            expected: expected.joined(separator: " "))
    }

    /// True for a mark right behind an ideograph or kana (an opening bracket: before one) which is no part of a name, number or address.
    private static func standsAmongIdeographs(_ place: Int, _ prose: Prose) -> Bool {
        let (before, after) = (prose.before(place), prose.after(place))
        if prose.scalars[place] == UInt32(UInt8(ascii: "(")) { return after.map(isIdeographOrKana) ?? false || before.map(isIdeographOrKana) ?? false }
        guard let before, isIdeographOrKana(before) else { return false }
        guard let after, after < 0x80, prose.scalars[place] == UInt32(UInt8(ascii: ".")) else { return true }
        // A file name, an ellipsis.
        return !UInt8(after).isASCIIAlphanumeric && after != UInt32(UInt8(ascii: "."))
    }

    static func isIdeographOrKana(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3005, 0x3041...0x3096, 0x309D...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
        default: false
        }
    }

    // MARK: Full width among other letters

    private static func full(_ block: ProseBlock, _ pair: PairContext) -> [Finding] {
        let scalars = block.prose.scalars
        let found = scalars.indices.filter { place in
            guard isFullWidth(scalars[place]) else { return false }
            return !(block.prose.before(place).map(isEastAsian) ?? false) && !(block.prose.after(place).map(isEastAsian) ?? false)
        }
        return pair.places(found.map { $0..<$0 + 1 }, in: block).map { places in
            pair.finding(
                Self.self, "\(Quoted.list(places.texts)) \(places.ranges.count == 1 ? "has" : "have") full width among letters of half width", at: places)
        }
    }

    /// Punctuation, letters and digits of U+FF01 to U+FF5E, and the marks that Chinese and Japanese write.
    private static func isFullWidth(_ scalar: UInt32) -> Bool { scalar == 0x3001 || scalar == 0x3002 || scalar >= 0xFF01 && scalar <= 0xFF5E }
    private static func isEastAsian(_ scalar: UInt32) -> Bool { isIdeographOrKana(scalar) || scalar >= 0x3000 && scalar < 0x3040 && !isFullWidth(scalar) }

    /// Letters and digits of full width where the page writes others of half width: only digits that stand in both widths are sure.
    private static func letters(_ blocks: [ProseBlock], _ pair: PairContext) -> [Finding] {
        blocks.flatMap { block -> [Finding] in
            let scalars = block.prose.scalars
            let ranges = runs(scalars) { (0xFF10...0xFF19).contains($0) || (0xFF21...0xFF3A).contains($0) || (0xFF41...0xFF5A).contains($0) }
            return pair.places(ranges, in: block).map { places in
                pair.finding(
                    Self.self, "\(Quoted.list(places.texts)) is written in full width", severity: .note, at: places,
                    expected: places.ranges.map { range in String(String.UnicodeScalarView(scalars[range].compactMap { Unicode.Scalar($0 - 0xFEE0) })) }
                        .joined(separator: " "))
            }
        }
    }

    private static func runs(_ scalars: [UInt32], _ isMember: (UInt32) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for place in scalars.indices where isMember(scalars[place]) {
            if let last = runs.last, last.upperBound == place { runs[runs.count - 1] = last.lowerBound..<place + 1 } else { runs.append(place..<place + 1) }
        }
        return runs
    }
}
