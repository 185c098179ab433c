import Testing

@testable import Pipeline

@Suite("Addresses of a built site") struct PublishedAddressTests {
    private let files = ["404.html", "assets/a.css", "de-de/index.html"]

    @Test(
        arguments: [
            ("/docs/assets/a.css", "https://example.org/docs", PublishedAddresses.Target.file("assets/a.css", fragment: nil)),
            ("/docs/assets/b.css", "https://example.org/docs", .missing("assets/b.css")),
            ("/docs/de-de/#x", "https://example.org/docs", .file("de-de/index.html", fragment: [120])),
            ("/blog/", "https://example.org/docs", .host), ("//example.com/a.css", "https://example.org/docs", .elsewhere),
            ("/assets/a.css", nil, .file("assets/a.css", fragment: nil)), ("/docs/assets/a.css", nil, .host),
        ] as [(String, String?, PublishedAddresses.Target)])
    func addressesFromTheRootOfTheHost(_ address: String, _ base: String?, _ target: PublishedAddresses.Target) {
        #expect(PublishedAddresses(files, baseURL: base).target(of: address, on: "404.html") == target)
    }
}
