import LocalizationModel
import Testing

/// Facts share what they state until one of them is changed.
@Suite struct RequirementFactsTests {
    @Test func changesStayWithTheOneChanged() {
        let first = RequirementFacts(kind: .statement, quantities: [.init(value: 2)], scope: "developedMarkets")
        var second = first
        second.quantities.append(.init(value: 5))
        second.scope = nil
        #expect(first.quantities.map(\.value) == [2])
        #expect(first.scope == "developedMarkets")
        #expect(second.quantities.map(\.value) == [2, 5])
        #expect(second.scope == nil)
    }

    @Test func emptyFactsStayEmpty() {
        var stated = RequirementFacts(kind: .note)
        stated.names = ["Azure"]
        stated.subjects.append(.init(.exam, "70-346"))
        let other = RequirementFacts(kind: .note)
        #expect(other.names.isEmpty && other.subjects.isEmpty)
        #expect(stated != other)
    }

    @Test func equalByWhatTheyState() {
        var a = RequirementFacts(kind: .statement, links: ["a.md"])
        var b = RequirementFacts(kind: .statement)
        b.links = ["a.md"]
        #expect(a == b && a.hashValue == b.hashValue)
        a.links = []
        #expect(a == RequirementFacts(kind: .statement))
    }
}
