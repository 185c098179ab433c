import LocaleData
import LocalizationModel
import TestSupport
import Testing

private let locales = ["de-DE", "en-US", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]

/// The examples that the locale files carry for their own knowledge.
@Suite("Examples of the locale files")
struct LocaleExampleTests {
    private func examples(_ tag: String) throws -> [LocaleExample] {
        try LocaleStore(directory: Repository.locales).examples(for: try #require(LocaleTag(tag)))
    }

    @Test("sentences", arguments: locales)
    func sentences(tag: String) throws {
        let examples = try examples(tag)
        #expect(!examples.isEmpty)
        for case .sentences(let text, let split) in examples { #expect(try Fixture(text, tag).texts == split) }
    }

    @Test("numbers", arguments: locales)
    func numbers(tag: String) throws {
        for case .number(let text, let value) in try examples(tag) {
            #expect(try Fixture.facts(text, tag).numbers.map(\.value) == [value], "\(text)")
            #expect(try Fixture.facts("x \(text)", tag).numbers.map(\.value).contains(value), "\(text)")
        }
    }
}
