import LocalizationModel

/// One profile from the locale's own file, the file of its language and CLDR, in this order.
struct LocaleCompletion {
    let tag: LocaleTag
    let own: LocaleFacts?
    let relative: LocaleFacts?

    /// The scripts that are written without spaces between words (CLDR's `root` word break rules need a dictionary).
    private static let withoutSpaces: Set<String> = ["Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"]
    /// The marks that group thousands where CLDR names one of them; texts mix them freely.
    private static let spaces = ["\u{A0}", "\u{202F}", " "]

    func profile() throws(HexaplaError) -> LocaleProfile {
        let scripts = try scripts()
        let decimal = try decimal()
        let known = relative
        var profile = LocaleProfile(
            locale: tag, nativeName: try name(), direction: try direction(), scripts: scripts,
            separatesWords: own?.separatesWords ?? known?.separatesWords ?? Self.withoutSpaces.isDisjoint(with: scripts))
        profile.numbers = LocaleProfile.Numbers(
            decimal: decimal, grouping: try grouping(decimal: decimal), words: own?.words ?? known?.words ?? [:],
            weakWords: own?.weakWords ?? known?.weakWords ?? [:], magnitudes: own?.magnitudes ?? known?.magnitudes ?? [:],
            ordinals: own?.ordinals ?? known?.ordinals ?? [:])
        profile.months = try months()
        profile.sentences = LocaleProfile.Sentences(
            abbreviations: own?.abbreviations ?? known?.abbreviations ?? [],
            ordinalPeriod: own?.ordinalPeriod ?? known?.ordinalPeriod ?? false)
        profile.quotationMarks = try quotationMarks()
        profile.vocabulary = own?.vocabulary ?? known?.vocabulary ?? [:]
        profile.functionWords = own?.functionWords ?? known?.functionWords ?? []
        profile.inflection = own?.inflection ?? known?.inflection ?? Inflection()
        profile.foreignCharacters = own?.foreignCharacters ?? known?.foreignCharacters ?? []
        profile.widths = own?.widths ?? known?.widths ?? .init()
        profile.repetition = own?.repetition ?? known?.repetition ?? .init()
        profile.lettersPerEnglish = own?.lettersPerEnglish ?? known?.lettersPerEnglish
        profile.interface = own?.interface ?? known?.interface ?? [:]
        return profile
    }

    private func fact<Fact>(_ answer: Fact?) throws(HexaplaError) -> Fact {
        guard let answer else {
            throw HexaplaError(
                "no CLDR data for \(tag): the ICU libraries cannot be loaded",
                remedy: "Install ICU, or state name, direction, scripts, numbers, months and quotation in locales/\(tag).yml")
        }
        return answer
    }

    /// The language alone where it is the only locale of its language, with its region otherwise.
    private func name() throws(HexaplaError) -> String {
        if let name = own?.name { return name }
        let name = try fact(relative == nil ? CLDR.languageName(tag) : CLDR.nativeName(tag))
        guard let first = name.unicodeScalars.first else { return tag.description }
        return first.properties.titlecaseMapping + String(name.unicodeScalars.dropFirst())
    }

    private func direction() throws(HexaplaError) -> LocaleProfile.Direction {
        if let direction = own?.direction ?? relative?.direction { return direction }
        return try fact(CLDR.isRightToLeft(tag)) ? .rightToLeft : .leftToRight
    }

    private func scripts() throws(HexaplaError) -> [String] {
        if let scripts = own?.scripts ?? relative?.scripts { return scripts }
        switch try fact(CLDR.likelyScript(tag)) {
        case "Hans", "Hant": return ["Hani"]
        case "Jpan": return ["Hani", "Hira", "Kana"]
        case "Kore": return ["Hang", "Hani"]
        case "": return ["Latn"]
        case let script: return [script]
        }
    }

    private func decimal() throws(HexaplaError) -> String {
        if let decimal = own?.decimal { return decimal }
        return try fact(CLDR.decimal(tag))
    }

    private func grouping(decimal: String) throws(HexaplaError) -> [String] {
        if let grouping = own?.grouping { return grouping }
        let customary = try fact(CLDR.grouping(tag))
        var marks = [customary]
        if Self.spaces.contains(customary) { marks += Self.spaces }
        marks += relative?.grouping ?? []
        var seen: Set<String> = [decimal, ""]
        return marks.filter { seen.insert($0).inserted }
    }

    private func months() throws(HexaplaError) -> [[String]] {
        if let months = own?.months { return months }
        var months: [[String]] = []
        for month in 1...12 {
            var names = try fact(CLDR.monthNames(tag, month: Int32(month)))
            if let known = relative?.months, known.count == 12 { names += known[month - 1] }
            var seen: Set<String> = []
            months.append(names.filter { seen.insert($0).inserted })
        }
        return months
    }

    private func quotationMarks() throws(HexaplaError) -> [String] {
        if let marks = own?.quotationMarks { return marks }
        return try fact(CLDR.quotationMarks(tag))
    }
}
