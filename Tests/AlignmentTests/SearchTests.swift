import LocalizationModel
import TestSupport
import Testing

@testable import Alignment

@Suite("Search of an alignment")
struct SearchTests {
    private static let source = [
        "Choose the customer from the list.", "Print the invoice for 2,000 users.", "# Overview", "Use `tool` to open the window.", "- Item",
        "Close the folder.",
        "See [the guide](https://example.org/en-us/guide).", "Azure Active Directory", "The price of the product is 12 dollars a month, and so on.",
    ]
    private static let target = [
        "Wählen Sie den Kunden in der Liste aus.", "Drucken Sie die Rechnung für 2.000 Benutzer.", "# Übersicht", "Öffnen Sie das Fenster mit `tool`.",
        "- Element", "Schließen Sie den Ordner.", "Siehe [Leitfaden](https://example.org/de-de/guide).", "Azure Active Directory",
        "Der Preis des Produkts beträgt 12 Dollar im Monat und so weiter.",
    ]

    /// A page and what may be its translation: sentences lost, repeated, joined and in another order.
    private func pages(_ random: inout SeededGenerator) -> (source: String, target: String) {
        var (left, right) = ("", "")
        for _ in 0..<Int.random(in: 0...24, using: &random) {
            let index = Self.source.indices.randomElement(using: &random) ?? 0
            let other = Int.random(in: 0..<8, using: &random) == 0 ? Self.source.indices.randomElement(using: &random) ?? 0 : index
            let end = Int.random(in: 0..<3, using: &random) == 0 ? " " : "\n\n"
            if Int.random(in: 0..<6, using: &random) > 0 { left += Self.source[index] + end }
            if Int.random(in: 0..<6, using: &random) > 0 { right += Self.target[other] + end }
        }
        return (left, right)
    }

    /// Every link of every cell, weighed in full.
    private func exhaustive(_ cost: AlignmentCost) -> [Link] {
        let (n, m) = (cost.source.count, cost.target.count)
        var best = [[Double]](repeating: Array(repeating: .infinity, count: m + 1), count: n + 1)
        var step = [[Int]](repeating: Array(repeating: -1, count: m + 1), count: n + 1)
        best[0][0] = 0
        func price(_ s: Range<Int>, _ t: Range<Int>) -> Double { s.isEmpty || t.isEmpty ? cost.gaps(s, t) : cost.match(s, t, limit: cost.gaps(s, t)) }
        for i in 0...n {
            for j in 0...m {
                for (index, (di, dj)) in AlignmentTable.steps.enumerated() where i >= di && j >= dj && best[i - di][j - dj] < .infinity {
                    let total = best[i - di][j - dj] + price(i - di..<i, j - dj..<j)
                    if total < best[i][j] { (best[i][j], step[i][j]) = (total, index) }
                }
            }
        }
        var links: [Link] = []
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let (di, dj) = AlignmentTable.steps[step[i][j]]
            links.append(Link(source: i - di..<i, target: j - dj..<j, cost: price(i - di..<i, j - dj..<j)))
            (i, j) = (i - di, j - dj)
        }
        return links.reversed()
    }

    @Test("by bounds finds the links that a search without them finds", arguments: [true, false])
    func sameLinks(withLexicon: Bool) throws {
        var random = SeededGenerator(11)
        let lexicon = try Repository.lexicon("de-DE").map(AlignmentLexicon.init)
        var links = 0
        for round in 0..<150 {
            let pages = pages(&random)
            let (left, right) = (try Fixture.side(Array(pages.source.utf8), "en-US"), try Fixture.side(Array(pages.target.utf8), "de-DE"))
            let source = left.segments.indices.map { AlignmentItem(left.segments, at: $0, document: left.document) }
            let target = right.segments.indices.map { AlignmentItem(right.segments, at: $0, document: right.document) }
            let cost = AlignmentCost(source, target, withLexicon ? LexicalEvidence(lexicon, source: SourceStems(source), target: target) : nil)
            let found = AlignmentTable(cost, LinkBounds(cost), source: source.indices, target: target.indices).path()
            let expected = exhaustive(cost)
            #expect(found.map(\.source) == expected.map(\.source) && found.map(\.target) == expected.map(\.target), "\(round): \(pages)")
            #expect(found.map(\.cost) == expected.map(\.cost), "\(round)")
            links += found.count
        }
        #expect(links > 1_500)
    }

    @Test("no bound is above the cost that it bounds")
    func bounds() throws {
        var random = SeededGenerator(5)
        let lexicon = try Repository.lexicon("de-DE").map(AlignmentLexicon.init)
        for _ in 0..<30 {
            let pages = pages(&random)
            let (left, right) = (try Fixture.side(Array(pages.source.utf8), "en-US"), try Fixture.side(Array(pages.target.utf8), "de-DE"))
            let source = left.segments.indices.map { AlignmentItem(left.segments, at: $0, document: left.document) }
            let target = right.segments.indices.map { AlignmentItem(right.segments, at: $0, document: right.document) }
            let words = LexicalEvidence(lexicon, source: SourceStems(source), target: target)
            let cost = AlignmentCost(source, target, words)
            let bounds = LinkBounds(cost)
            for i in source.indices {
                var finds = [Double](repeating: 0, count: target.count)
                finds.withUnsafeMutableBufferPointer { row in
                    if let base = row.baseAddress { words?.addFinds(of: i, in: target.indices, weight: AlignmentCost.Weight.word, to: base) }
                }
                let row = bounds.row(i)
                for j in target.indices {
                    #expect(bounds.pair(row, bounds.target[j], finds: finds[j], limit: .infinity) <= cost.match(i..<i + 1, j..<j + 1), "\(i) \(j) \(pages)")
                    guard j > 0 else { continue }
                    let merge = bounds.merge(
                        bounds.target[j].joining.two, row.place.marks.one, bounds.target[j].marks.two, words: row.words.one + finds[j] + finds[j - 1])
                    #expect(merge <= cost.match(i..<i + 1, j - 1..<j + 1), "\(i) \(j) \(pages)")
                }
            }
        }
    }
}
