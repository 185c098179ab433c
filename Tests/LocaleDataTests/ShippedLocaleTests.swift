import Glibc
import LocaleData
import LocalizationModel
import Testing

@Suite("Shipped locales")
struct ShippedLocaleTests {
    private func profile(_ tag: String) throws -> LocaleProfile {
        try ShippedLocales.store.profile(for: try #require(LocaleTag(tag)))
    }

    @Test("the folder holds these locales and no others")
    func available() throws {
        #expect(try ShippedLocales.store.available().map(\.description) == ShippedLocales.tags)
    }

    @Test("each file loads and is complete", arguments: ShippedLocales.tags)
    func complete(tag: String) throws {
        let profile = try profile(tag)
        #expect(profile.locale.description == tag)
        #expect(profile.nativeName != tag)
        #expect(profile.months.count == 12 && profile.months.allSatisfy { !$0.isEmpty })
        #expect(profile.quotationMarks.count >= 2)
        #expect(profile.numbers.words.count >= 90)
        #expect(!profile.numbers.weakWords.isEmpty && !profile.numbers.magnitudes.isEmpty && !profile.numbers.ordinals.isEmpty)
        #expect(profile.functionWords.count >= 40)
        #expect(profile.separatesWords == !["ja-JP", "zh-CN", "zh-TW"].contains(tag))
        #expect(profile.sentences.abbreviations.count >= (profile.separatesWords ? 60 : 20))
        #expect(profile.sentences.ordinalPeriod == (tag == "de-DE"))
        #expect(profile.foreignCharacters.count == (tag.hasPrefix("zh") ? 520 : 0))
        #expect(try ShippedLocales.store.examples(for: profile.locale).count >= 8)
    }

    @Test("all words are in lower case, and a word is strong or weak, not both", arguments: ShippedLocales.tags)
    func words(tag: String) throws {
        let profile = try profile(tag)
        let numbers = profile.numbers
        let words =
            profile.vocabulary.values.flatMap { $0 } + profile.functionWords + numbers.words.keys + numbers.magnitudes.keys
            + numbers.ordinals.keys + numbers.weakWords.keys + profile.months.flatMap { $0 } + profile.sentences.abbreviations
        #expect(words.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() })
        #expect(Set(numbers.words.keys).isDisjoint(with: numbers.weakWords.keys))
        #expect(profile.sentences.abbreviations.allSatisfy { $0.last != "." })
    }

    @Test("all locales know the same roles")
    func roles() throws {
        let english = Set(try profile("en-US").vocabulary.keys)
        for tag in ShippedLocales.tags {
            let profile = try profile(tag)
            #expect(Set(profile.vocabulary.keys) == english, "\(tag)")
            #expect(profile.vocabulary.values.allSatisfy { !$0.isEmpty }, "\(tag)")
        }
    }

    @Test("no function word of English is one of German")
    func distinctive() throws {
        #expect(try profile("en-US").functionWords.isDisjoint(with: profile("de-DE").functionWords))
        #expect(try profile("zh-CN").foreignCharacters.isDisjoint(with: profile("zh-TW").foreignCharacters))
    }

    @Test("a locale's own file has none of its foreign characters", arguments: ["zh-CN", "zh-TW"])
    func foreignCharacters(tag: String) throws {
        let profile = try profile(tag)
        let own = profile.vocabulary.values.flatMap { $0 } + profile.functionWords + [profile.nativeName]
        for word in own { #expect(word.unicodeScalars.allSatisfy { !profile.foreignCharacters.contains($0.value) }, "\(word)") }
    }

    @Test("files and CLDR agree", arguments: ShippedLocales.tags)
    func agreement(tag: String) throws {
        let profile = try profile(tag)
        let cldr = try TemporaryDirectory([:])
        let known = try LocaleStore(directory: cldr.path).profile(for: profile.locale)
        #expect(profile.numbers.decimal == known.numbers.decimal)
        #expect(profile.numbers.grouping.first == known.numbers.grouping.first)
        #expect(Set(profile.numbers.grouping).isSuperset(of: known.numbers.grouping))
        #expect(profile.direction == known.direction)
        #expect(profile.scripts == known.scripts)
        #expect(profile.separatesWords == known.separatesWords)
        #expect(profile.quotationMarks.first == known.quotationMarks.first)
        #expect(profile.quotationMarks.contains(known.quotationMarks.last ?? ""))
        for (names, cldr) in zip(profile.months, known.months) { #expect(Set(names).isSuperset(of: cldr), "\(cldr)") }
    }

    @Test("number words of the examples are known", arguments: ShippedLocales.tags)
    func exampleWords(tag: String) throws {
        let profile = try profile(tag)
        for case .number(let text, let value) in try ShippedLocales.store.examples(for: profile.locale) {
            guard text.unicodeScalars.allSatisfy(\.properties.isAlphabetic) else { continue }
            #expect(profile.numbers.words[text] == value, "\(text)")
        }
    }

    @Test("the shipped files need no ICU")
    func withoutICU() async {
        await #expect(processExitsWith: .success) {
            for tag in ShippedLocales.tags {
                _ = try ShippedLocales.store.profile(for: try #require(LocaleTag(tag)))
            }
            guard let maps = fopen("/proc/self/maps", "r") else { exit(2) }
            var line = [CChar](repeating: 0, count: 4096)
            while fgets(&line, Int32(line.count), maps) != nil {
                if strstr(line, "libicui18n.so.7") != nil { exit(3) }
            }
        }
    }
}
