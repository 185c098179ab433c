import FileSystem
import LocalizationModel

/// A page with planted errors and what was said of it.
struct PlantedPage {
    let source: String
    let target: String
    let rows: [Row]
    /// Findings that count: warnings and errors.
    let findings: [Finding]

    /// Paths of the two files, whose texts are read for the extent of sections only.
    init(source: String, target: String, rows: [Row], findings: [Finding]) throws {
        self.source = String(decoding: try FileSystem.read(source), as: UTF8.self)
        self.target = String(decoding: try FileSystem.read(target), as: UTF8.self)
        self.rows = rows
        self.findings = findings.filter { $0.severity >= .warning }
    }

    func planted(withOldSource: Bool) -> [Row] {
        rows.filter { $0.preexisting != true && (withOldSource || $0.needsOldSource != true) }
    }

    /// True if an acceptable rule reports the planted error at its place.
    func isFound(_ row: Row) -> Bool {
        let rules = Acceptance.rules[row.kind ?? ""] ?? []
        let candidates = findings.filter { rules.contains($0.rule) }
        guard row.kind == "sections-swapped" else { return candidates.contains(where: row.holds) }
        let sources = [row.sourceLine, row.otherSourceLine].compactMap { $0.map { Self.section(at: $0, in: source) } }
        let targets = [row.targetLine, row.otherTargetLine].compactMap { $0.map { Self.section(at: $0, in: target) } }
        return candidates.contains { finding in
            finding.source.map { place in sources.contains { $0.overlaps(place.line...place.endLine) } } ?? false
                || finding.target.map { place in targets.contains { $0.overlaps(place.line...place.endLine) } } ?? false
        }
    }

    /// Findings of the rules in question that lie on no oddity of the page as published.
    var alarmsOnCleanPage: [Finding] {
        let known = rows.filter { $0.preexisting == true }
        return findings.filter { finding in Acceptance.known.contains(finding.rule) && !known.contains { $0.holds(finding) } }
    }

    /// The lines from a heading to the next of its level or above. Only for pages without number signs in code.
    private static func section(at line: Int, in text: String) -> ClosedRange<Int> {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        func level(_ line: Int) -> Int { lines[line - 1].prefix { $0 == "#" }.count }
        guard line <= lines.count, level(line) > 0 else { return line...line }
        let next = (line + 1..<lines.count + 1).first { level($0) > 0 && level($0) <= level(line) } ?? lines.count + 1
        return line...(next - 1)
    }
}
