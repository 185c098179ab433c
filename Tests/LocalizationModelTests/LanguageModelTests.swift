import TestSupport
import Testing

@testable import LocalizationModel

@Suite("Cost of a word by its letters")
struct LanguageModelTests {
    /// A model and its n-grams as they were listed.
    private struct Listed {
        var model: LanguageModel
        var grams: [String: (cost: Int16?, backoff: Int16)] = [:]

        init(_ costs: ClosedRange<Int16>, isClosed: Bool, _ random: inout SeededGenerator) {
            model = LanguageModel(order: Int.random(in: 1...5, using: &random), wordElsewhere: 20, letterElsewhere: 99)
            for _ in 0..<200 {
                let gram = ["_", "a", "b", "ü", "c"].sample(1...5, &random).joined()
                let beginnings = isClosed ? (1...gram.count).map { String(gram.prefix($0)) } : [gram]
                for text in beginnings where grams[text] == nil {
                    let cost = Bool.random(using: &random) ? Int16.random(in: costs, using: &random) : nil
                    grams[text] = (cost, Int16.random(in: costs, using: &random))
                    let isNew = model.list(letters: Array(text.utf8)[...], cost: cost, backoff: grams[text]?.backoff ?? 0)
                    #expect(isNew)
                }
            }
        }

        /// The cost by Katz's rule, letter by letter.
        func cost(_ word: String) -> Int {
            let letters = Array("_" + word + "_")
            return (1..<letters.count).reduce(20) { sum, last in
                for start in max(0, last - model.order + 1)...last {
                    if let cost = grams[String(letters[start...last])]?.cost { return sum + Int(cost) + backoffs(letters, start, last, model.order) }
                }
                return sum + 99 + backoffs(letters, last, last, model.order)
            }
        }

        /// Of the contexts that were given up before the one from `start` on.
        private func backoffs(_ letters: [Character], _ start: Int, _ last: Int, _ order: Int) -> Int {
            (max(0, last - order + 1)..<start).reduce(0) { $0 + Int(grams[String(letters[$1..<last])]?.backoff ?? 0) }
        }
    }

    @Test("Running hashes, and contexts that are passed over, give the cost of the definition", arguments: [true, false], [Int16(0), -30])
    func costs(isClosed: Bool, least: Int16) {
        var random = SeededGenerator(5)
        for _ in 0..<40 {
            let listed = Listed(least...60, isClosed: isClosed, &random)
            for _ in 0..<40 {
                let word = ["a", "b", "ü", "c"].sample(1...9, &random).joined()
                let cost = listed.cost(word)
                #expect(listed.model.unlisted(Array("_\(word)_".utf8)) == cost)
                let limit = Int.random(in: 0...400, using: &random)
                let limited = listed.model.unlisted(Array("_\(word)_".utf8), limit: limit)
                #expect(limited == cost || limited >= limit && limited <= cost)
            }
        }
    }
}
