import FileSystem
import LocalizationModel
import Pipeline
import TestSupport
import Testing

/// Pages of our own writing, in `Tests/Golden/accuracy`: `en-US/<case>.md` is the source, `<locale>/<case>/clean.md` its faithful
/// translation, `target.md` the same with errors planted in it, and `labels.jsonl` says which and where.
struct OwnPage: Sendable, CustomTestStringConvertible {
    static let folder = Repository.root + "/Tests/Golden/accuracy"
    static let all: [OwnPage] = Locales.all.flatMap { locale in
        ((try? FileSystem.names(inFolder: "\(folder)/\(locale)")) ?? []).sorted().map { OwnPage(locale: locale, name: $0) }
    }

    let locale: String
    let name: String
    var testDescription: String { "\(locale)/\(name)" }
    var source: String { "\(Self.folder)/en-US/\(name).md" }
    func file(_ name: String) -> String { "\(Self.folder)/\(locale)/\(self.name)/\(name)" }

    func findings(_ target: String) throws -> [Finding] {
        try Locales.comparison(locale).compare(source: source, target: file(target), base: nil).findings
    }
}

/// A planted error that no rule reports yet, with the reason.
struct KnownMiss: Decodable {
    let locale: String
    let page: String
    let kind: String
    let sourceLine: Int?
    let targetLine: Int?
    let why: String

    func isMiss(_ row: Row, of page: OwnPage) -> Bool {
        locale == page.locale && self.page == page.name && kind == row.kind && sourceLine == row.sourceLine && targetLine == row.targetLine
    }
}

@Suite("Accuracy on our own pages") struct OwnPagesTests {
    @Test("finds every planted error", arguments: OwnPage.all) func planted(page: OwnPage) throws {
        let misses: [KnownMiss] = try JSONLines.read(OwnPage.folder + "/known-misses.jsonl")
        let judged = try PlantedPage(
            source: page.source, target: page.file("target.md"), rows: Row.read(page.file("labels.jsonl")), findings: page.findings("target.md"))
        let said = judged.findings.map { "\($0.rule) \($0.source?.line ?? 0) \($0.target?.line ?? 0): \($0.message)" }.joined(separator: "\n")
        for row in judged.rows {
            let place = "\(row.kind ?? "") at line \(row.sourceLine ?? 0) of the source, \(row.targetLine ?? 0) of the translation"
            if let miss = misses.first(where: { $0.isMiss(row, of: page) }) {
                #expect(!judged.isFound(row), "found by now, take it off known-misses.jsonl: \(place) (\(miss.why))")
            } else {
                #expect(judged.isFound(row), "missed: \(place)\n\(said)")
            }
        }
    }

    @Test("is silent on the same pages without them", arguments: OwnPage.all) func clean(page: OwnPage) throws {
        let findings = try page.findings("clean.md").filter { $0.severity >= .warning }
        #expect(findings.map { "\($0.rule) \($0.source?.line ?? 0) \($0.target?.line ?? 0): \($0.message)" } == [])
    }

    @Test("the labels stand where they say", arguments: OwnPage.all) func labels(page: OwnPage) throws {
        let source = try lines(page.source)
        let (target, clean) = (try lines(page.file("target.md")), try lines(page.file("clean.md")))
        let rows = try Row.read(page.file("labels.jsonl"))
        for row in rows {
            let kind = try #require(row.kind)
            #expect(Acceptance.rules[kind] != nil, "\(kind)")
            if let text = row.source, let line = row.sourceLine { #expect(source[line - 1].contains(text)) }
            if let text = row.target, let line = row.targetLine { #expect(target[line - 1].contains(text)) }
            // What was inserted or left in English is not in the clean twin.
            if kind == "inserted-segment" || kind == "untranslated" { #expect(!clean.contains { $0.contains(row.target ?? "") }) }
        }
        #expect((6...10).contains(rows.count) && Set(rows.map(\.kind)).count >= 6)
    }

    @Test("each locale has two pages, and no known miss lacks its error") func complete() throws {
        for locale in Locales.all { #expect(OwnPage.all.filter { $0.locale == locale }.count >= 2, "\(locale)") }
        let misses: [KnownMiss] = try JSONLines.read(OwnPage.folder + "/known-misses.jsonl")
        for miss in misses {
            let page = OwnPage(locale: miss.locale, name: miss.page)
            #expect(try Row.read(page.file("labels.jsonl")).contains { miss.isMiss($0, of: page) }, "\(miss)")
        }
    }

    private func lines(_ path: String) throws -> [Substring] {
        String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
