import LocalizationModel
import MarkdownSource
import TestSupport
import Testing

@testable import Alignment

@Suite("Comparison of revisions")
struct RevisionComparisonTests {
    private func compare(_ old: String, _ new: String) throws -> SourceRevision {
        RevisionComparison.compare(old: try Fixture.side(Array(old.utf8), "en-US").segments, new: try Fixture.side(Array(new.utf8), "en-US").segments)
    }

    private func change(_ old: String, _ new: String) throws -> SourceRevision.Change { try #require(try compare(old, new).changes.first) }

    @Test(
        "calls an edit trivial that changes no word",
        arguments: [
            ("Select **Save** now.", "Select Save now."), ("Select save now", "Select Save now!"), ("Two  spaces here.", "Two spaces\nhere."),
            ("It's a test.", "It’s a test."),
            ("It has 2,000 users.", "It has 2000 users."), ("Recieve the mail.", "Receive the mail."), ("An acount is there.", "An account is there."),
            ("A &amp; B here.", "A & B here."),
            ("The colour is red.", "The color is red."),
        ])
    func trivial(old: String, new: String) throws { #expect(try change(old, new) == .trivial) }

    @Test("calls equal text unchanged")
    func unchanged() throws { #expect(try change("Same text.", "Same text.") == .unchanged) }

    @Test(
        "calls a new destination a link's change",
        arguments: [("See [a page](x.md).", "See [a page](y.md)."), ("See a page here.", "See [a page](y.md) here.")])
    func link(old: String, new: String) throws { #expect(try change(old, new) == .link) }

    @Test(
        "calls an edit of words or digits a change",
        arguments: [
            ("You must pass the exam.", "You should pass the exam now."), ("Deploy 1,000 seats now.", "Deploy 2,000 seats now."),
            ("Use version 3 here.", "Use version 4 here."),
            ("The price is 300 dollars.", "The price is 30 dollars."),
        ])
    func changed(old: String, new: String) throws { #expect(try change(old, new) == .changed(old: old)) }

    @Test("one letter of a word is a typo; a digit, two letters or a short text are none")
    func typo() {
        func isTypo(_ a: String, _ b: String) -> Bool { RevisionComparison.isTypo(a, b) }
        #expect(isTypo("recieveit", "receiveit") && isTypo("acountant", "accountant") && isTypo("coloured", "colored") && isTypo("settinga", "settings"))
        #expect(!isTypo("have2users", "have3users") && !isTypo("have10users", "have1users") && !isTypo("settings", "setterss") && !isTypo("cat", "cut"))
        #expect(!isTypo("abcdefghij", "abXdefgYij"))
    }

    @Test("finds what was added and what was removed")
    func addedAndRemoved() throws {
        let revision = try compare(
            "One stays here.\n\nThis goes away completely.\n\nThree stays too.\n", "One stays here.\n\nThree stays too.\n\nBrand new words follow.\n")
        #expect(revision.changes == [.unchanged, .unchanged, .added])
        #expect(revision.removed.map(\.text) == ["This goes away completely."])
    }

    @Test("a word that came or went is a change, however short")
    func negation() throws {
        let revision = try compare("You can change the plan later.\n", "You can't change the plan later.\n")
        guard case .changed = try #require(revision.changes.first) else {
            Issue.record("\(revision.changes)")
            return
        }
        #expect(try compare("It is its own acount here.\n", "It is its own account here.\n").changes == [.trivial])
    }

    @Test("another cut into sentences is trivial")
    func recut() throws {
        let revision = try compare("Open the page, and then save the file.\n", "Open the page. And then save the file.\n")
        #expect(revision.changes.allSatisfy { $0 == .trivial } && revision.removed.isEmpty)
    }

    @Test("a page compared with itself has no changes, whatever it holds")
    func itself() throws {
        for page in try Corpus.pages(every: 9) where page.locale == "en-US" {
            let segments = try Fixture.side(page.bytes, "en-US").segments
            let revision = RevisionComparison.compare(old: segments, new: segments)
            #expect(revision.changes.allSatisfy { $0 == .unchanged } && revision.removed.isEmpty, "\(page)")
        }
    }

    @Test("empty sides and ten thousand changed segments finish", .timeLimit(.minutes(8)))
    func extent() throws {
        #expect(try compare("", "").changes.isEmpty)
        #expect(try compare("", "New.\n").changes == [.added] && compare("Old.\n", "").removed.count == 1)
        let old = (0..<10_000).map { "Old sentence number \($0) stands here.\n\n" }.joined()
        let new = (0..<10_000).map { "Another text with \($0 + 20_000) words.\n\n" }.joined()
        let revision = try compare(old, new)
        #expect(revision.changes.count == 10_000 && revision.changes.allSatisfy { $0 == .added } && revision.removed.count == 10_000)
    }
}
