import Alignment
import LocalizationModel
import TestSupport
import Testing

@Suite("Explanation of an alignment")
struct ExplanationTests {
    private func explained(_ source: String, _ target: String, _ locale: String = "de-DE") throws -> (bitext: Bitext, units: [UnitExplanation]) {
        let aligner = SegmentAligner(source: try Repository.profile("en-US"), target: try Repository.profile(locale), lexicon: try Repository.lexicon(locale))
        let (left, right) = (try Fixture.side(Array(source.utf8), "en-US"), try Fixture.side(Array(target.utf8), locale))
        let bitext = aligner.align(source: left, target: right)
        return (bitext, aligner.explain(bitext, source: left, target: right))
    }

    private let source = "Choose the customer from the list. Print the invoice for the folder. Close the window after that.\n\nUse `tool` with 2,000 users.\n"
    private let target = "Wählen Sie den Kunden in der Liste aus. Schließen Sie danach das Fenster.\n\nVerwenden Sie `tool` mit 3.000 Benutzern.\n"

    @Test("the terms add up to the cost that the search paid")
    func sameCost() throws {
        for (name, locale) in [("sentences", "de-DE"), ("competency", "zh-TW"), ("moved", "ru-RU"), ("partial", "ja-JP")] {
            let folder = "\(Repository.root)/Tests/Golden/alignment/\(name)"
            let explained = try explained(try text("\(folder)/source.en-US.md"), try text("\(folder)/target.\(locale).md"), locale)
            #expect(explained.units.count == explained.bitext.units.count && explained.units.count > 4)
            for (unit, explanation) in zip(explained.bitext.units, explained.units) {
                // The confidence is made of the cost of the search: what the explanation says is nothing else.
                #expect(abs(max(0, min(1, 1 - explanation.cost / 12)) - unit.confidence) < 1e-9, "\(name) \(unit)")
                if let alternative = explanation.alternative { #expect(alternative.surplus > -1e-9, "\(name) \(unit)") }
            }
        }
    }

    private func text(_ path: String) throws -> String { String(decoding: try Fixture.bytes(path), as: UTF8.self) }

    @Test("names the marks that both sides have, and those of one side")
    func marks() throws {
        let last = try #require(try explained(source, target).units.last)
        #expect(last.marks.contains(.init(.code, "tool", on: .both)))
        #expect(last.marks.contains(.init(.number, "2,000", on: .source)) && last.marks.contains(.init(.number, "3.000", on: .target)))
    }

    @Test("names the words that were found, by their translation, and those that were not")
    func words() throws {
        let explained = try explained(source, target)
        #expect(explained.units[0].words.contains { $0.word == "customer" && $0.found == "kunden" })
        #expect(explained.units[2].words.contains { $0.word == "close" && $0.found == "schließen" })
        // A missing sentence: its words are looked for beside its neighbours.
        #expect(explained.bitext.units[1].state == .missing)
        #expect(explained.units[1].words.contains { $0.word == "invoice" && $0.found == nil && $0.expected != nil })
    }

    @Test("tells what the next best reading would have cost")
    func alternatives() throws {
        let units = try explained(source, target).units
        #expect(units[0].alternative?.reading == .apart && units[0].alternative?.surplus ?? 0 > 1)
        #expect(units[1].alternative.map { $0.reading != .apart && [0, 2].contains($0.unit) && $0.surplus > 0 } ?? false)
    }

    @Test("says what differs in structure, what a gap costs and which sections moved")
    func structure() throws {
        let heading = try explained("## Levels and fees\n\nThe text of the page.\n", "Stufen und Gebühren\n\nDer Text der Seite.\n")
        #expect(heading.units.first?.differences.contains(.heading) ?? false)
        let gap = try explained("# Guide\n\nThe text of the page.\n\n## Fees for 3 levels\n", "# Leitfaden\n\nDer Text der Seite.\n")
        #expect(gap.units.last?.gapReasons == [.heading, .marks] && gap.units.last?.terms.map(\.kind) == [.gap])
        let moved = try explained(
            "# T\n\n## <a name=\"silver\"></a>Silver\n\nSilver text of the page.\n\n## <a name=\"gold\"></a>Gold\n\nGold text is another one.\n",
            "# T\n\n## <a name=\"gold\"></a>Gold\n\nDer Text zu Gold ist ein anderer.\n\n## <a name=\"silver\"></a>Silber\n\nDer Text zu Silber auf der Seite.\n"
        )
        #expect(moved.units.map(\.isMoved).count { $0 } == 2)
    }

    @Test("also for the laws' odd pairs")
    func odd() throws {
        for (a, b) in [("", ""), ("Text.\n", ""), ("", "# A\n\nText.\n"), ("A. B. C. D. E.\n", "F\n")] {
            let explained = try explained(a, b)
            #expect(explained.units.count == explained.bitext.units.count)
        }
    }
}
