import LocalizationModel
import Testing

@testable import Terminology

@Suite("Glossaries written by hand") struct GlossaryFileTests {
    private let source = LocaleTag("en-US")
    private let german = LocaleTag("de-DE")

    private func read(_ text: String) throws -> Glossary {
        try GlossaryReader.read(Array(text.utf8), path: "glossary.yml", source: #require(source))
    }

    private func terms(_ text: String) throws -> [String] {
        let concept = try #require(try read(text).concepts.first)
        return concept.terms(in: try #require(german)).map { "\($0.text) \($0.status.rawValue)" }
    }

    @Test func aTermAlone() throws {
        let concept = try #require(try read("terms:\n  partner: {de-DE: Partner}\n").concepts.first)
        #expect(concept.terms(in: try #require(source)).map(\.text) == ["partner"])
        #expect(try terms("terms:\n  partner: {de-DE: Partner}\n") == ["Partner preferred"])
    }

    @Test func theFirstOfAListIsPreferred() throws {
        #expect(
            try terms("terms:\n  fee: {de-DE: [Gebühr, Beitrag, {term: Preis, status: forbidden}]}\n") == [
                "Gebühr preferred", "Beitrag admitted", "Preis forbidden",
            ])
    }

    @Test func termsByStatus() throws {
        #expect(
            try terms("terms:\n  fee: {de-DE: {forbidden: [Preis, Kosten], preferred: {term: Gebühr, forms: [Gebührn]}}}\n")
                == ["Gebühr preferred", "Preis forbidden", "Kosten forbidden"])
    }

    @Test(arguments: [
        "do-not-translate: [Partner Center]\n", "terms:\n  Partner Center: do-not-translate\n", "terms:\n  Partner Center: {do-not-translate: true}\n",
    ])
    func namesAreKept(_ text: String) throws {
        let concept = try #require(try read(text).concepts.first)
        #expect(concept.keepsName)
        #expect(concept.terms(in: try #require(source)).map(\.isCaseSensitive) == [true])
    }

    @Test func aLanguageServesItsLocales() throws { #expect(try terms("terms:\n  fee: {de: Gebühr}\n") == ["Gebühr preferred"]) }

    @Test(arguments: [
        ("terms:\n  fee: {de_DE: Gebühr}\n", "glossary.yml:2:9: 'de_DE' is no locale and no key of a concept. Did you mean 'de-DE'?"),
        ("terms:\n  fee: {defintion: x}\n", "glossary.yml:2:9: 'defintion' is no locale and no key of a concept. Did you mean 'definition'?"),
        ("term:\n", "glossary.yml:1:1: unknown key 'term'. Did you mean 'terms'?"),
        ("terms:\n  fee: {de-DE: {term: Preis, status: forbiden}}\n", "glossary.yml:2:38: 'status' cannot be 'forbiden'. Did you mean 'forbidden'?"),
        ("terms:\n  fee: {de-DE: {prefered: Preis}}\n", "glossary.yml:2:17: unknown key 'prefered'. Did you mean 'preferred'?"),
        ("terms:\n  fee: Gebühr\n", "glossary.yml:2:8: 'fee' has no terms"), ("terms:\n  fee:\n", "glossary.yml:2:3: 'fee' has no terms"),
        ("terms:\n  fee: {de-DE: '...'}\n", "glossary.yml:2:16: '...' is no term"), ("terms: [\n", "glossary.yml:"),
    ]) func mistakesNameTheirPlace(_ text: String, _ message: String) throws {
        let error = #expect(throws: HexaplaError.self) { try read(text) }
        #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
    }
}
