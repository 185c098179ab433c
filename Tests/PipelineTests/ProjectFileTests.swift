import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

/// The files that a configuration names: glossaries and the schema of front matter.
@Suite("Files of a project") struct ProjectFileTests {
    private func place(_ configuration: String) throws -> Workplace {
        let place = try Workplace()
        try place.write("---\ntitle: Partner\n---\nAsk the partner.\n", "content/en-US/a.md")
        try place.write("---\ntitle: Partner\n---\nFragen Sie den Kollegen.\n", "content/de-DE/a.md")
        try place.write(configuration, "hexapla.yml")
        return place
    }

    private func rules(_ place: Workplace) throws -> [String] {
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        let data = try DataFolders(project: "", explicit: Repository.root)
        let check = ProjectCheck(project: project, data: data, cache: CacheFolder("\(place.root)/cache"))
        return try check.findings(in: ContentTree(project), jobs: 1) { $1.map(\.rule) }.kept.flatMap { $0 }
    }

    @Test func severalGlossariesAreOne() throws {
        let place = try place("glossary: [names.yml, terms.yml]\n")
        try place.write("do-not-translate: [Fast Track]\n", "names.yml")
        try place.write("terms: {partner: {de-DE: Partner}}\n", "terms.yml")
        #expect(try Project(configuration: "\(place.root)/hexapla.yml").glossary()?.concepts.count == 2)
    }

    /// What the last run found is no longer true where the glossary or the schema says something else.
    @Test func changesAreSeen() throws {
        let place = try place("glossary: terms.yml\nfront-matter: front-matter.yml\n")
        try place.write("terms: {partner: {de-DE: {preferred: Partner, forbidden: Kollege}}}\n", "terms.yml")
        try place.write("required: [title]\n", "front-matter.yml")
        #expect(try rules(place) == ["forbidden-term"])
        #expect(try rules(place) == ["forbidden-term"])
        try place.write("terms: {partner: {de-DE: Kollege}}\n", "terms.yml")
        #expect(try rules(place).filter { $0 == "forbidden-term" } == [])
        try place.write("required: [title, date]\n", "front-matter.yml")
        #expect(try rules(place).contains("front-matter-schema"))
    }

    @Test(arguments: ["glossary: lost.yml\n", "front-matter: lost.yml\n"]) func aFileThatIsNotThere(_ configuration: String) throws {
        let place = try place(configuration)
        let error = #expect(throws: HexaplaError.self) { try rules(place) }
        #expect(error?.description.contains("lost.yml'. Correct '") ?? false, "\(error?.description ?? "")")
    }

    /// Fragments are parts of pages, and have no front matter of their own.
    @Test func fragmentsAreNotHeldAgainstTheSchema() throws {
        let place = try place("front-matter: front-matter.yml\n")
        try place.write("required: [title]\n", "front-matter.yml")
        try place.write("Ask us.\n", "content/en-US/includes/b.md")
        try place.write("Fragen Sie uns.\n", "content/de-DE/includes/b.md")
        #expect(try rules(place) == [])
    }
}
