import FileSystem
import LocalizationModel
import Requirements
import TestSupport
import Testing

/// One fact of one language changed on the demonstration pages: that language is the odd one out on that line, and nobody else is.
@Suite struct PlantedChangeTests {
    /// What joins two lists, and what it becomes.
    private static let connectors = [
        "de-DE": ("**ODER**", "**UND**"), "ja-JP": ("**または**", "**および**"), "ru-RU": ("**ИЛИ**", "**И**"), "zh-CN": ("**或**", "**和**"),
        "zh-TW": ("**或**", "**和**"),
    ]

    struct Change {
        let kind: String
        let line: Int
        let text: String
    }

    /// At most `most` changes of each kind, one at a time.
    private static func changes(_ text: String, _ locale: String, most: Int = 2) -> [Change] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var seen: [String: Int] = [:]
        var changes: [Change] = []
        func plant(_ kind: String, _ line: Int, _ old: String, _ new: String) {
            guard old != new, seen[kind, default: 0] < most else { return }
            seen[kind, default: 0] += 1
            changes.append(Change(kind: kind, line: line + 1, text: (lines[..<line] + [new] + lines[(line + 1)...]).joined(separator: "\n")))
        }
        for (index, line) in lines.enumerated() {
            for count in 1...4 { plant("count", index, line, line.replacing("**\(count)** ", with: "**\(count + 4)** ", maxReplacements: 1)) }
            if let link = line.firstRange(of: "](https://") {
                for code in line[..<link.lowerBound].split(separator: " ") where code.hasPrefix("70-") && code.count == 6 {
                    plant("exam", index, line, line.replacing(code + "](", with: "70-999](", maxReplacements: 1))
                }
                plant("address", index, line, line.replacing("](https://", with: "](https://elsewhere.", maxReplacements: 1))
            }
            plant("quantity", index, line, line.replacing("000 ", with: "500 ", maxReplacements: 1))
            if let (or, and) = connectors[locale], line.contains(or) || line.contains(and) {
                plant("connector", index, line, line.contains(or) ? line.replacing(or, with: and) : line.replacing(and, with: or))
            }
        }
        return changes
    }

    /// - Parameter without: a language whose `and` for `or` is planted already: with one more, two would stand against two.
    @Test(arguments: [("application-development", ""), ("communications", "zh-CN"), ("data-analytics", ""), ("datacenter", ""), ("devops", "")])
    func oneChangeIsOneOddOne(page: String, without: String) throws {
        let pages = try SeedTests.content(page).filter { $0.0 != "en-US" && $0.0 != without }
        let locales = pages.map(\.0)
        let clean = try Self.faults(pages, locales)
        var kinds: Set<String> = []
        for (index, locale) in locales.enumerated() {
            let bytes = try #require(SeedTests.bytes("\(Repository.root)/content/\(locale)/competencies/\(page).md"))
            let written = pages[index].1.flatMap(\.extents).map(\.span)
            let text = SourceText(bytes)
            for change in Self.changes(String(decoding: bytes, as: UTF8.self), locale) {
                guard written.contains(where: { $0.range.contains(text.span(ofLine: change.line).lower) }) else { continue }
                kinds.insert(change.kind)
                var changed = pages
                changed[index].1 = try PageFixture.sections(change.text, locale)
                let faults = try Self.faults(changed, locales).subtracting(clean)
                let expected = Fault(locale: locale, line: change.line)
                #expect(faults == [expected] || clean.contains(expected), "\(change.kind) in \(locale), line \(change.line): \(faults)")
            }
        }
        #expect(kinds.isSuperset(of: ["count", "exam", "address"]), "\(kinds)")
    }

    private struct Fault: Hashable {
        let locale: String
        let line: Int?
    }

    private static func faults(_ pages: [(String, [RequirementSection])], _ locales: [String]) throws -> Set<Fault> {
        let rows = try Witnesses.rows(try PageFixture.merge(pages), locales)
        return Set(rows.flatMap(\.oddOnes).map { Fault(locale: $0.locale.description, line: $0.wording?.line) })
    }
}
