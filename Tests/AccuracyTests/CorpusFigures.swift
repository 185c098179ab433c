import FileSystem
import LocalizationModel
import Pipeline
import TestSupport

/// Cheap versions of the figures of `Benchmarks/accuracy`, for one locale: the same corpora, some of the pages, simpler counting.
struct CorpusFigures {
    /// A count, and what the best count would be.
    struct Share {
        var reached = 0.0
        var best = 0.0
        /// From 0 to 1; nil where there was nothing to count.
        var value: Double? { best > 0 ? reached / best : nil }
    }

    let corpora: String
    let locale: String
    let comparison: PairComparison
    /// One of so many pages, or cases, of a folder is read.
    let every: Int

    init(_ locale: String, corpora: String, every: Int) throws(HexaplaError) {
        self.corpora = corpora
        self.locale = locale
        self.every = every
        comparison = try Locales.comparison(locale)
    }

    /// By name of the figure.
    func all() throws -> [String: Double] {
        var figures: [String: Double] = [:]
        for set in ["sxs", "competencies"] { figures["alignment, \(set)"] = try aligned(pages(set)).value }
        let planted = try self.planted()
        figures["alignment, drift"] = planted.aligned.value
        figures["planted errors found"] = planted.found.value
        figures["planted errors found, old source known"] = planted.foundWithOldSource.value
        figures["clean pages without a false alarm"] = planted.silent.value
        figures["untranslated, F1"] = try untranslated().value
        figures["real revisions, F1"] = try revisions().value
        return figures
    }

    // MARK: Alignment

    private struct Pair {
        let source: String
        let target: String
        let gold: String
    }

    private func pages(_ set: String) throws -> [Pair] {
        let folder = "\(corpora)/\(set)/\(locale)"
        guard FileSystem.kind(folder, followingLinks: true) == .folder else { return [] }
        let names = try FileSystem.names(inFolder: folder).filter { $0.hasSuffix(".gold.jsonl") }.sorted().map { $0.dropLast(".gold.jsonl".count) }
        return sampled(names).map { Pair(source: "\(folder)/\($0).source.md", target: "\(folder)/\($0).target.md", gold: "\(folder)/\($0).gold.jsonl") }
    }

    private func aligned(_ pages: [Pair]) throws -> Share {
        var share = Share()
        for page in pages {
            let group = try comparison.compare(source: page.source, target: page.target, base: nil).group
            count(try Row.read(page.gold), group, &share)
        }
        return share
    }

    private func count(_ gold: [Row], _ group: PageGroup, _ share: inout Share) {
        guard let bitext = group.translations.first?.bitext else { return share.best += Double(gold.count) }
        let links = GoldLinks(bitext)
        for row in gold {
            guard let linked = links.links(row) else { continue }
            share.best += 1
            share.reached += linked ? 1 : 0
        }
    }

    // MARK: Planted errors

    private struct Planted {
        var aligned = Share()
        var found = Share()
        var foundWithOldSource = Share()
        /// Runs over clean pages, without and with the old source.
        var silent = Share()
    }

    private func planted() throws -> Planted {
        var counts = Planted()
        for folder in try cases("drift") {
            let (source, target) = ("\(folder)/new-source.md", "\(folder)/target.md")
            let rows = try Row.read("\(folder)/labels.jsonl")
            for base in [nil, "\(folder)/old-source.md"] {
                let analysed = try comparison.compare(source: source, target: target, base: base)
                let page = try PlantedPage(source: source, target: target, rows: rows, findings: analysed.findings)
                let planted = page.planted(withOldSource: base != nil)
                let found = Share(reached: Double(planted.count(where: page.isFound)), best: Double(planted.count))
                if base == nil {
                    counts.found += found
                    count(try Row.read("\(folder)/gold.jsonl"), analysed.group, &counts.aligned)
                } else {
                    counts.foundWithOldSource += found
                }
                if folder.contains("-clean") { counts.silent += Share(reached: page.alarmsOnCleanPage.isEmpty ? 1 : 0, best: 1) }
            }
        }
        return counts
    }

    // MARK: Real pages

    /// F1 of the rows that were left in English.
    private func untranslated() throws -> Share {
        var counts = Decisions()
        for folder in try cases("competencies/real-drift") {
            let said = try findings(folder, base: nil).filter { Acceptance.untranslated.contains($0.rule) }
            for row in try Row.read("\(folder)/labels.jsonl") {
                guard let kind = row.kind, kind != "identical-undecided", Letters(row.source ?? "").count >= 3 else { continue }
                counts.add(said: said.contains(where: row.holdsStrictly), true: kind == "untranslated")
            }
        }
        return counts.f1
    }

    /// F1 of the rows whose source changed, came or went since the translation was made.
    private func revisions() throws -> Share {
        var counts = Decisions()
        for folder in try cases("drift-real") {
            let said = try findings(folder, base: "\(folder)/old-source.md")
            for row in try Row.read("\(folder)/labels.jsonl") {
                guard let kind = row.kind, ["stale", "added", "removed", "trivial", "unchanged"].contains(kind),
                    kind != "stale" || row.retranslated != false
                else { continue }
                let rules = Acceptance.revision(kind)
                let isSaid = said.contains { rules.contains($0.rule) && row.holdsStrictly($0) }
                counts.add(said: isSaid, true: kind != "trivial" && kind != "unchanged")
            }
        }
        return counts.f1
    }

    private func findings(_ folder: String, base: String?) throws -> [Finding] {
        try comparison.compare(source: "\(folder)/new-source.md", target: "\(folder)/target.md", base: base).findings.filter { $0.severity >= .warning }
    }

    /// The folders of cases of the locale.
    private func cases(_ set: String) throws -> [String] {
        let folder = "\(corpora)/\(set)/\(locale)"
        guard FileSystem.kind(folder, followingLinks: true) == .folder else { return [] }
        let folders = try FileSystem.names(inFolder: folder).sorted().map { "\(folder)/\($0)" }
        return sampled(folders.filter { FileSystem.kind($0, followingLinks: true) == .folder })
    }

    private func sampled<Item>(_ items: [Item]) -> [Item] { items.enumerated().filter { $0.offset % every == 0 }.map(\.element) }
}

extension CorpusFigures.Share {
    static func += (a: inout Self, b: Self) {
        a.reached += b.reached
        a.best += b.best
    }
}

/// Yes and no against the truth.
private struct Decisions {
    private var right = 0.0
    private var said = 0.0
    private var truth = 0.0

    mutating func add(said: Bool, true isTrue: Bool) {
        self.said += said ? 1 : 0
        truth += isTrue ? 1 : 0
        right += said && isTrue ? 1 : 0
    }

    /// The harmonic mean of precision and recall is 2 right / (said + true).
    var f1: CorpusFigures.Share { .init(reached: 2 * right, best: said + truth) }
}
