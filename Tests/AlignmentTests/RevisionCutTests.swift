import LocalizationModel
import Testing

@testable import Alignment

@Suite("Comparison of revisions: what is cut, lost or moved")
struct RevisionCutTests {
    private func compare(_ old: String, _ new: String) throws -> SourceRevision {
        RevisionComparison.compare(old: try Fixture.side(Array(old.utf8), "en-US").segments, new: try Fixture.side(Array(new.utf8), "en-US").segments)
    }

    @Test(
        "words that were cut off are a change, though the rest stood in the old text",
        arguments: [
            ("Add the list of devices into Partner Center.", "Add the list of devices."), ("Current CSP partner:", "Current partner:"),
            ("You get it on May 15th.", "You get it on May 15."),
        ])
    func cutOff(old: String, new: String) throws {
        let revision = try compare(old, new)
        #expect(revision.changes == [.changed(old: old)] && revision.edits[0].count == 1)
    }

    @Test("a new cell is new though its words stand in a sentence")
    func inSentence() throws {
        let revision = try compare(
            "Ask the global admin of your company to do so.\n", "- Global admin\n- 5.8+\n\nAsk the global admin of your company to do so.\n")
        #expect(revision.changes == [.added, .added, .unchanged])
    }

    @Test("a removed item is removed though its words stand in a sentence")
    func removed() throws {
        let revision = try compare("- Partner Center\n\nGo to Partner Center now, please.\n", "Go to Partner Center now, please.\n")
        #expect(revision.removed.map(\.text) == ["Partner Center"])
    }

    @Test("two sentences made one are trivial, with a word more a change of both")
    func joined() throws {
        let old = "Open the page in the browser.\n\nThen save the file there.\n"
        let same = try compare(old, "Open the page in the browser, then save the file there.\n")
        #expect(same.changes == [.trivial] && same.removed.isEmpty)
        let more = try compare(old, "Open the page in the browser, then save the file there tomorrow.\n")
        #expect(more.changes == [.changed(old: "Open the page in the browser. Then save the file there.")] && more.removed.isEmpty)
        #expect(more.edits == [[WordEdit(removed: "", added: "tomorrow")]])
    }

    @Test("a sentence made two, of which one lost a word, is a change of that one only")
    func divided() throws {
        let revision = try compare(
            "Open the old page in the browser and then save the file there.\n", "Open the page in the browser. And then save the file there.\n")
        #expect(revision.changes.count == 2 && revision.changes[1] == .trivial)
        if case .changed = revision.changes[0] {} else { Issue.record("\(revision.changes)") }
    }

    @Test("what stands elsewhere is moved, neither added nor removed")
    func moved() throws {
        let revision = try compare(
            "Alpha comes first.\n\nBeta is next in line.\n\nGamma ends the list.\n", "Gamma ends the list.\n\nAlpha comes first.\n\nBeta is next in line.\n")
        #expect(revision.changes == [.moved, .unchanged, .unchanged] && revision.removed.isEmpty)
    }

    @Test("another decimal point or currency is a change")
    func quantities() throws {
        for (old, new) in [("It has 1.5 GB of memory.", "It has 15 GB of memory."), ("It costs $20 a month.", "It costs €20 a month.")] {
            #expect(try compare(old, new).changes == [.changed(old: old)])
        }
    }

    @Test("a large text of which a third changed is paired in the gaps", .timeLimit(.minutes(8)))
    func large() throws {
        func text(_ word: String) -> String { (0..<2_000).map { "Sentence \($0 &* 7_919 % 100_003) of \($0) is \(word) for everyone here.\n\n" }.joined() }
        let revision = try compare(text("good"), text("better"))
        let changed = revision.changes.count { if case .changed = $0 { true } else { false } }
        #expect(changed > 1_950, "\(changed)")
    }

    @Test("one enormous line finishes", .timeLimit(.minutes(8)))
    func line() throws {
        let words = (0..<40_000).map { "w\($0 &* 7_919 % 65_537)" }
        let revision = try compare(words.joined(separator: " "), words.reversed().joined(separator: " "))
        #expect(revision.changes.count == 1)
        #expect(try compare(words.joined(separator: " "), (words + ["end"]).joined(separator: " ")).edits == [[WordEdit(removed: "", added: "end")]])
    }
}
