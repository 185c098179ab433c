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
    ]) func mistakesNameTheirPlace(_ text: String, _ message: String) throws {
        let place = try Workplace()
        try place.write(text, "hexapla.yml")
        let error = #expect(throws: HexaplaError.self) { try Project(configuration: "\(place.root)/hexapla.yml") }
        #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
    }

    @Test func aContentFolderWithoutLocalesIsAnError() throws {
        let place = try Workplace()
        try place.write("# x", "content/docs/a.md")
        let error = #expect(throws: HexaplaError.self) { try ContentTree(Project(content: "\(place.root)/content")) }
        #expect(error?.message.contains("no locale folder") ?? false)
    }
}
