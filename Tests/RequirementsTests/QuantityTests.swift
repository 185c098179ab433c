import LocalizationModel
import Testing

/// Quantities with what their words say of them: how they bound, what they count, where they hold.
@Suite struct QuantityTests {
    @Test(arguments: [
        ("en-US", "atLeast", "You must have at least 2,000 active users."), ("en-US", "atLeast", "You must have 2,000 or more active users."),
        ("en-US", "atMost", "You must have at most 2,000 users."), ("en-US", "moreThan", "You must have more than 2,000 users."),
        ("en-US", "lessThan", "You must have less than 2,000 users."), ("en-US", "exactly", "You must have exactly 2,000 users."),
        ("de-DE", "atLeast", "Sie müssen mindestens 2.000 aktive Benutzer haben."), ("de-DE", "atLeast", "Sie müssen 2.000 oder mehr Benutzer haben."),
        ("de-DE", "atMost", "Sie müssen höchstens 2.000 Benutzer haben."), ("de-DE", "moreThan", "Sie müssen mehr als 2.000 Benutzer haben."),
        ("de-DE", "lessThan", "Sie müssen weniger als 2.000 Benutzer haben."), ("de-DE", "exactly", "Sie müssen genau 2.000 Benutzer haben."),
        ("ru-RU", "atLeast", "Требуется не менее 2 000 активных пользователей."), ("ru-RU", "atLeast", "Требуется 2 000 пользователей или более."),
        ("ru-RU", "atMost", "Требуется не более 2 000 пользователей."), ("ru-RU", "moreThan", "Требуется более 2 000 пользователей."),
        ("ru-RU", "lessThan", "Требуется менее чем 2 000 пользователей."), ("ru-RU", "exactly", "Требуется ровно 2 000 пользователей."),
        ("ja-JP", "atLeast", "2,000 ユーザー以上が必要です。"), ("ja-JP", "atLeast", "少なくとも 2,000 ユーザーが必要です。"),
        ("ja-JP", "atMost", "最大 2,000 ユーザーが必要です。"), ("ja-JP", "moreThan", "2,000 を超えるユーザーが必要です。"),
        ("ja-JP", "lessThan", "2,000 未満のユーザーが必要です。"), ("ja-JP", "exactly", "ちょうど 2,000 ユーザーが必要です。"),
        ("zh-CN", "atLeast", "必须至少有 2,000 个活动用户。"), ("zh-CN", "atLeast", "必须有 2,000 个或更多用户。"), ("zh-CN", "atMost", "必须最多有 2,000 个用户。"),
        ("zh-CN", "moreThan", "必须超过 2,000 个用户。"), ("zh-CN", "lessThan", "必须少于 2,000 个用户。"), ("zh-CN", "exactly", "必须恰好有 2,000 个用户。"),
        ("zh-TW", "atLeast", "必須至少有 2,000 個使用者。"), ("zh-TW", "atLeast", "必須有 2,000 個或更多使用者。"), ("zh-TW", "atMost", "必須最多有 2,000 個使用者。"),
        ("zh-TW", "moreThan", "必須超過 2,000 個使用者。"), ("zh-TW", "lessThan", "必須少於 2,000 個使用者。"), ("zh-TW", "exactly", "必須恰好有 2,000 個使用者。"),
    ])
    func wordsBoundTheValue(locale: String, comparison: String, text: String) throws {
        #expect(FactText.text(try PageFixture.facts(text, locale)) == "statement, \(comparison) 2000 user")
    }

    /// The same word says `at most` behind a number and `the following` elsewhere.
    @Test(arguments: [
        ("ja-JP", "30,000 人以下の従業員が必要です。", "atMost 30000 person"), ("ja-JP", "以下の 2 つの試験に合格する必要があります。", "2 exam"),
        ("zh-CN", "必须有 500 名以下员工。", "atMost 500 person"), ("zh-CN", "必须通过以下 2 门考试。", "2 exam"),
        ("zh-CN", "**2** 名员工必须通过以下考试：", "2 person"), ("zh-CN", "必须通过以下考试中的两项：", "2 exam"),
    ])
    func theFollowingBoundsNothing(locale: String, text: String, quantity: String) throws {
        #expect(try PageFixture.facts(text, locale).quantities.map(FactText.quantity) == [quantity])
    }

