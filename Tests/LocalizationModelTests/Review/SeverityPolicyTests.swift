import LocalizationModel
import Testing

@Suite("Severity policy") struct SeverityPolicyTests {
    private func tag(_ text: String) throws -> LocaleTag { try #require(LocaleTag(text)) }

    @Test func aLevelTakesThePlaceOfTheRulesOwn() {
        let policy = SeverityPolicy(levels: ["number-mismatch": .severity(.note), "stale-page": .off])
        #expect(policy.applied(to: finding(), own: .error)?.severity == .note)
        #expect(policy.applied(to: finding("stale-page"), own: .error) == nil)
        #expect(policy.applied(to: finding("link-mismatch"), own: .error)?.severity == .error)
    }

    @Test func whatTheRuleIsLessSureOfIsNotRaised() {
        let policy = SeverityPolicy(levels: ["wrong-locale-link": .severity(.error), "link-mismatch": .severity(.note)])
        #expect(policy.applied(to: finding("wrong-locale-link", .warning), own: .warning)?.severity == .error)
        #expect(policy.applied(to: finding("wrong-locale-link", .note), own: .warning)?.severity == .note)
        #expect(policy.applied(to: finding("link-mismatch", .warning), own: .error)?.severity == .note)
    }

    @Test func theLastOverrideThatNamesTheRuleCounts() throws {
        let policy = SeverityPolicy(
            levels: ["*": .severity(.warning)],
            scoped: [
                .init(paths: [PathPattern("legal/**")], locales: nil, levels: ["*": .severity(.error)]),
                .init(paths: nil, locales: [try tag("ja-JP")], levels: ["number-mismatch": .off]),
            ])
        #expect(policy.applied(to: finding(), own: .error)?.severity == .warning)
        #expect(policy.applied(to: finding(page: "legal/a.md"), own: .error)?.severity == .error)
        #expect(policy.applied(to: finding(page: "legal/a.md", locale: "ja-JP"), own: .error) == nil)
        #expect(policy.applied(to: finding("stale-page", page: "legal/a.md", locale: "ja-JP"), own: .warning)?.severity == .error)
    }
}
