import LocalizationModel
import Testing

@Suite("Path patterns") struct PathPatternTests {
    @Test(arguments: [
        ("guides/**", "guides/a.md"), ("guides/**", "guides/deep/a.md"), ("**/index.md", "index.md"), ("**/index.md", "a/b/index.md"),
        ("legal/*.md", "legal/terms.md"), ("**", "a/b.md"), ("a/**/z/*.md", "a/z/q.md"), ("a/**/z/*.md", "a/b/z/c/z/q.md"), ("?.md", "ü.md"),
        ("指南/*", "指南/安裝.md"), ("*a*a*b", "aaaab"), ("/guides/a.md", "guides/a.md"),
    ]) func matches(_ pattern: String, _ path: String) { #expect(PathPattern(pattern).matches(path)) }

    @Test(arguments: [
        ("guides/**", "guide/a.md"), ("legal/*.md", "legal/deep/a.md"), ("*.md", "a/b.md"), ("**/index.md", "a/index.mdx"), ("?.md", "ab.md"), ("", "a.md"),
        ("guides", "guides/a.md"),
    ]) func doesNotMatch(_ pattern: String, _ path: String) { #expect(!PathPattern(pattern).matches(path)) }

    /// A star that would be tried at every place, for every other star, would never end here.
    @Test func manyStarsAreNoTrap() {
        #expect(!PathPattern(String(repeating: "*a", count: 500) + "b").matches(String(repeating: "a", count: 5_000)))
        #expect(!PathPattern(String(repeating: "**/a/", count: 300) + "b").matches(String(repeating: "a/", count: 3_000)))
    }
}
