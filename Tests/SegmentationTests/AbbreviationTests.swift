import Testing

/// Each locale's abbreviations and ordinals: they end no sentence where one goes on, and one ends behind them where it must.
@Suite("Abbreviations and ordinals")
struct AbbreviationTests {
    @Test(
        "do not end a sentence",
        arguments: [
            ("de-DE", "z. B."), ("de-DE", "z.B."), ("de-DE", "d. h."), ("de-DE", "u. a."), ("de-DE", "bzw."), ("de-DE", "ca."), ("de-DE", "Nr."),
            ("de-DE", "Abs."),
            ("de-DE", "inkl."), ("de-DE", "ggf."), ("de-DE", "evtl."), ("de-DE", "Mio."), ("de-DE", "vgl."), ("de-DE", "Abb."), ("de-DE", "Tel."),
            ("de-DE", "Dr."),
            ("de-DE", "am 3."), ("de-DE", "z.\u{A0}B."), ("de-DE", "i. d. R."), ("de-DE", "o. g."),
            ("ru-RU", "г."), ("ru-RU", "гг."), ("ru-RU", "т. е."), ("ru-RU", "т.е."), ("ru-RU", "т. к."), ("ru-RU", "руб."), ("ru-RU", "ул."), ("ru-RU", "см."),
            ("ru-RU", "рис."), ("ru-RU", "стр."), ("ru-RU", "тыс."), ("ru-RU", "млн."), ("ru-RU", "табл."), ("ru-RU", "проф."), ("ru-RU", "т.\u{A0}н."),
            ("ru-RU", "и др."), ("ru-RU", "и т. п."),
            ("en-US", "e.g."), ("en-US", "i.e."), ("en-US", "vs."), ("en-US", "Mr."), ("en-US", "Mrs."), ("en-US", "Dr."), ("en-US", "Inc."),
            ("en-US", "Corp."),
            ("en-US", "approx."), ("en-US", "Fig."), ("en-US", "Jan."), ("en-US", "U.S."), ("en-US", "cf."), ("en-US", "Ltd."),
        ])
    func goesOn(locale: String, abbreviation: String) throws {
        let next = locale == "ru-RU" ? "Москва здесь." : "Name steht hier."
        #expect(try Fixture("Wort \(abbreviation) \(next)\n", locale).segments.count == 1)
    }

    @Test(
        "leave the ends of sentences and of blocks alone",
        arguments: [
            ("de-DE", "Äpfel, Birnen usw.\n\nDann weiter.\n", 2), ("de-DE", "Äpfel usw.! Dann weiter.\n", 2), ("en-US", "Apples, etc.\n\nThen on.\n", 2),
            ("ru-RU", "Яблоки и т. д.\n\nДальше.\n", 2), ("de-DE", "Wir haben 2019. Dann kommt 2020.\n", 2), ("en-US", "The answer is no. Next.\n", 2),
        ])
    func ends(locale: String, text: String, count: Int) throws { #expect(try Fixture(text, locale).segments.count == count) }
}
