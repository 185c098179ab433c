import Testing

@testable import LocalizationModel
@testable import Pipeline

@Suite struct SitePathsTests {
    private let folders = ["", "a/", "a/b/", "ab/", "a/b/c/", "ä/ö/"]
    private let paths = ["", "x.html", "a/x.html", "a/b/x.html", "ab/x.html", "a/bc/x.html", "a/b/c/", "ä/x.html", "ä/ö/x.html"]

    /// The way as one would walk it: up from each folder that is not shared, then down.
    @Test func relativeWaysSharePartsAsAWhole() {
        for folder in folders {
            for path in paths {
                var (from, to) = (folder.split(separator: "/")[...], path.split(separator: "/", omittingEmptySubsequences: false)[...])
                while to.count > 1, let own = from.first, own == to.first {
                    from.removeFirst()
                    to.removeFirst()
                }
                let expected = String(repeating: "../", count: from.count) + to.joined(separator: "/")
                #expect(SitePaths.relative(from: folder, to: path) == expected, "\(folder) → \(path)")
            }
        }
    }

    @Test(arguments: [
        ("a/b", "a/b"), ("a//b", "a/b"), ("a/./b", "a/b"), ("a/../b", "b"), (".../b", ".../b"), ("..b/.c", "..b/.c"), ("/a", "a"), ("a/", "a"), ("", ""),
        (".", ""),
    ])
    func pathsAreNormalised(_ path: String, _ expected: String) { #expect(SitePaths.normalised(path) == expected) }

    @Test func aPathThatLeavesItsRootIsNone() { #expect(SitePaths.normalised("a/../../b") == nil) }

    @Test(arguments: ["index.md", "a/b c.md", "a/b/ü.md"])
    func aPageHasItsPlacesInAllLocales(_ path: String) throws {
        let (german, french) = (try #require(LocaleTag("de-DE")), try #require(LocaleTag("fr-FR")))
        let places = PagePlaces(path)
        func file(_ locale: LocaleTag) -> String { "\(locale.lowercased)/\(SitePaths.html(path))" }
        for (to, from) in [(german, german), (french, german)] {
            #expect(places.href(to, from: from) == SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file(from)), to: file(to))))
        }
        #expect(places.root == SitePaths.relative(from: SitePaths.folder(file(german)), to: ""))
        #expect("de-de/" + places.address == SitePaths.encoded(file(german)))
    }
}
