import LocalizationModel

/// Counts of one page in one locale, for the status table, the matrix and the banners.
public enum PageStatus {
    /// One row for each translation of the group and each locale that lacks it.
    public static func of(_ analysed: AnalysedGroup) -> [LocaleStatus] {
        let group = analysed.group
        var rows = group.translations.map { of($0, group.source, analysed.findings, drift: analysed.drift[$0.page.locale]) }
        guard let source = group.source, !source.isRecovered, !analysed.isFragment else { return rows }
        for locale in group.missingLocales {
            var row = LocaleStatus(locale: locale)
            row.missingPages = 1
            row.missing = source.page.segments.count
            row.words = words(source.page.segments)
            row.missingWords = row.words
            rows.append(row)
        }
        return rows
    }

    static func of(_ translation: PageGroup.Translation, _ source: SourcePage?, _ findings: [Finding], drift: String?) -> LocaleStatus {
        let page = translation.page
        var row = LocaleStatus(locale: page.locale)
        row.pages = 1
        for unit in translation.bitext?.units ?? [] {
            let words = words(unit.source.compactMap { translation.bitext?.source[$0] })
            switch unit.state {
            case .translated:
                row.translated += 1
                row.translatedWords += words
            case .untranslated:
                row.untranslated += 1
                row.untranslatedWords += words
            case .partial:
                row.partial += 1
                row.partialWords += words
            case .missing:
                if source?.isComplete ?? false, !(page.document.isWithdrawn && unit.source.allSatisfy { source?.withdrawn.contains($0) ?? false }) {
                    row.missing += 1
                    row.missingWords += words
                }
            case .extra: row.extra += 1
            }
            row.words += words
        }
        for finding in findings where finding.locale == page.locale && finding.suppression == nil {
            switch finding.severity {
            case .error: row.errors += 1
            case .warning: row.warnings += 1
            case .note: row.notes += 1
            }
            if finding.rule == "stale-page" {
                row.stalePages += 1
                row.oldestDrift = [row.oldestDrift, page.provenance.handOffDate].compactMap { $0 }.min()
            }
            if finding.isStale { row.oldestDrift = [row.oldestDrift, drift].compactMap { $0 }.min() }
        }
        let stale = findings.filter { $0.locale == page.locale && $0.isStale }
        if !stale.isEmpty { (row.stale, row.staleWords) = (stale.count, words(of: stale, in: translation.bitext)) }
        row.machinePages = page.provenance.origin == .machine ? 1 : 0
        return row
    }

    /// The words of the source that findings are about, as far as it can be told which segments those are.
    private static func words(of findings: [Finding], in bitext: Bitext?) -> Int {
        let known = Dictionary((bitext?.source ?? []).map { ($0.text, $0.facts.wordCount) }, uniquingKeysWith: { first, _ in first })
        return findings.reduce(0) { $0 + (known[$1.source?.text ?? ""] ?? 0) }
    }

    /// The sums per locale, in the order of `locales`.
    public static func totals(_ rows: [LocaleStatus], locales: [LocaleTag]) -> [LocaleStatus] {
        var sums: [LocaleTag: LocaleStatus] = [:]
        for row in rows { sums[row.locale, default: LocaleStatus(locale: row.locale)].add(row) }
        return locales.map { sums[$0] ?? LocaleStatus(locale: $0) }
    }

    private static func words(_ segments: [Segment]) -> Int { segments.reduce(0) { $0 + $1.facts.wordCount } }
}

extension Finding {
    /// True for a segment whose source moved on without it: neither explained away nor, as it seems, followed already.
    var isStale: Bool { rule == "stale-segment" && severity > .note && suppression == nil }
}
