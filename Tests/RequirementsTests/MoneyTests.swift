import LocalizationModel
import Testing

/// Amounts of money with their currency, the time they count in and where.
@Suite struct MoneyTests {
    @Test(arguments: [
        ("en-US", "Earn US$15,000 in revenue."), ("en-US", "Earn 15,000 USD."), ("de-DE", "Erzielen Sie 15.000 US-Dollar Umsatz."),
        ("ru-RU", "Получите доход 15\u{A0}000\u{A0}долл.\u{A0}США."), ("ru-RU", "Получите доход 15 000 долл. США."), ("ja-JP", "収益は 15,000 ドルです。"),
        ("zh-CN", "收入为 15,000 美元。"), ("zh-TW", "營收為 15,000 美元。"),
    ])
    func dollarsAreNoQuantities(locale: String, text: String) throws {
        #expect(FactText.text(try PageFixture.facts(text, locale)) == "statement, 15000 USD")
    }

    @Test(arguments: [
        ("en-US", "Earn €500, £600, 700 yen and 800 rubles.", ["500 EUR", "600 GBP", "700 JPY", "800 RUB"]),
        ("de-DE", "Zahlen Sie 500 € oder 600 £.", ["500 EUR", "600 GBP"]), ("ru-RU", "Заплатите 500 евро или 600 рублей.", ["500 EUR", "600 RUB"]),
        ("ja-JP", "500 ユーロと 600 円を払います。", ["500 EUR", "600 JPY"]), ("zh-CN", "支付 500 欧元和 600 元。", ["500 EUR", "600 CNY"]),
        ("zh-TW", "支付 500 歐元和 600 日圓。", ["500 EUR", "600 JPY"]),
    ])
    func currenciesHaveCodes(locale: String, text: String, amounts: [String]) throws {
        #expect(try PageFixture.facts(text, locale).money.map(FactText.money) == amounts)
    }

    @Test(arguments: [
        ("en-US", "perYear", "Earn US$15,000 per year."), ("en-US", "perMonth", "Earn US$15,000 per month."),
        ("en-US", "lastTwelveMonths", "Earn US$15,000 in the last 12 months."), ("de-DE", "perYear", "Erzielen Sie 15.000 US-Dollar pro Jahr."),
        ("de-DE", "perMonth", "Erzielen Sie 15.000 US-Dollar pro Monat."),
        ("de-DE", "lastTwelveMonths", "Erzielen Sie 15.000 US-Dollar in den letzten 12 Monaten."), ("ru-RU", "perYear", "Получите 15 000 долл. США в год."),
        ("ru-RU", "perMonth", "Получите 15 000 долл. США в месяц."), ("ru-RU", "lastTwelveMonths", "Получите 15 000 долл. США за последние 12 месяцев."),
        ("ja-JP", "perYear", "年間 15,000 ドルの収益が必要です。"), ("ja-JP", "perMonth", "毎月 15,000 米ドルの収益が必要です。"),
        ("ja-JP", "lastTwelveMonths", "過去 12 か月の収益が 15,000 ドル必要です。"), ("zh-CN", "perYear", "每年收入 15,000 美元。"),
        ("zh-CN", "perMonth", "每月收入 15,000 美元。"), ("zh-CN", "lastTwelveMonths", "过去 12 个月的收入为 15,000 美元。"),
        ("zh-TW", "perYear", "每年營收 15,000 美元。"), ("zh-TW", "perMonth", "每月營收 15,000 美元。"),
        ("zh-TW", "lastTwelveMonths", "過去 12 個月的營收為 15,000 美元。"),
    ])
    func amountsCountInATime(locale: String, period: String, text: String) throws {
        #expect(try PageFixture.facts(text, locale).money.map(FactText.money) == ["15000 USD \(period)"])
    }

    @Test func twoTimesAreNone() throws {
        #expect(try PageFixture.facts("Earn $1,000 per month, $9,000 per year.").money.map(\.period) == [nil, nil])
    }

    @Test func amountsAreBoundedAndHoldSomewhere() throws {
        let text = "Earn at least US$15,000 in developed markets or US$7,500 in developing markets."
        #expect(try PageFixture.facts(text).money.map(FactText.money) == ["7500 USD @developingMarkets", "atLeast 15000 USD @developedMarkets"])
    }

    @Test func anAmountNeedsItsCurrencyBesideIt() throws {
        #expect(FactText.text(try PageFixture.facts("Have 300 users and pay in US dollars.")) == "statement, 300 user")
    }

    @Test func aNumberThatOthersCallMoneyIsMoney() throws {
        let node = try PageFixture.merged([
            ("en-US", "- [70-101](/a)\n- Earn US$15,000.\n"), ("zh-CN", "- [70-101](/a)\n- 收入为 15,000。\n"), ("de-DE", "- [70-101](/a)\n- 15.000 US-Dollar.\n"),
        ]).nodes[1]
        #expect(node.readings.map { FactText.text($0.facts) } == Array(repeating: "statement, 15000 USD", count: 3))
    }
}
