import Alignment
import LocalizationModel
import MarkdownSource
import Reporting
import Segmentation
import TestSupport
import Testing

@Suite("Alignment, explained for editors") struct AlignmentReportTests {
    private static let source = """
        # Guide

        - Choose the customer from the list of all partners.
        - Print the invoice for the folder.
        - Open `tool` for 2,000 users.

        A long sentence that says two things, and this is the second of them here.

        """
    private static let target = """
        # ガイド

        - すべてのパートナーの一覧から顧客を選択します。
        - 3,000 人のユーザーのために `tool` を開きます。

        これは二つのことを述べる長い文です。これがここでの二つ目のことです。

        """

    /// A few words, so that the text below does not change with the shipped lexicon.
    private static let lexicon = Lexicon([
        Lexicon.Entry(stem: "custom", count: 9, found: 0.9, chance: 0.1, kept: 0, forms: ["顧客"]),
        Lexicon.Entry(stem: "invoic", count: 9, found: 0.9, chance: 0.1, kept: 0, forms: ["請求書"]),
        Lexicon.Entry(stem: "users", count: 9, found: 0.9, chance: 0.1, kept: 0, forms: ["ユーザー"]),
    ])

    private static func explained() throws -> (bitext: Bitext, units: [UnitExplanation]) {
        let (english, japanese) = (try Repository.profile("en-US"), try Repository.profile("ja-JP"))
        func side(_ text: String, _ profile: LocaleProfile) -> SegmentAligner.Side {
            let document = MarkdownReader.read(Array(text.utf8)).document
            return .init(document: document, segments: Segmenter(profile: profile).segments(of: document))
        }
        let (left, right) = (side(source, english), side(target, japanese))
        let aligner = SegmentAligner(source: english, target: japanese, lexicon: lexicon)
        let bitext = aligner.align(source: left, target: right)
        return (bitext, aligner.explain(bitext, source: left, target: right))
    }

    private func text(width: Int = 80, isColoured: Bool = false, isByOldSource: Bool = false) throws -> String {
        let (bitext, units) = try Self.explained()
        return AlignmentReport(style: TerminalStyle(isColoured: isColoured), width: width).text(bitext, units, isByOldSource: isByOldSource)
    }

    @Test func aBlockForEachUnit() throws { try Golden.expect(Array(try text().utf8), "explanation/ja-JP.txt") }

    @Test func aMissingSentenceIsExplained() throws {
        let text = try text(width: 120)
        #expect(text.contains("※ missing"))
        #expect(text.contains("not found invoice (請求書…)"))
        #expect(text.contains("next best"))
    }

    @Test(arguments: [40, 60, 100]) func noLineIsWiderThanTheTerminal(width: Int) throws {
        for line in try text(width: width).split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    @Test func coloursAndTheOldSourceOnlyWhenAsked() throws {
        let (plain, coloured, old) = (try text(), try text(isColoured: true), try text(isByOldSource: true))
        #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}[31m※ missing"))
        #expect(!plain.contains("old source") && old.contains("by way of the old source"))
    }

    @Test func theSameAsJSON() throws {
        let (bitext, units) = try Self.explained()
        let plain = String(decoding: FindingsJSON.report([], fingerprint: { $0 }), as: UTF8.self)
        let json = String(decoding: FindingsJSON.report([], alignment: (bitext, units), fingerprint: { $0 }), as: UTF8.self)
        #expect(!plain.contains("alignment") && json.contains("\"findings\": []"))
        for field in ["alignment", "confidence", "moved", "cost", "total", "marks", "words", "next_best", "surplus"] { #expect(json.contains("\"\(field)\"")) }
    }
}
