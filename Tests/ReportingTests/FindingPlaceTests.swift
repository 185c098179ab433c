import LocalizationModel
import Testing

@testable import Reporting

/// Findings with both places and the words that they are about.
@Suite("Places of findings") struct FindingPlaceTests {
    private func finding(source: Finding.Place?, target: Finding.Place?, after: Finding.Place? = nil) throws -> Finding {
        Finding(
            rule: "number-mismatch", severity: .error, sign: .disagreeing, message: "m", page: "p.md", locale: try #require(LocaleTag("ja-JP")), file: "p.md",
            source: source, target: target, evidence: .init(after: after))
    }

    private func place(_ text: String, line: Int = 4, column: Int = 3, mark: (column: Int, text: String)? = nil) -> Finding.Place {
        .init(line: line, column: column, endLine: line, text: text, marks: mark.map { [.init(line: line, column: $0.column, text: $0.text)] } ?? [])
    }

    private func lines(_ finding: Finding, width: Int = 60) -> [String] {
        TerminalReport(style: TerminalStyle(isColoured: false), width: width).text([finding]).split(separator: "\n").map(String.init)
    }

    @Test func bothSidesWithCaretsUnderTheVeryWords() throws {
        // The first 5 of either text is another one.
        let report = lines(
            try finding(source: place("In 15 days, 5 users.", mark: (15, "5")), target: place("15 日で 6 人。", line: 9, mark: (9, "6"))))
        #expect(
            report == [
                "p.md", "        9:9  ≠ error  m  number-mismatch",
                "    source 4 │ In 15 days, 5 users.", "             │             ^",
                "             │ 15 日で 6 人。", "             │         ^",
            ])
    }

    @Test func aLongTextIsShownRoundItsMark() throws {
        let long = String(repeating: "金級 ", count: 30) + "4000 人"
        let report = lines(try finding(source: nil, target: place(long, column: 1, mark: (91, "4000"))))
        #expect(report[2].contains("…") && report[2].contains("4000") && report[3].hasSuffix("^^^^"))
        #expect(report.allSatisfy { DisplayWidth.of($0) <= 60 })
        let before = report[2].firstRange(of: "4000").map { DisplayWidth.of(report[2][..<$0.lowerBound]) }
        #expect(before == report[3].firstRange(of: "^").map { DisplayWidth.of(report[3][..<$0.lowerBound]) })
    }

    @Test func whatOnlyOneSideHasNamesItsPlaceOnTheOther() throws {
        let missing = lines(try finding(source: place("Print it."), target: nil, after: place("Vorher.", line: 7)))
        #expect(missing.last == "             │ expected after line 7: Vorher.")
        let extra = lines(try finding(source: nil, target: place("Zusatz."), after: place("Before.", line: 7)))
        #expect(extra.last == "             │ stands after source line 7: Before.")
    }

    @Test func theSameInJSON() throws {
        let finding = try finding(source: place("a 5", mark: (5, "5")), target: nil, after: place("b", line: 7))
        let json = String(decoding: FindingsJSON.report([finding], fingerprint: { _ in "f" }).filter { !" \n".utf8.contains($0) }, as: UTF8.self)
        #expect(json.contains(#""text":"a5","marks":[{"line":4,"column":5,"text":"5"}]}"#), "\(json)")
        #expect(json.contains(#""after":{"line":7,"column":3,"end_line":7,"text":"b"}"#), "\(json)")
    }
}
