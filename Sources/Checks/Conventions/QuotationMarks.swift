import LocalizationModel

/// Quotation marks of another language, pairs of two kinds, and marks without a partner.
public enum QuotationMarks: PageRule {
    public static let metadata = RuleMetadata(
        id: "quotation-marks", severity: .warning, sign: .structure, scope: .unit, issueType: "typographical",
        summary: "Quotation marks are not those of the locale, or no pair.",
        explanation: """
            Each locale's pairs stand in its file (`quotation`), the customary one first: „…“ in German, «…» in Russian, 「…」 in Japanese \
            and Traditional Chinese, “…” in Simplified Chinese. Reported are pairs of another language and pairs of which only one half is \
            the locale's own. Straight marks are a house style: a note where the page has typographic ones too. What quotes text in \
            another script is a note. Codes, attributes, apostrophes and inches are not looked at.
            """,
        examples: [
            .bad(("en-US", "Select “Save” first."), ("de-DE", "Wählen Sie zuerst “Speichern” aus.")),
            .bad(("en-US", "Select “Save” first."), ("de-DE", "Wählen Sie zuerst „Speichern” aus.")),
            .bad(("en-US", "Select “Save” first."), ("ru-RU", "Сначала выберите «Сохранить”.")),
            .bad(("en-US", "Select “Save” first."), ("zh-CN", "首先选择「保存」。")),
            .bad(("en-US", "Select “Save” first."), ("ja-JP", "まず「保存」を選択します。次に«閉じる»を選択します。")),
            .good(("en-US", "Select “Save” first."), ("de-DE", "Wählen Sie zuerst „Speichern“ aus.")),
            .good(("en-US", "Select \"Save\" first."), ("zh-TW", "先選取「儲存」。")),
            .good(("en-US", "It isn't 5\" wide."), ("ru-RU", "Ширина не 5\".")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let blocks = pair.prose.blocks(.quotation)
        guard !blocks.isEmpty else { return [] }
        let own = QuotationPairs(pair.profile.quotationMarks)
        guard !own.isEmpty else { return [] }
        var findings: [Finding] = []
        var straight: ProsePlaces?
        var usesOwn = false
        for block in blocks {
            let reading = own.read(block.prose.scalars)
            usesOwn = usesOwn || reading.hasOwnPair
            findings += pair.places(reading.wrong, in: block).compactMap { finding($0, own, pair) }
            if straight == nil { straight = pair.places(reading.straight, in: block).first }
        }
        if usesOwn, let straight {
            findings.append(
                pair.finding(
                    Self.self, "Straight quotation marks beside \(own.example) on one page", severity: .note, at: straight, expected: own.example))
        }
        return findings
    }

    /// The ranges reach from the first mark of a pair to the second.
    private static func finding(_ places: ProsePlaces, _ own: QuotationPairs, _ pair: PairContext) -> Finding? {
        let scalars = places.block.prose.scalars
        let isOwnText = places.ranges.contains { range in scalars[range].contains { isLetter($0, of: pair.profile) } }
        let shown = places.ranges.map { range in
            range.count == 1
                ? places.block.prose.text(range)
                : places.block.prose.text(range.lowerBound..<range.lowerBound + 1) + "…"
                    + places.block.prose.text(range.upperBound - 1..<range.upperBound)
        }
        let isPair = places.ranges.contains { $0.count > 1 }
        let message =
            isPair ? "Quoted by \(shown.joined(separator: ", ")), in \(pair.profile.locale) by \(own.example)" : "\(Quoted.list(shown)) has no partner"
        return pair.finding(Self.self, message, severity: !isPair || isOwnText ? nil : .note, at: places, expected: own.example)
    }

    /// In a language of its own script a Latin text is one that is quoted from another.
    private static func isLetter(_ scalar: UInt32, of profile: LocaleProfile) -> Bool {
        if profile.isEastAsian { return PunctuationWidth.isIdeographOrKana(scalar) }
        return WordScalars.isLetter(scalar) && (profile.scripts.contains("Latn") || scalar >= 0x250)
    }
}
