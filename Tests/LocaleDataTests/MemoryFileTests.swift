import LocalizationModel
import Testing

@testable import LocaleData

@Suite("Memory files")
struct MemoryFileTests {
    @Test("say what was written, tabs and line ends flattened")
    func roundTrip() throws {
        let entries = [TranslationMemory.Entry(source: "a\tb\nc", target: "d", page: "x.md", line: 7)]
        #expect(try MemoryFile.parse(Array(MemoryFile.text(entries).utf8), "m").entries == [.init(source: "a b c", target: "d", page: "x.md", line: 7)])
    }

    @Test("are refused with file and line", arguments: ["a\tb", "a\tb\tc\t0", "a\tb\tc\tx", "a\tb\tc\t1\t2"])
    func broken(line: String) {
        let error = #expect(throws: HexaplaError.self) { try MemoryFile.parse(Array("# head\n\(line)\n".utf8), "m.tsv") }
        #expect(error?.message.hasPrefix("m.tsv:2:") ?? false)
    }
}
