import LocalizationModel
import Testing

@Suite("Baseline") struct BaselineTests {
    private func states(_ findings: [Finding], _ baseline: Baseline?) -> [FindingState?] {
        BaselineComparison(findings, on: "a.md", with: baseline) { $0 }.findings.map(\.state)
    }

    private func baseline(_ findings: Finding..., least: Severity = .warning) -> Baseline {
        Baseline(findings.map { $0.entry($0.identity) }, least: least)
    }

    @Test func whatMovedIsKnownAndWhatChangedIsNew() {
        #expect(states([finding(line: 40), finding(text: "6 Tage")], baseline(finding(line: 1))) == [.known, .new])
        #expect(states([finding()], nil) == [nil])
    }

    @Test func oneAcceptedFindingHidesNoSecondOne() {
        #expect(states([finding(line: 1), finding(line: 9)], baseline(finding())) == [.known, .new])
        let twice = Baseline([finding().entry(finding().identity).with(count: 2)])
        #expect(states([finding(line: 1), finding(line: 9)], twice) == [.known, .known])
    }

    @Test func whatBecameWorseIsNew() {
        #expect(states([finding("stale-page", .error)], baseline(finding("stale-page", .warning))) == [.new])
        #expect(states([finding("stale-page", .warning)], baseline(finding("stale-page", .error))) == [.known])
    }

    @Test func belowItsSeverityItSaysNothing() {
        #expect(states([finding("stale-page", .note)], baseline()) == [nil])
        #expect(states([finding("stale-page", .note)], baseline(least: .note)) == [.new])
    }

    @Test func whatIsSuppressedIsNoLongerKept() {
        let compared = BaselineComparison([finding().suppressed("why")], on: "a.md", with: baseline(finding())) { $0 }
        #expect(compared.findings.map(\.state) == [.suppressed])
        #expect(compared.kept.isEmpty && compared.fixed.count == 1)
    }

    @Test func whatIsGoneIsFixedByItsNumber() throws {
        let three = Baseline([finding().entry(finding().identity).with(count: 3)])
        let compared = BaselineComparison([finding()], on: "a.md", with: three) { $0 }
        #expect(compared.fixed.map(\.count) == [2] && compared.kept.map(\.count) == [1])
        let japanese = try #require(LocaleTag("ja-JP"))
        #expect(BaselineComparison([], on: "a.md", with: three, locales: [japanese]) { $0 }.fixed.isEmpty, "nobody looked at German")
    }
}
