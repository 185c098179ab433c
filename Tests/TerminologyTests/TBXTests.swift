import LocalizationModel
import Testing

@testable import Terminology

@Suite("Glossaries in TBX") struct TBXTests {
    private static func read(_ text: String) throws -> Glossary {
        try GlossaryReader.read(Array(text.utf8), path: "glossary.tbx", source: #require(LocaleTag("en-US")))
    }

    private static func summary(_ glossary: Glossary) -> [String] {
        glossary.concepts.flatMap { concept in
            concept.terms.sorted { $0.key < $1.key }.flatMap { locale, terms in
                terms.map { "\(locale) \($0.text) \($0.status.rawValue)\($0.isCaseSensitive ? " case" : "")\($0.note.map { " (\($0))" } ?? "")" }
            }
        }
    }

    /// ISO 30042:2019, data categories as attributes.
    static let attributes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
        <tbxHeader><fileDesc><sourceDesc><p>Ours</p></sourceDesc></fileDesc></tbxHeader>
        <text><body><conceptEntry id="c1"><descrip type="definition">Who sells for us</descrip>
          <langSec xml:lang="en-US"><termSec><term>business <hi>partner</hi></term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
          <langSec xml:lang="de-DE">
            <termSec><term>Geschäftspartner</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
            <termSec><term>GP</term><termNote type="termType">abbreviation</termNote><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
            <termSec><termNoteGrp><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>too vague</note></termNoteGrp><term>Kollege</term></termSec>
            <termSec><term>Vertreter</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
          </langSec></conceptEntry></body></text></tbx>
        """
    static let expected = [
        "de-DE Geschäftspartner preferred", "de-DE GP admitted case", "de-DE Kollege forbidden (too vague)", "de-DE Vertreter forbidden",
        "en-US business partner preferred",
    ]

    @Test func dataCategoriesAsAttributes() throws {
        let glossary = try Self.read(Self.attributes)
        #expect(Self.summary(glossary) == Self.expected)
        #expect(glossary.concepts.first?.definition == "Who sells for us")
    }

    @Test func dataCategoriesAsTags() throws {
        let text = """
            <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
              xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body><conceptEntry id="c1"><basic:definition>Pays</basic:definition>
            <langSec xml:lang="en"><termSec><term>customer</term></termSec></langSec>
            <langSec xml:lang="zh-TW"><termSec><term>客戶</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
            <termSec><term>顧客</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
            </conceptEntry></body></text></tbx>
            """
        #expect(Self.summary(try Self.read(text)) == ["en customer preferred", "zh-TW 客戶 preferred", "zh-TW 顧客 forbidden"])
    }

    @Test func theFirstEdition() throws {
        let text = """
            <?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
            <martif type="TBX" xml:lang="en-US"><text><body><termEntry id="1"><descripGrp><descrip type="definition">A test</descrip></descripGrp>
            <descrip type="Translation needed">No</descrip>
            <langSet xml:lang="en_US"><ntig><termGrp><term>Exam 70&amp;8</term></termGrp></ntig></langSet>
            <langSet xml:lang="ru-RU"><tig><term>экзамен</term></tig><tig><term>тест</term></tig></langSet></termEntry></body></text></martif>
            """
        let glossary = try Self.read(text)
        #expect(Self.summary(glossary) == ["en-US Exam 70&8 preferred", "ru-RU экзамен preferred", "ru-RU тест admitted"])
        #expect(glossary.concepts.first?.keepsName == true)
    }

    @Test func otherEncodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + Self.attributes.split(separator: "\n").dropFirst().joined(separator: "\n")
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        #expect(Self.summary(try GlossaryReader.read(bytes, path: "g.tbx", source: #require(LocaleTag("en-US")))) == Self.expected)
    }

    // MARK: Strangers

    private static let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()

    @Test(arguments: [
        ("<!DOCTYPE tbx [<!ENTITY l0 \"lol\">\(laughs)]><tbx>&l9;</tbx>", "glossary.tbx:1:28: the document declares an entity"),
        ("<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tbx>&x;</tbx>", "declares an entity"),
        ("<!DOCTYPE tbx [<!ENTITY % x SYSTEM \"http://example.com/x\"> %x;]><tbx/>", "declares an entity"),
        ("<!DOCTYPE tbx SYSTEM \"x.dtd\"><tbx>&x;</tbx>", "an entity that the document does not declare"),
        ("<tbx><text></tbx>", "glossary.tbx:1:14: mismatched tag"), ("<html/>", "glossary.tbx:1:1: 'html' is no TBX"),
        (String(repeating: "<tbx>", count: 100_000), "nested too deeply"), ("<tbx", "glossary.tbx:1:1: unclosed token"),
    ]) func refused(_ text: String, _ message: String) throws {
        let error = #expect(throws: HexaplaError.self) { try Self.read(text) }
        #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
    }

    @Test func anEndlessTermIsCut() throws {
        let text =
            "<tbx><conceptEntry><langSec xml:lang='en'><termSec><term>\(String(repeating: "a", count: 5_000_000))</term></termSec></langSec></conceptEntry></tbx>"
        let term = try #require(try Self.read(text).concepts.first?.terms.values.first?.first)
        #expect(term.text.utf8.count < 200_000)
    }
}
