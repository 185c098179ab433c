import Reporting
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Größe", 5), ("Gro\u{308}ße", 5), ("Золото", 6), ("金級", 4), ("ゴールド", 8), ("が", 2), ("か\u{3099}", 2),
        ("ｺﾞ", 2), ("ＡＢ", 4), ("「金」、。", 10), ("한국", 4), ("🥇", 2), ("a\u{200B}b\u{FEFF}", 2), ("\u{1B}\t", 0), ("𠮷", 2), ("…–·", 3),
        ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("🇯🇵", 2), ("กำ", 2), ("नि", 2), ("ᄒ\u{1161}\u{11AB}", 2), ("©", 1),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("金級です", 8, "金級です"), ("金級です", 7, "金級で…"), ("金級です", 6, "金級…"), ("金級です", 2, "…"),
        ("a金", 2, "a…"),
    ])
    func fitsWithoutCuttingACharacterInHalf(text: String, columns: Int, fitted: String) {
        #expect(DisplayWidth.fitted(text, columns) == fitted)
        #expect(DisplayWidth.of(DisplayWidth.fitted(text, columns)) <= columns)
    }

    @Test func padsToColumns() {
        #expect(DisplayWidth.padded("金", 4) == "金  ")
        #expect(DisplayWidth.rightAligned("金", 4) == "  金")
        #expect(DisplayWidth.padded("金級", 3) == "金級")
    }
}
