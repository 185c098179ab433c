import LocalizationModel
import Testing

@testable import Pipeline

@Suite("Configuration") struct ConfigurationTests {
    @Test func everyKeyIsRead() throws {
        let place = try Workplace()
        try place.write(
            "content: docs\nsource: fr-FR\nlocales: [de-DE]\noutput: public\ntitle: T\nbase-url: https://example.org\nfragments: [parts]\nsections:\n  a: {de-DE: A}\n",
            "hexapla.yml")
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        #expect(project.content == "\(place.root)/docs" && project.output == "\(place.root)/public")
        #expect(project.sourceLocale.description == "fr-FR" && project.locales?.map(\.description) == ["de-DE"])
        #expect(project.title == "T" && project.baseURL == "https://example.org" && project.fragments == ["parts"])
        #expect(project.sections.map(\.folder) == ["a"])
    }

    @Test(arguments: [
        ("titel: x\n", ":1:1: unknown key 'titel'. Did you mean 'title'?"), ("source: english\n", ":1:9: 'english' is no locale"),
        ("title: [a\n", ":1:"), ("locales: de\n", ":1:"),
        ("rules:\n  stale-page: warnning\n", ":2:15: 'stale-page' cannot be 'warnning'. Did you mean 'warning'?"),
        ("fail-on: errors\n", ":1:10: 'fail-on' cannot be 'errors'. Did you mean 'error'?"),
        ("overrides:\n  - rules: {}\n", ":2:5: an override without 'paths'"),
        ("overrides:\n  - path: a\n", ":2:5: unknown key 'path'. Did you mean 'paths'?"), ("overrides: [{paths: a}]\n", ":1:13: an override without 'rules'"),
        ("thresholds: {translated: 101}\n", ":1:26: 'translated' must be a whole number of percent"),
        ("thresholds: {translated: {deutsch: 9}}\n", ":1:27: 'deutsch' is no locale"), ("history: perhaps\n", ":1:10:"),
        ("base-url: example.org\n", ":1:11: 'base-url' is no address of a site"), ("base-url: ftp://a.example/\n", ":1:11:"),
        ("base-url: https://\n", ":1:11:"), ("base-url: https://a.example/?x\n", ":1:11:"), ("base-url: 'https://a.example/\"><b>'\n", ":1:11:"),
        ("base-url: https://u:p@a.example/\n", ":1:11:"), ("edit-url: javascript:{path}\n", ":1:11: 'edit-url' is no address of a page's file"),
        ("edit-url: https://a.example/x\n", ":1:11:"), ("edit-url: https://a.example/{path}{x}\n", ":1:11:"),
        ("edit-url: https://{locale}.example/{path}\n", ":1:11:"), ("edit-url: https://a.example/{path\n", ":1:11:"),
    ]) func mistakesNameTheirPlace(_ text: String, _ message: String) throws {
        let place = try Workplace()
        try place.write(text, "hexapla.yml")
        let error = #expect(throws: HexaplaError.self) { try Project(configuration: "\(place.root)/hexapla.yml") }
        #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org/", "/"), ("HTTP://example.org:8080/a/b", "http://example.org:8080/a/b/", "/a/b/"),
        ("https://xn--bcher-kva.example/docs/", "https://xn--bcher-kva.example/docs/", "/docs/"),
    ]) func addressesOfSites(_ text: String, _ base: String, _ path: String) throws {
        let address = try #require(SiteAddress(text))
        #expect(address.base == base && address.path == path)
    }

    @Test func theSchemaKnowsEveryKey() {
        for key in Project.keys + ReviewSettings.thresholdKeys + ReviewSettings.overrideKeys + Rules.ids {
            #expect(ConfigurationSchema.text.contains("\"\(key)\": {"), "\(key)")
        }
    }

    @Test func thresholdsAreOneNumberOrOneForEachLocale() throws {
        let place = try Workplace()
        let (german, japanese) = (try #require(LocaleTag("de-DE")), try #require(LocaleTag("ja-JP")))
        try place.write("thresholds: {translated: 90}\n", "hexapla.yml")
        #expect(try Project(configuration: "\(place.root)/hexapla.yml").review.minimum(german) == 90)
        try place.write("thresholds: {translated: {de-DE: 95, '*': 50}}\n", "hexapla.yml")
        let review = try Project(configuration: "\(place.root)/hexapla.yml").review
        #expect(review.minimum(german) == 95 && review.minimum(japanese) == 50)
    }

    @Test func aContentFolderWithoutLocalesIsAnError() throws {
        let place = try Workplace()
        try place.write("# x", "content/docs/a.md")
        let error = #expect(throws: HexaplaError.self) { try ContentTree(Project(content: "\(place.root)/content")) }
        #expect(error?.message.contains("no locale folder") ?? false)
    }
}
