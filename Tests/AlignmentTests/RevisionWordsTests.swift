import LocalizationModel
import Testing

@testable import Alignment

@Suite("Word-level difference")
struct RevisionWordsTests {
    @Test(
        "names the words that went and came",
        arguments: [
            ("Add the list of devices into Partner Center.", "Add the list of devices.", [WordEdit(removed: "into Partner Center", added: "")]),
            ("Paid on May 15th.", "Paid on May 15.", [WordEdit(removed: "15th", added: "15")]),
            ("Open it.", "Open it today.", [WordEdit(removed: "", added: "today")]),
            ("A price of 5% applies.", "A price of 7% applies.", [WordEdit(removed: "5%", added: "7%")]),
            ("保存该文件。", "删除该文件。", [WordEdit(removed: "保存", added: "删除")]),
            ("Same \"words\", here.", "same words here", []),
        ])
    func edits(old: String, new: String, expected: [WordEdit]) { #expect(RevisionWords.edits(old, new) == expected) }

    @Test(
        "what a number says belongs to its word",
        arguments: [("1.5 GB", "15 GB"), ("$5 off", "€5 off"), ("5% off", "5 off")])
    func quantities(a: String, b: String) { #expect(RevisionWords.key(a) != RevisionWords.key(b)) }

    @Test("the format of a number, white space and punctuation do not")
    func formats() {
        #expect(RevisionWords.key("2,000 users.") == RevisionWords.key("2000 users") && RevisionWords.key("e-mail") == RevisionWords.key("email"))
    }

    @Test("pairs of a sequence ascend, match, and leave nothing that both have in a row", arguments: 0..<200)
    func sequences(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let a = (0..<next(300)).map { _ in next(40) }
        let b = (0..<next(300)).map { _ in next(40) }
        let pairs = RevisionSequence.pairs(a, b)
        #expect(pairs.allSatisfy { a[$0.old] == b[$0.new] })
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
        #expect(RevisionSequence.pairs(a, a).count == a.count)
    }
}
