import LocalizationModel
import Testing

@testable import Checks

/// Rules that read running text: what they take for text, where they mark it, and what they leave alone.
@Suite("Rules for running text") struct ProseRuleTests {
    private func findings(_ rule: String, _ en: String, _ locale: String, _ text: String) throws -> [Finding] {
        try Groups.findings([("en-US", en), (locale, text)]).filter { $0.rule == rule }
    }

    private func said(_ rule: String, _ en: String, _ locale: String, _ text: String) throws -> [String] {
        try findings(rule, en, locale, text).map { "\($0.severity.rawValue) \($0.target?.marks.map(\.text).joined(separator: "|") ?? "")" }
    }

    // MARK: What is text

    @Test func codeAddressesAndTagsAreNoText() throws {
        let de = "Es ist `an an`, <code>“x”</code>, https://example.org/an/an, <img alt=\"“x”\" src=\"a.png\">, [hier](a.md \"“t”\") zu sehen."
        for rule in ["quotation-marks", "doubled-word", "punctuation-width"] { #expect(try findings(rule, "It can be seen there.", "de-DE", de).isEmpty) }
    }

    @Test func emphasisAndLinksAreTransparent() throws {
        #expect(try said("quotation-marks", "Select \"Save\".", "de-DE", "Wählen Sie “**Speichern**” aus.") == ["warning “**Speichern**”"])
        #expect(try said("doubled-word", "Send it to the office.", "de-DE", "Senden Sie es an\nan das [Büro](a.md).").count == 1)
    }

    @Test func textInTheSourceLanguageIsLeftAlone() throws {
        let en = "Send “the form” to to the office before the end of the month."
        #expect(try findings("doubled-word", en, "ja-JP", en).isEmpty)
        #expect(try findings("quotation-marks", en, "de-DE", en).isEmpty)
    }

    // MARK: Widths

    @Test func aPageOfHalfWidthThroughoutIsItsStyle() throws {
        let en = "Open it, please. Send it, then go. Close it, too."
        #expect(try said("punctuation-width", en, "zh-CN", "请打开,谢谢。发送,然后离开。也请关闭,谢谢。") == ["note ,"])
        #expect(try said("punctuation-width", en, "zh-CN", "请打开，谢谢。发送，然后离开。也请关闭,谢谢。") == ["warning ,"])
    }

    @Test func numbersNamesAndEllipsesKeepTheirMarks() throws {
        for text in ["共 3,000 个，版本 1.5。", "打开文件.txt。", "等一下... 好。", "时间是 10:30。"] {
            #expect(try findings("punctuation-width", "Some text of the page.", "zh-CN", text).isEmpty, "\(text)")
        }
    }

    @Test func fullWidthAmongCyrillicLettersIsFound() throws {
        #expect(try said("punctuation-width", "Open it, then go.", "ru-RU", "Откройте его， затем идите。") == ["warning ，|。"])
        #expect(try findings("punctuation-width", "The name is 你好。", "ru-RU", "Имя — 你好。").isEmpty)
    }

    // MARK: Quotation marks

    @Test func aMarkWithoutPartnerIsFound() throws {
        #expect(try said("quotation-marks", "See \"the report\".", "ja-JP", "詳細については、「レポートを参照してください。") == ["warning 「"])
        // A quotation of several paragraphs, and inches.
        #expect(try findings("quotation-marks", "\"Text.", "ja-JP", "「テキスト。").isEmpty)
        #expect(try findings("quotation-marks", "It is 5\" wide.", "de-DE", "Es ist 5“ breit.").isEmpty)
    }

    @Test func straightMarksAreAMatterOfStyle() throws {
        #expect(try findings("quotation-marks", "\"A\" and \"B\".", "de-DE", "\"A\" und \"B\".").isEmpty)
        #expect(try said("quotation-marks", "\"A\" and \"B\".", "de-DE", "„A“ und \"B\".") == ["note \"B\""])
    }

    @Test func quotedLatinTextIsANote() throws {
        #expect(try said("quotation-marks", "The command «go».", "ja-JP", "コマンド «go» です。") == ["note «go»"])
    }

    // MARK: Scripts

    @Test func aPageInTheOtherOrthographyIsOneFinding() throws {
        let text = String(repeating: "這個檔案會開啟，請選擇設定。\n\n", count: 8)
        let found = try findings("wrong-script", String(repeating: "This file opens; choose the settings.\n\n", count: 8), "zh-CN", text)
        #expect(found.count == 1 && found[0].severity == .error)
    }

    @Test func aQuotedNameInTheOtherOrthographyIsANote() throws {
        #expect(try said("wrong-script", "Choose the other language.", "zh-CN", "请选择“繁體中文”。") == ["note 體"])
    }

    @Test(arguments: [("Откройте Оffice.", 1), ("Откройте XML-файл.", 0), ("Это Azureные службы.", 0), ("Ось x и ось y на карте.", 0), ("Идите c ними.", 1)])
    func lookAlikesAreFoundWhereTheyAreSure(text: String, count: Int) throws {
        #expect(try findings("wrong-script", "Some text of the page.", "ru-RU", text).count == count)
    }

    // MARK: Placeholders

    @Test(arguments: ["{name}", "{0}", "{{ site.name }}", "${HOME}", "%s", "%1$d", "%(name)s", "%PATH%", "%.2f"])
    func aLostPlaceholderIsFound(placeholder: String) throws {
        #expect(try findings("placeholder-mismatch", "The value of \(placeholder) is used.", "ja-JP", "値が使用されます。").map(\.severity) == [.error])
        #expect(try findings("placeholder-mismatch", "The value of \(placeholder) is used.", "ja-JP", "値 \(placeholder) が使用されます。").isEmpty)
    }

    @Test(arguments: ["{#anchor}", "{: .note}", "{% if x %}", "{{< note >}}", "100 %, so", "5%s", "a < b and c > d", "$5", "{a, b}"])
    func othersAreNoPlaceholders(text: String) throws {
        #expect(Placeholder.all(in: SegmentFacts(plain: text)).isEmpty)
    }

    @Test func placeholdersForReadersMayBeTranslated() throws {
        #expect(
            try findings("placeholder-mismatch", "Type \\<your name> here.", "de-DE", "Geben Sie hier \\<Ihr Name> ein.").map(\.severity) == [.note])
    }

