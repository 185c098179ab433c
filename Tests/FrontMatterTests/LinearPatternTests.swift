import Testing

@testable import FrontMatter

@Suite("Patterns") struct LinearPatternTests {
    @Test(arguments: [
        ("^[a-z0-9-]+$", "guide-2", true), ("^[a-z0-9-]+$", "Guide 2", false), ("b", "abc", true), ("^b", "abc", false), ("b$", "abc", false),
        ("^(?:a|bc|)d$", "bcd", true), ("^(?:a|bc|)d$", "d", true), ("^(?:a|bc|)d$", "cd", false), ("^\\d{2,4}$", "123", true), ("^\\d{2,4}$", "12345", false),
        ("^\\d{2}$", "1", false), ("^a{2,}$", "aaaaa", true), ("^a?b*?c+$", "bbcc", true), ("^[^/]+$", "a/b", false), ("^[]a-]+$", "]-a", true),
        ("^\\p{Lu}\\p{L}+$", "Überblick", true), ("^\\p{Lu}\\p{L}+$", "überblick", false), ("^\\p{L}+$", "使用者", true), ("^\\P{L}+$", "12", true),
        ("^\\u00E9\\u{1F600}$", "é😀", true), ("^a.c$", "a\nc", false), ("^\\w+\\s\\S+$", "ab ü", true), ("x{", "x{", true), ("^(a(b(c)))+$", "abcabc", true),
        ("", "", true), ("^$", "a", false), ("\\.md$", "start.md", true),
    ]) func matched(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try LinearPattern(pattern).matches(text) == expected)
    }

    @Test(arguments: [
        "(", ")", "[", "[b-a]", "*a", "a**", "(?=a)", "(?<n>a)", "\\1", "\\b", "\\p{Latin}", "\\u12", "a{5,2}", "a{1001}", "(a{1000}){1000}", "\\",
        String(repeating: "(", count: 100_000), String(repeating: "(?:", count: 40) + String(repeating: "){1000}", count: 40),
    ]) func refused(_ pattern: String) { #expect(throws: PatternError.self) { try LinearPattern(pattern) } }

    /// Patterns on which engines that go back take longer than anybody waits.
    @Test(arguments: ["^(a+)+$", "^(a|aa)+$", "^(a*)*b$", "(a?){500}a{500}b", "^(.*a){20}$"]) func hostileTextsTakeNoLonger(_ pattern: String) throws {
        let text = String(repeating: "a", count: 2_000) + "!"
        let compiled = try LinearPattern(pattern)
        let time = ContinuousClock().measure { #expect(!compiled.matches(text)) }
        #expect(time < .seconds(20), "\(time)")
    }
}
