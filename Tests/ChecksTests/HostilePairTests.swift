import LocalizationModel
import Testing

/// Pairs of pages that are no pair: one honest statement, the rest notes; and nothing traps.
@Suite("Hostile pairs") struct HostilePairTests {
    static let english =
        "# Levels\n\n" + (1...12).map { "The partner has to send the form to the office \($0) and must pay the fee for this year.\n\n" }.joined()
    static let german =
        "# Stufen\n\n" + (1...12).map { "Der Partner muss das Formular an das Büro \($0) senden und die Gebühr für dieses Jahr bezahlen.\n\n" }.joined()
    static let russian = "# Уровни\n\n" + (1...12).map { "Партнёр должен отправить форму в офис \($0) и оплатить взнос за этот год.\n\n" }.joined()
    static let japanese = "# レベル\n\n" + (1...12).map { "パートナーはフォームをオフィス \($0) に送信し、今年の料金を支払う必要があります。\n\n" }.joined()
    static let chinese = "# 级别\n\n" + (1...12).map { "合作伙伴必须将表格发送到办公室 \($0) 并支付今年的费用。\n\n" }.joined()

    private func loud(_ source: String, _ target: String, _ locale: String) throws -> [String] {
        try Groups.findings([("en-US", source), (locale, target)]).filter { $0.severity > .note }.map { "\($0.rule): \($0.message)" }
    }

    @Test func anEmptyPageIsOneFault() throws {
        for empty in ["", "\n\n", "---\ntitle: Stufen\n---\n", "<!-- x -->\n"] {
            #expect(try loud(Self.english, empty, "de-DE") == ["missing-segment: The page is empty: all 13 segments of the source are missing"])
            #expect(
                try loud(empty, Self.german, "de-DE").filter { !$0.contains("metadata") } == [
                    "extra-segment: The source page is empty: none of the 13 segments here has a source"
                ])
        }
        #expect(try loud("", "", "de-DE") == [])
    }

    @Test(arguments: [("de-DE", german), ("ru-RU", russian), ("ja-JP", japanese), ("zh-CN", chinese)])
    func swappedPagesAreToldSo(locale: String, text: String) throws {
        #expect(
            try loud(text, Self.english, locale) == ["untranslated-segment: Source and translation are swapped: this page is in en-US, its source in \(locale)"]
        )
        #expect(try loud(Self.english, text, locale) == [])
    }

    @Test func aPageInAThirdLanguageIsToldSo() throws {
        for (locale, text) in [("de-DE", Self.russian), ("de-DE", Self.japanese), ("ru-RU", Self.chinese), ("ja-JP", Self.chinese), ("zh-CN", Self.japanese)] {
            #expect(try loud(Self.english, text, locale) == ["wrong-language: The page is neither in \(locale) nor in en-US"], "\(locale)")
        }
        #expect(try loud(Self.german, Self.german, "de-DE") == ["wrong-language: The source page is not in en-US"])
    }

    @Test func anUntranslatedPageIsNamedAndItsSentencesAreCounted() throws {
        let findings = try loud(Self.english, Self.english, "ja-JP")
        #expect(findings.contains("untranslated-segment: The page is not translated: all of it is in en-US"))
        #expect(findings.count >= 13)
    }

    @Test func pagesThatShareNoFactAreNamed() throws {
        let source = (1...30).map { "The office has \($0 * 7 + 1000) of them, and the form can be sent there.\n\n" }.joined()
        let target = (1...30).map { "Das Büro hat \($0 * 11 + 5000) davon, und das Formular kann dorthin gesendet werden.\n\n" }.joined()
        let findings = try loud(source, target, "de-DE")
        #expect(findings.count == 1 && findings[0].hasPrefix("structure-mismatch: Hardly any number"))
    }

    static let lines = [
        "word ", "漢字", "。", "a. B ", "*", "**a** ", "_a", "[a](b.md) ", "![a](b \"c\") ", "`", "`a` ", "<", "<a ", "<b>x</b> ", "<? ", "<!A ", "a <![CDATA[ ",
        ">", "- ", "1 ",
        "1.1-", "&amp;", "\\", "https://a.b/c ", "a@b.c ", "[", "](", "|a", "#", "\n", "\r", "\0", "<img alt=\"a b\"> ", "<div><p>a</p>", "**A b. ",
    ]

    /// Long enough that quadratic time would be noticed by whoever waits for the tests; no time is asserted.
    @Test(arguments: lines) func oneEnormousLineIsRead(piece: String) throws {
        let line = String(repeating: piece, count: 40_000 / piece.utf8.count)
        _ = try Groups.findings([("en-US", line), ("de-DE", Self.german)])
        _ = try Groups.findings([("en-US", Self.english), ("de-DE", line)])
    }

    @Test func deepNestingIsRead() throws {
        let lists = (0..<400).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        for page in [lists, String(repeating: "> ", count: 3_000) + "a\n", String(repeating: "- ", count: 3_000) + "a\n", String(repeating: "[", count: 9_000)]
        {
            _ = try Groups.findings([("en-US", page), ("de-DE", page)])
        }
    }

    /// The parser is slow at these in its own way: a paragraph before a table, and wide tables with short rows.
    @Test func oddTablesAreRead() throws {
        let before = String(repeating: "a\n", count: 10_000) + "|a|b|\n|-|-|\n"
        let wide = String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000) + "|\n" + String(repeating: "b\n", count: 2_000)
        for page in [before, wide] { _ = try Groups.findings([("en-US", page), ("de-DE", page)]) }
    }
}