    // MARK: Lengths

    @Test func kanaAreCountedOnce() throws {
        let en = "We recommend using one group per target framework name for the files in both of these folders of the package."
        let ja = "これらのフォルダー内のファイルに対しては、ターゲット フレームワーク名ごとに 1 つのグループを使用することをお勧めします。"
        #expect(try findings("length-outlier", en, "ja-JP", ja).isEmpty)
    }

    // MARK: Notes instead of warnings

    @Test func bracketsStandForEmphasis() throws {
        #expect(try findings("emphasis-mismatch", "Select **Save** first.", "zh-TW", "先選取 [儲存]。").map(\.severity) == [.note])
        #expect(try findings("emphasis-mismatch", "Select **Save** first.", "zh-TW", "先選取儲存。").map(\.severity) == [.warning])
        #expect(try findings("emphasis-mismatch", "Select **Save**, then **Close**.", "ja-JP", "**[保存]** を選択し、次にを選択します。").map(\.severity) == [.warning])
    }

    @Test func identifiersAndNamesAreRightInAnyLanguage() throws {
        let en = "Use Contoso Cloud to send the form to the office.\n\nCharge_Type_Of_Form\n\nContoso Cloud"
        let ja = "Contoso Cloud を使用してフォームを事務所に送信します。\n\nCharge_Type_Of_Form\n\nContoso Cloud"
        #expect(try findings("untranslated-segment", en, "ja-JP", ja).allSatisfy { $0.severity == .note })
    }
}

extension SegmentFacts {
    fileprivate init(plain: String) {
        self.init(
            plain: plain, letters: LetterCounts(), wordCount: 0, numbers: [], codes: [], inlineCode: [], destinations: [], names: [], strong: [],
            emphasised: [])
    }
}
