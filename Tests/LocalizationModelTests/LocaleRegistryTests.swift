import LocalizationModel
import Testing

/// Which folders of an address name a locale.
@Suite("Locale registry") struct LocaleRegistryTests {
    @Test(arguments: ["en-us", "DE-de", "zh-hant-tw", "sr-Latn-RS", "es-419", "en-001", "pt-br"])
    func locales(tag: String) { #expect(LinkIdentity.isLocaleFolder(Array(tag.utf8))) }

    @Test(arguments: ["az-104", "wx-155", "ms-700", "my-app", "xx-yy", "de-zz", "up-to", "en-1"])
    func others(name: String) { #expect(!LinkIdentity.isLocaleFolder(Array(name.utf8))) }

    @Test func anExamIsNoLocale() {
        #expect(!LinkIdentity.isSame("https://example.org/exams/az-104", "https://example.org/exams/az-900"))
        #expect(LinkIdentity.isSame("https://example.org/en-us/exams/az-104", "https://example.org/de-de/exams/az-104"))
    }
}
