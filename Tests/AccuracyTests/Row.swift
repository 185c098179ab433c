import FileSystem
import Foundation
import LocalizationModel

/// A line of `labels.jsonl` or `gold.jsonl`, as far as these tests read it; Benchmarks/accuracy/README.md describes them.
struct Row: Decodable, Sendable {
    let kind: String?
    let source: String?
    let target: String?
    /// 1-based lines of the files, front matter included.
    let sourceLine: Int?
    let targetLine: Int?
    /// The sentence of `old-source.md`, where the source changed.
    let oldSource: String?
    /// The item that a merged item went into.
    let parentSource: String?
    let parentSourceLine: Int?
    /// Where a repeated sentence stands first.
    let firstTargetLine: Int?
    /// The other of two sections that changed places.
    let otherSource: String?
    let otherSourceLine: Int?
    let otherTargetLine: Int?
    /// An oddity of the page as published: neither hit nor false alarm.
    let preexisting: Bool?
    let needsOldSource: Bool?
    /// `added` or `removed`, for a row of kind `moved`.
    let was: String?
    let retranslated: Bool?

    static func read(_ path: String) throws -> [Row] { try JSONLines.read(path) }

    /// True if a finding lies on this row: on one of its lines, and naming no other sentence of that line.
    func holds(_ finding: Finding) -> Bool {
        let sources = [source, oldSource, parentSource].compactMap(\.self)
        return Self.meets(finding.source, [sourceLine, parentSourceLine], sources)
            || Self.meets(finding.target, [targetLine, firstTargetLine], [target].compactMap(\.self))
    }

    /// The same for a row that has both sides: the target decides where both have one.
    func holdsStrictly(_ finding: Finding) -> Bool {
        if finding.target != nil, targetLine != nil { return Self.meets(finding.target, [targetLine], [target].compactMap(\.self)) }
        return Self.meets(finding.source, [sourceLine], [source].compactMap(\.self))
    }

    private static func meets(_ place: Finding.Place?, _ lines: [Int?], _ texts: [String]) -> Bool {
        guard let place, lines.contains(where: { $0.map { place.line <= $0 && $0 <= place.endLine } ?? false }) else { return false }
        let named = Letters(place.text)
        return texts.isEmpty || texts.contains { Letters($0).overlaps(named) }
    }
}

/// Files of one JSON object a line.
enum JSONLines {
    static func read<Value: Decodable>(_ path: String) throws -> [Value] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try FileSystem.read(path).split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Value.self, from: Data($0)) }
    }
}
