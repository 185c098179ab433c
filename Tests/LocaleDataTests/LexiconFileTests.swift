import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import LocaleData

@Suite("Lexicon files")
struct LexiconFileTests {
    @Test("say what was written")
    func roundTrip() throws {
        let lexicon = Lexicon([
            .init(stem: "window", count: 12, found: 0.917, chance: 0.01234, kept: 0, forms: ["fenste"]),
            .init(stem: "azure", count: 3, found: 1, chance: 0.5, kept: 1, forms: []),
            .init(stem: "zoom", count: 4, found: 0.5, chance: 0.1, kept: nil, forms: ["a", "b"]),
        ])
        let text = LexiconFile.text(lexicon, provenance: ["From nowhere."])
        #expect(text == "# From nowhere.\nazure\t3\t1000\t1000\t50000\t\nwindow\t12\t917\t0\t1234\tfenste\nzoom\t4\t500\t\t10000\ta b\n")
        #expect(try LexiconFile.parse(Array(text.utf8), "x").entries == lexicon.entries)
    }

    @Test(
        "are refused with file and line",
        arguments: ["window", "window\t1\t2\t3\t4", "w\t-1\t2\t3\t4\tx", "w\t1\t1001\t3\t4\tx", "\t1\t1\t1\t1\tx", "w\t99999999999999999999\t1\t1\t1\tx"])
    func broken(line: String) {
        let error = #expect(throws: HexaplaError.self) { try LexiconFile.parse(Array("# head\n\(line)\n".utf8), "a.tsv") }
        #expect(error?.message.hasPrefix("a.tsv:2:") ?? false)
    }

    @Test("stand beside every shipped locale, with their provenance", arguments: ["de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"])
    func shipped(locale: String) throws {
        let lexicon = try #require(try Repository.lexicon(locale))
        #expect(lexicon.entries.count > 2000)
        let head = String(decoding: try FileSystem.read("\(Repository.locales)/lexicons/en-US.\(locale).tsv"), as: UTF8.self).prefix { $0 != "\n" }
        #expect(head.hasPrefix("# "))
    }

    @Test("need not be there")
    func absent() throws { #expect(try Repository.lexicon("fr-FR") == nil) }
}
