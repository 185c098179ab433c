import FileSystem
import LocalizationModel
import MarkdownSource
import Testing

@testable import Pipeline

/// Where links lead, for the site and for the rules alike.
@Suite struct LinkResolverTests {
    private let inventory: SiteInventory
    private let german: LocaleTag
    private let english: LocaleTag

    init() throws {
        let (german, english) = (try #require(LocaleTag("de-DE")), try #require(LocaleTag("en-US")))
        func files(_ locales: LocaleTag...) -> [ContentTree.File] { locales.map { .init(locale: $0, file: "", stamp: .none) } }
        func group(_ path: String, _ locales: [ContentTree.File], isFragment: Bool = false) -> ContentTree.Group {
            .init(path: path, files: locales, isFragment: isFragment)
        }
        let groups = [
            group("index.md", files(english, german)), group("guide/index.md", files(english)), group("guide/fees.md", files(english, german)),
            group("guide/a b.md", files(english)), group("docs/_index.md", files(english)), group("docs/start.md", files(english)),
            group("only/de.md", files(german)), group("includes/note.md", files(english), isFragment: true),
        ]
        let assets = ["images/a.svg": [english: files(english)[0]], "images/de.svg": [german: files(german)[0]]]
        inventory = SiteInventory(ContentTree(locales: [german, english], sourceLocale: english, groups: groups, assets: assets))
        (self.german, self.english) = (german, english)
    }

    private func resolver(_ file: String, _ locale: LocaleTag? = nil) -> LinkResolver {
        LinkResolver(inventory: inventory, reads: LinkReadsRecorder(), locale: locale ?? german, file: file)
    }

    private func place(_ destination: String, from file: String = "guide/fees.md", _ locale: LocaleTag? = nil, isFile: Bool = false) -> String {
        switch resolver(file, locale).place(.init(destination), isFile: isFile) {
        case .page(let path, let locale): "\(locale)/\(path)"
        case .file(let path, _): path
        case .nothing(let path, let isCertain): "\(isCertain ? "no" : "perhaps no") \(path)"
        case .elsewhere: "elsewhere"
        }
    }

    @Test(arguments: [
        ("fees.md", "de-DE/guide/fees.md"), ("fees", "de-DE/guide/fees.md"), ("./fees.html", "de-DE/guide/fees.md"), ("fees/", "de-DE/guide/fees.md"),
        ("a%20b.md?x=1#y", "de-DE/guide/a b.md"), ("../index.md", "de-DE/index.md"), ("..", "de-DE/index.md"), ("../guide/", "de-DE/guide/index.md"),
        ("../docs", "de-DE/docs/_index.md"), ("../images/a.svg", "images/a.svg"), ("../images", "elsewhere"), ("../includes/note.md", "includes/note.md"),
        ("../../en-us/guide/fees.md", "en-US/guide/fees.md"), ("../../../other/x.md", "elsewhere"), ("../../other/x.md", "elsewhere"),
        ("https://example.org/x.md", "elsewhere"), ("//example.org/x.md", "elsewhere"), ("mailto:a@example.org", "elsewhere"), ("~/x.md", "elsewhere"),
        ("{{< ref x >}}", "elsewhere"), ("@site/docs/x.md", "elsewhere"),
    ])
    func relativeAddressesCountFromTheFile(_ destination: String, _ expected: String) { #expect(place(destination) == expected) }

    @Test func pagesWithoutAFileNameHaveAFolderOfTheirOwn() {
        #expect(place("../fees/") == "de-DE/guide/fees.md")
        #expect(place("../images/a.svg", isFile: true) == "images/a.svg")
        #expect(place("../../images/a.svg", isFile: true) == "images/a.svg")
        #expect(place("../fees.md") == "no fees.md", "a file's name counts from the file")
    }

    @Test(arguments: [
        ("/guide/fees", "de-DE/guide/fees.md"), ("/de-de/guide/fees.md", "de-DE/guide/fees.md"), ("/en-US/guide/fees/", "en-US/guide/fees.md"),
        ("/guide/fares", "perhaps no guide/fares"), ("/de-de/guide/fares", "perhaps no guide/fares"), ("/pricing", "elsewhere"),
        ("/azure/guide/fees", "elsewhere"), ("/", "elsewhere"), ("/../x.md", "elsewhere"),
    ])
    func absoluteAddressesAreKnownInFoldersOfTheContent(_ destination: String, _ expected: String) { #expect(place(destination) == expected) }

    @Test func whatIsMissingIsCertainWhereAFileIsMeant() {
        #expect(place("fares.md") == "no guide/fares.md" && place("fares") == "perhaps no guide/fares" && place("fares.pdf") == "perhaps no guide/fares.pdf")
        #expect(place("../images/b.svg", isFile: true) == "no images/b.svg")
    }

    @Test func aPageOfAnotherLocaleIsNoneOfThisOne() {
        #expect(place("../only/de.md") == "de-DE/only/de.md" && place("../only/de.md", english) == "no only/de.md")
        #expect(place("../images/de.svg", english, isFile: true) == "no images/de.svg")
    }

    @Test(arguments: [
        ("fees.md#x", "fees.html#x"), ("../docs/", "../docs/_index.html"), ("/guide/fees?a", "fees.html?a"),
        ("/en-us/guide/fees", "../../en-us/guide/fees.html"), ("a%20b.md?q=1#x", "a%20b.html?q=1#x"), ("fees.md#none", "fees.html"),
        ("fees.md#top", "fees.html"),
        ("/pricing", "/pricing"), ("../images/a.svg", "../images/a.svg"), ("#x", "#x"), ("#top", "#top"), ("../", "../index.html"),
        ("//example.org/a", "//example.org/a"), ("https://example.org/ä", "https://example.org/%C3%A4"),
    ])
    func theSiteLinksWhatTheRulesJudge(_ destination: String, _ expected: String) { #expect(published(destination) == .address(expected)) }

    @Test(arguments: ["none.md", "none", "../images", "../includes/note.md", "../../../other/x.md", "~/x.md", "#none", "{{x}}", "javascript.md"])
    func whatIsNowhereIsNoLink(_ destination: String) { #expect(published(destination) == .missing) }

    private func published(_ destination: String) -> PublishedLink {
        resolver("guide/fees.md").published(destination, on: "guide/fees.md") { anchor, _, _ in anchor == "x" ? "x" : nil }
    }

    @Test func whatCouldRunAScriptIsNoAddress() {
        for destination in ["javascript:alert(1)", " java\tscript:x", "data:text/html,x"] {
            #expect(published(destination) == .removed)
        }
    }
}
