import LocalizationModel
import TestSupport
import Testing

@testable import Requirements

/// Where languages state the same, the short way gives what the long one gives.
@Suite struct ShortcutTests {
    private static let locales = ["de-DE", "en-US", "ja-JP"].compactMap { LocaleTag($0) }

    /// Facts of few kinds, so that languages often state the same.
    private func facts(_ random: inout SeededGenerator) -> RequirementFacts {
        func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        return RequirementFacts(
            kind: one([.statement, .statement, .allOf, .note]), isKindImplied: one([false, false, true]),
            quantities: one([[], [.init(value: 3)], [.init(value: 3, comparison: .atLeast)], [.init(value: 2), .init(value: 3, counted: "user")]]),
            uncertain: one([[], [.init(value: 1)], [.init(value: 3)]]), money: one([[], [], [], [.init(amount: 3, currency: "USD")]]),
            dates: one([[], [], [.init(year: 2017, month: 9)]]), subjects: one([[], [], [.init(.exam, "70-346")]]), names: one([[], ["Azure Portal"]]),
            links: one([[], ["/en-us/a"], ["/de-de/a"]]), refersBack: one([false, false, false, true]), conjunction: one([nil, .or, .and]),
            scope: one([nil, nil, "developedMarkets"]))
    }

    private func node(_ depth: Int, _ random: inout SeededGenerator) -> RequirementNode {
        let facts = facts(&random)
        let children = depth == 0 ? [] : (0..<Int.random(in: 0...2, using: &random)).map { _ in node(depth - 1, &random) }
        let locale = Self.locales[0]
        let wordings = Bool.random(using: &random) ? [RequirementNode.Wording(locale: locale, text: "Azure Portal", line: 1)] : []
        return RequirementNode(facts: facts, wordings: wordings, readings: [.init(locale: locale, facts: facts)], children: children)
    }

    @Test func settledReadingsStayAsTheyAre() {
        var random = SeededGenerator(11)
        var settled = 0
        for _ in 0..<20_000 {
            let first = facts(&random)
            let readings = Self.locales.prefix(Int.random(in: 1...3, using: &random)).map { locale in
                RequirementNode.Reading(locale: locale, facts: Int.random(in: 0..<4, using: &random) > 0 ? first : facts(&random))
            }
            let wordings = readings.map {
                RequirementNode.Wording(locale: $0.locale, text: $0.locale.language == "ja" ? "Azure Portal を使う" : "Azure Portal", line: 1)
            }
            guard Agreement.isSettled(readings) else { continue }
            settled += 1
            var node = RequirementNode(facts: first, wordings: wordings, readings: readings)
            Agreement.complete(&node)
            let long = Agreement.settled(readings, wordings)
            #expect(node.readings == long)
            #expect(node.facts == Agreement.agreed(long.map(\.facts)))
        }
        #expect(settled > 1_000)
    }

    @Test func sameTreesMeetNodeByNode() {
        var random = SeededGenerator(12)
        var same = 0
        for _ in 0..<4_000 {
            let a = (0..<Int.random(in: 1...3, using: &random)).map { _ in node(2, &random) }
            var b = a
            if Bool.random(using: &random) { b[0] = node(2, &random) }
            guard SameFacts.hold(a, b) else { continue }
            same += 1
            let regrouped = Regrouping.regroup(b, like: a)
            #expect(Regrouping.shape(regrouped) == Regrouping.shape(b))
            let (left, right) = (a.map(NodeSummary.init), regrouped.map(NodeSummary.init))
            #expect(SiblingAlignment(left, right).partners == Array(a.indices))
            #expect(zip(left, right).allSatisfy { $0.confidence($1) == 1 })
        }
        #expect(same > 1_000)
    }
}
