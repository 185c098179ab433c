import LocaleData
import LocalizationModel
import Testing

@Suite("Locale store")
struct LocaleStoreTests {
    private func profile(_ tag: String, _ files: [String: String] = [:]) throws -> LocaleProfile {
        let directory = try TemporaryDirectory(files)
        return try LocaleStore(directory: directory.path).profile(for: try #require(LocaleTag(tag)))
    }

    @Test("a locale without any file comes from CLDR")
    func withoutFile() throws {
        let french = try profile("fr-FR")
        #expect(french.nativeName == "Français")
        #expect(french.numbers.decimal == ",")
        #expect(french.numbers.grouping == ["\u{202F}", "\u{A0}", " "])
        #expect(french.quotationMarks.first == "«»")
        #expect(french.months.first == ["janvier", "janv"])
        let arabic = try profile("ar-EG")
        #expect(arabic.direction == .rightToLeft && arabic.scripts == ["Arab"])
        #expect(try profile("th-TH").separatesWords == false)
        #expect(try profile("ko-KR").scripts == ["Hang", "Hani"])
        #expect(try profile("xx").numbers.decimal == ".")
    }

    @Test("the file of the language gives the words, CLDR the facts of the region")
    func language() throws {
        let file =
            "vocabulary: {or: [ODER]}\nnumbers: {decimal: ',', grouping: ['.'], words: {12: [Zwölf]}}\nmonths: [[a], [b], [c], [d], [e], [f], [g], [h], [i], [j], [k], [l]]\n"
        let swiss = try profile("de-CH", ["de.yml": file, "de-AT.yml": "vocabulary: {or: [no]}\n"])
        #expect(swiss.words("or") == ["oder"])
        #expect(swiss.numbers.words == ["zwölf": 12])
        #expect(swiss.numbers.decimal == ".")
        #expect(swiss.numbers.grouping == ["’"])
        #expect(swiss.nativeName == "Deutsch (Schweiz)")
        #expect(swiss.months.first == ["januar", "jan", "a"])
        #expect(try profile("de-CH", ["de-DE.yml": file]).words("or") == ["oder"])
    }

    @Test("Hong Kong reads the words of Taiwan, Singapore those of mainland China")
    func script() throws {
        let files = ["zh-CN.yml": "vocabulary: {and: [与]}\n", "zh-TW.yml": "vocabulary: {and: [與]}\n"]
        #expect(try profile("zh-HK", files).words("and") == ["與"])
        #expect(try profile("zh-SG", files).words("and") == ["与"])
        #expect(try profile("zh-Hant", files).words("and") == ["與"])
    }

    @Test("what a locale's own file leaves out comes from its language, then from CLDR")
    func partial() throws {
        let austrian = try profile("de-AT", ["de-AT.yml": "name: Österreich\n", "de.yml": "vocabulary: {or: [oder]}\n"])
        #expect(austrian.nativeName == "Österreich")
        #expect(austrian.words("or") == ["oder"])
        #expect(austrian.months.first == ["jänner", "jän"])
    }

    @Test("words are in lower case, abbreviations have all their spaces")
    func lowerCase() throws {
        let german = try profile("de-DE", ["de-DE.yml": "sentences: {abbreviations: [Z. B]}\nfunctionWords: [ÜBER]\n"])
        #expect(german.sentences.abbreviations == ["z. b", "z.\u{A0}b", "z.\u{202F}b"])
        #expect(german.functionWords == ["über"])
    }

    @Test("texts of the interface and foreign characters are read")
    func interface() throws {
        let chinese = try profile(
            "zh-TW", ["zh-TW.yml": "interface: {search.label: 搜尋}\ncharacters:\n  foreign: >-\n    户个\n    选\n"])
        #expect(chinese.interface == ["search.label": "搜尋"])
        #expect(chinese.foreignCharacters == Set("户个选".unicodeScalars.map(\.value)))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let yaml: String
        let message: String
        let remedy: String?
        var testDescription: String { yaml }
    }

    @Test(
        "faults of a file name its place",
        arguments: [
            Fault(
                yaml: "name: a\nvocabulery: {}", message: "2:1: unknown key 'vocabulery'", remedy: "Did you mean 'vocabulary'?"),
            Fault(yaml: "numbers:\n  decmal: ','", message: "2:3: unknown key 'decmal'", remedy: "Did you mean 'decimal'?"),
            Fault(
                yaml: "characters: {quite: x}", message: "1:14: unknown key 'quite'", remedy: "Known keys are foreign"),
            Fault(yaml: "direction: left", message: "1:12: 'direction' must be ltr or rtl", remedy: nil),
            Fault(yaml: "months: [a]", message: "1:9: 'months' must list 12 months, not 1", remedy: nil),
            Fault(yaml: "numbers: {words: {two: [zwei]}}", message: "1:19: 'words' must be a number", remedy: nil),
            Fault(yaml: "name: a\nname: b", message: "2:1: key 'name' is given twice", remedy: nil),
            Fault(yaml: "locale: de-AT", message: "1:9: the file is named for de-DE and states another locale", remedy: nil),
            Fault(
                yaml: "# ü\nname: a: b", message: "2:8: mapping values are not allowed in this context",
                remedy: "Correct the YAML"),
            Fault(yaml: "[a]", message: "1:1: 'locale file' must be a mapping of keys to values", remedy: nil),
        ])
    func faults(_ fault: Fault) throws {
        let directory = try TemporaryDirectory(["de-DE.yml": fault.yaml])
        let tag = try #require(LocaleTag("de-DE"))
        let error = try #require(throws: HexaplaError.self) { try LocaleStore(directory: directory.path).profile(for: tag) }
        #expect(error.message == "\(directory.path)/de-DE.yml:\(fault.message)")
        #expect(error.remedy == fault.remedy)
    }

    @Test("a folder that is not there and a file that is no locale are faults")
    func folder() throws {
        #expect(throws: HexaplaError.self) { try LocaleStore(directory: "/nowhere/locales").available() }
        let directory = try TemporaryDirectory(["deutsch.yml": "", "README.md": "", ".de.yml": "x"])
        #expect(throws: HexaplaError.self) { try LocaleStore(directory: directory.path).available() }
    }
}