    @Test(arguments: [
        ("en-US", "**4** individuals must pass."), ("de-DE", "**4** Personen müssen bestehen."), ("ru-RU", "**4** сотрудника должны сдать экзамены."),
        ("ja-JP", "**4** 人の従業員が合格する必要があります。"), ("zh-CN", "**4** 名员工必须通过。"), ("zh-TW", "**4** 個人員必須通過。"),
    ])
    func peopleAreCounted(locale: String, text: String) throws {
        #expect(FactText.text(try PageFixture.facts(text, locale)) == "statement, 4 person")
    }

    @Test func thingsAreCountedByTheirOwnWords() throws {
        let facts = try PageFixture.facts("Deploy 300 seats, 40 servers and 1,200 entitlements within 50 hours for 7 customers.")
        #expect(facts.quantities.map(FactText.quantity) == ["7 customer", "40 server", "50 hour", "300 seat", "1200 entitlement"])
    }

    @Test func oneMarketHoldsForTheWholeText() throws {
        #expect(
            FactText.text(try PageFixture.facts("In developed markets you must have 2,000 users."))
                == "statement, 2000 user @developedMarkets, in @developedMarkets")
    }

    @Test(arguments: [
        ("en-US", "You must have 2,000 users in developed markets and 1,000 users in developing markets."),
        ("de-DE", "Sie müssen 2.000 Benutzer in Industrieländern und 1.000 Benutzer in Entwicklungsländern haben."),
        ("ru-RU", "Требуется 2 000 пользователей на развитых рынках и 1 000 пользователей на развивающихся рынках."),
        ("ja-JP", "成熟市場では 2,000 ユーザー、発展途上市場では 1,000 ユーザーが必要です。"), ("zh-CN", "成熟市场必须有 2,000 个用户，新兴市场必须有 1,000 个用户。"),
        ("zh-TW", "成熟市場必須有 2,000 個使用者，新興市場必須有 1,000 個使用者。"),
    ])
    func twoMarketsHaveTheirOwnNumbers(locale: String, text: String) throws {
        #expect(FactText.text(try PageFixture.facts(text, locale)) == "statement, 1000 user @developingMarkets, 2000 user @developedMarkets")
    }

    /// The label says where what is below it holds; its statements do not repeat it.
    @Test func aLabelHoldsForWhatIsBelowIt() throws {
        for markdown in ["- **Developed markets**\n  - You must have 2,000 users.\n", "- **Developed markets**: You must have 2,000 users.\n"] {
            let nodes = try PageFixture.sections(markdown).nodes
            #expect(nodes.map(\.facts.scope) == ["developedMarkets", nil], "\(markdown)")
            #expect(nodes.last?.facts.quantities.map(FactText.quantity) == ["2000 user @developedMarkets"], "\(markdown)")
        }
    }

    @Test(arguments: [
        ("en-US", "**1** of the same 2 individuals must pass."), ("de-DE", "**1** derselben 2 Personen muss bestehen."),
        ("ru-RU", "**1** из тех же 2 сотрудников должен сдать экзамен."), ("ja-JP", "同じ 2 人の従業員のうち **1** 人が合格する必要があります。"),
        ("zh-CN", "相同的 2 名员工中的 **1** 名必须通过。"), ("zh-TW", "相同的 2 個人員中的 **1** 個人員必須通過。"),
    ])
    func someAreTakenFromAmongOthers(locale: String, text: String) throws {
        #expect(FactText.text(try PageFixture.facts(text, locale)) == "statement, 1 person of 2, of the same")
    }

    @Test func aWordThatOneLanguageLacksIsTakenFromTheOthers() throws {
        let node = try PageFixture.merged([
            ("en-US", "- [70-101](/a)\n- You must have at least 2,000 users.\n"), ("ja-JP", "- [70-101](/a)\n- 2,000 ユーザーが必要です。\n"),
        ]).nodes[1]
        #expect(node.readings.map { FactText.text($0.facts) } == Array(repeating: "statement, atLeast 2000 user", count: 2))
    }
}
