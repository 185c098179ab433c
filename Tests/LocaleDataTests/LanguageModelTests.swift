import FileSystem
import LocaleData
import LocalizationModel
import Testing

@Suite("Language models")
struct LanguageModelTests {
    private static func tag(_ text: String) throws -> LocaleTag { try #require(LocaleTag(text)) }

    @Test("the shipped models are small, and read", arguments: ["de", "en"])
    func shipped(_ language: String) throws {
        #expect(try ShippedLocales.store.languageModel(of: language) != nil)
        #expect(try FileSystem.read("\(ShippedLocales.directory)/languages/\(language).txt").count < 60_000)
    }

    @Test("models are read where languages share a script, and only there")
    func onlyWhereNeeded() throws {
        func withModel(_ tags: String...) throws -> [String] {
            try ShippedLocales.store.profiles(for: try tags.map(Self.tag)).filter { $0.value.languageModel != nil }.map(\.key.description).sorted()
        }
        #expect(try withModel("en-US", "de-DE") == ["de-DE", "en-US"])
        #expect(try withModel("en-US", "de-AT", "zh-TW") == ["de-AT", "en-US"])
        #expect(try withModel("en-US", "ja-JP", "ru-RU", "zh-CN", "zh-TW") == [])
        #expect(try withModel("en-US", "en-GB") == [])
        // No file, no model: the language works all the same.
        #expect(try withModel("en-US", "fr-FR") == ["en-US"])
    }

    static let whole = """
        hexapla-language-model 1
        # comment
        language xx
        order 2
        word-elsewhere 20
        letter-elsewhere 90
        words
        a 30
        haus 50 40
        letters
        _ - 3
        _a 10 -2
        a 20
        """

    @Test("a file of every kind of line is read")
    func read() throws {
        let directory = try TemporaryDirectory(["languages/xx.txt": Self.whole])
        #expect(try LocaleStore(directory: directory.path).languageModel(of: "xx")?.order == 2)
        #expect(try LocaleStore(directory: directory.path).languageModel(of: "yy") == nil)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let message: String
        var testDescription: String { message }
    }

    @Test(
        "faults of a model name its place",
        arguments: [
            Fault(old: "model 1", new: "model 2", message: ":1:1: this is no language model of format 1"),
            Fault(old: "language xx", new: "language de", message: ":7:1: the file is named for 'xx' and states another language"),
            Fault(old: "order 2", new: "order 99", message: ":7:1: 'order' must be a number from 1 to 8"),
            Fault(old: "order 2", new: "order", message: ":4:1: a line of the head is a key and a value"),
            Fault(old: "word-elsewhere 20\n", new: "", message: ":6:1: 'word-elsewhere' must be a number from 0 to 1000"),
            Fault(old: "haus 50", new: "haus x", message: ":9:1: 'x' is no cost"),
            Fault(old: "haus 50", new: "haus -", message: ":9:1: '-' is no cost"),
            Fault(old: "haus 50", new: "haus 99999", message: ":9:1: '99999' is no cost"),
            Fault(old: "haus 50 40", new: "haus", message: ":9:1: a line is a text and its cost"),
            Fault(old: "haus 50 40", new: "a 50", message: ":9:1: 'a' is given twice"),
            Fault(old: "_a 10 -2", new: "_a 10 x", message: ":12:1: 'x' is no cost"),
            Fault(old: "letters\n_ - 3\n_a 10 -2\na 20", new: "b 1", message: ": the file ends before its letters"),
        ])
    func faults(_ fault: Fault) throws {
        let text = Self.whole.replacing(fault.old, with: fault.new)
        let directory = try TemporaryDirectory(["languages/xx.txt": text])
        let error = try #require(throws: HexaplaError.self) { try LocaleStore(directory: directory.path).languageModel(of: "xx") }
        #expect(error.message == "\(directory.path)/languages/xx.txt\(fault.message)")
        #expect(error.remedy != nil)
    }

    @Test("no file makes the program trap: broken, empty, binary, huge")
    func hostile() throws {
        let shipped = try FileSystem.read(ShippedLocales.directory + "/languages/de.txt")
        var texts = ["", "\n", "\u{0}", "hexapla-language-model 1", String(repeating: "a 1\n", count: 200_000)]
        for length in stride(from: 0, to: shipped.count, by: 997) { texts.append(String(decoding: shipped[..<length], as: UTF8.self)) }
        for place in stride(from: 10, to: shipped.count, by: 1499) {
            var bytes = shipped
            bytes[place] = UInt8(truncatingIfNeeded: place)
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        for text in texts {
            let directory = try TemporaryDirectory(["languages/de.txt": text])
            do throws(HexaplaError) {
                _ = try LocaleStore(directory: directory.path).languageModel(of: "de")
            } catch {
                #expect(error.message.hasPrefix(directory.path))
            }
        }
    }
}
