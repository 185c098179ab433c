import LocalizationModel
import Testing

@testable import Reporting

@Suite struct ByLocaleTests {
    private func tags(_ texts: String) -> [(locale: LocaleTag, value: Int)] {
        texts.split(separator: " ").enumerated().compactMap { place, text in LocaleTag(text).map { ($0, place) } }
    }

    @Test(arguments: [("", ""), ("de en fr", "de0 en1 fr2"), ("fr de en", "de1 en2 fr0"), ("de de en", "de0 en2"), ("en de en de", "de1 en0")])
    func membersStandInTheOrderOfTheirTagsAndTheFirstOfTwoCounts(_ given: String, _ expected: String) {
        #expect(ByLocale(tags(given)).pairs.map { "\($0.locale)\($0.value)" }.joined(separator: " ") == expected)
    }
}
