import LocalizationModel
import Testing

/// Correct translations are silent, whatever the format of their numbers.
@Suite("Facts in locale formats") struct FactTests {
    static let silent: [(en: String, locale: String, text: String)] = [
        ("You need 2,000 users.", "de-DE", "Sie benötigen 2.000 Benutzer."),
        ("You need 2,000 users.", "ru-RU", "Вам нужно 2\u{A0}000 пользователей."),
        ("You need 2,000 users.", "zh-TW", "您需要 ２，０００ 個使用者。"),
        ("You need 2,000 users.", "zh-CN", "你需要二千个用户。"),
        ("It starts on June 11, 2019.", "de-DE", "Es beginnt am 11.06.2019."),
        ("It starts on June 11, 2019.", "ja-JP", "2019 年 6 月 11 日に始まります。"),
        ("It starts on June 11, 2019.", "ru-RU", "Начало 11 июня 2019 г."),
        ("It grew by 2.5 percent.", "de-DE", "Es wuchs um 2,5 Prozent."),
        ("Use version 3.1.1 of the tool.", "ru-RU", "Используйте версию 3.1.1 инструмента."),
        ("Twelve people passed.", "de-DE", "12 Personen haben bestanden."),
        ("One person must pass.", "ja-JP", "1 人が合格する必要があります。"),
        ("About 60K seats are sold.", "zh-CN", "已售出约 6 万个席位。"),
        ("Sign in to Office 365 first.", "ru-RU", "Сначала войдите в Office 365."),
    ]

    @Test(arguments: silent) func correctTranslationsAreSilent(_ pair: (en: String, locale: String, text: String)) throws {
        let findings = try Groups.findings([("en-US", pair.en), (pair.locale, pair.text)])
        #expect(findings.filter { $0.severity > .note }.isEmpty, "\(findings.map(\.message))")
    }

    @Test func aGluedNameIsNoNumber() throws {
        let findings = try Groups.findings([("en-US", "Sign in as Office 365 administrator."), ("de-DE", "Melden Sie sich als Office365-Administrator an.")])
        #expect(findings.map(\.rule) == ["entity-mismatch"])
    }
}
