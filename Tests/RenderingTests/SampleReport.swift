import LocalizationModel
import Rendering

/// An invented report in German and Japanese, for tests and for the preview.
enum SampleReport {
    static func index(_ interface: String) throws -> ReportIndexView {
        let strings = try Repository.interface(interface)
        let tags = ["de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]
        let locales = tags.enumerated().map { index, tag in
            var summary = ReportIndexView.LocaleSummary(tag: tag, nativeName: Repository.nativeNames[tag] ?? tag)
            summary.pages = 312 - index * 7
            summary.progress = progress(segments: 24_310 - index * 411, lacking: 320 + index * 97, missing: 112 * index, stale: 204 + index * 31)
            summary.drift = index == 2 ? nil : "2018-08-31"
            summary.errors = [3, 14, 0, 27, 8][index]
            summary.warnings = 40 + index * 12
            summary.notes = 120 - index * 9
            return summary
        }
        var view = ReportIndexView(
            siteTitle: "Meridian Partner Network", rootPath: "../", locales: locales, rows: rows(tags), rules: rules, strings: strings)
        view.sourceLocale = "English (en-US)"
        view.changes = (
            new: 3,
            fixed: [
                .init(
                    rule: "number-mismatch", page: "competencies/analytics.md", locale: "de-DE", message: "4000 instead of 2000", href: "analytics-de-DE.html"),
                .init(rule: "missing-page", page: "benefits/old.md", locale: "zh-TW"),
            ]
        )
        return view
    }

    private static func progress(segments: Int, lacking: Int, missing: Int = 0, stale: Int = 0) -> TranslationProgress {
        var progress = TranslationProgress()
        (progress.untranslated, progress.partial, progress.missing, progress.stale) = (lacking, lacking / 8, missing, stale)
        progress.translated = segments - progress.untranslated - progress.partial - missing
        (progress.words, progress.translatedWords) = (segments * 14, progress.translated * 13)
        return progress
    }

    private static func rows(_ tags: [String]) -> [ReportIndexView.Row] {
        let paths = [
            "competencies/analytics.md", "competencies/application-integration.md", "competencies/cloud-platform.md", "benefits/licences.md",
            "benefits/internal-use-software.md", "enroll/get-started.md", "exams.md", "support/contacts.md", "index.md",
        ]
        let signs: [Sign?] = [nil, .lacking, .disagreeing, .outdated, nil, .structure, nil, .added]
        return paths.enumerated().map { row, path in
            let cells = tags.indices.map { column in
                let sign = signs[(row * 3 + column * 5) % signs.count]
                let isAbsent = row == 5 && column == 3
                let findings = sign == nil ? 0 : 1 + (row * column) % 7
                guard !isAbsent else { return ReportIndexView.Cell(progress: nil, findings: 1, counts: [.init(rule: 1, severity: .error, count: 1)]) }
                let counts = findings == 0 ? [] : [ReportIndexView.Cell.Count(rule: (row + column) % rules.count, severity: .warning, count: findings)]
                var cell = ReportIndexView.Cell(
                    progress: progress(segments: 100, lacking: sign == .lacking ? 32 : row, stale: sign == .outdated ? 4 : 0), sign: sign, findings: findings,
                    counts: counts, drift: sign == .outdated ? "2018-08-31" : nil, href: "analytics-\(tags[column]).html")
                cell.newFindings = row == 2 && findings > 0 ? 1 : 0
                return cell
            }
            return ReportIndexView.Row(path: path, title: row == 0 ? "Cloud Analytics competency" : nil, cells: cells)
        }
    }

    private static let rules: [ReportIndexView.RuleCount] = [
        .init(rule: "number-mismatch", severity: .error, counts: [3, 9, 0, 20, 6]),
        .init(rule: "lost-anchor", severity: .error, counts: [0, 5, 0, 7, 2]),
        .init(rule: "untranslated-segment", severity: .warning, counts: [12, 30, 8, 41, 12_400]),
        .init(rule: "typographic-quotes", severity: .note, counts: [66, 0, 12, 0, 0]),
    ]

    static func page(_ locale: String, interface: String) throws -> ReportPageView {
        let strings = try Repository.interface(interface)
        let words = SampleSite.words
        guard let source = words["en-US"], let target = words[locale] else { throw HexaplaError("no sample in \(locale)") }
        func side(_ html: String, _ language: String, _ line: Int, _ recovered: String? = nil) -> ReportPageView.Side {
            .init(.html(Array(html.utf8)), language: language, line: line, recoveredFrom: recovered)
        }
        var view = ReportPageView(
            path: "competencies/analytics.md", locale: locale, localeName: Repository.nativeNames[locale] ?? locale, sourceLanguage: "en-US",
            siteTitle: "Meridian Partner Network", rootPath: "../", indexHref: "index.html",
            progress: progress(segments: 39, lacking: 14, missing: 1, stale: 1),
            units: [
                .init(id: "u-1", source: side(source.title, "en-US", 12), target: side(target.title, locale, 12), state: .translated),
                .init(
                    id: "u-2", source: side(source.intro, "en-US", 14), target: side(target.intro, locale, 14), state: .translated, signs: [.outdated],
                    findings: [stale(known: true)]),
                .init(
                    id: "u-3", source: side("\(source.quantity) monthly active seats at four or more customers", "en-US", 18),
                    target: side("\(target.quantity.replacing("2", with: "4")) · \(target.engineers)", locale, 18), state: .translated, signs: [.disagreeing],
                    findings: [number(target.quantity)]),
                .init(
                    id: "u-4", source: side(source.warningText, "en-US", 22, "zh-TW"), target: side(source.warningText, "en-US", 22), state: .untranslated,
                    findings: [suppressed]),
                .init(id: "u-5", source: side(source.foot, "en-US", 25), target: nil, state: .missing),
                .init(id: "u-6", source: nil, target: side(target.noteText, locale, 27), state: .extra),
                .init(
                    id: "u-7", source: side(source.noteText, "en-US", 29),
                    target: side("\(target.noteText) <span lang=\"en\">\(source.task).</span>", locale, 30), state: .partial, signs: [.lacking, .structure]),
            ], strings: strings)
        view.pageTitle = target.title
        view.sourceOrigin = strings.fill("sourceRecovered", ["recovered": "31", "total": "39"])
        view.pageHref = "../\(locale.lowercased())/competencies/analytics.html"
        var title = FindingView(rule: "title-too-long", severity: .note, sign: .structure, message: "The title has 71 characters; 60 fit in a result list")
        (title.id, title.expected, title.found) = ("f-4", "≤ 60", "71")
        view.findings = [title]
        view.previous = PageLink("competencies/alpha.md", href: "alpha-\(locale).html")
        view.next = PageLink("competencies/application-integration.md", href: "beta-\(locale).html")
        view.provenance = [
            .init(strings["provenanceCommit"], "9fceb02d0ae598e95dc970b74767f19372d61af8"), .init(strings["provenanceHandOff"], "2018-08-31"),
            .init(strings["provenanceOrigin"], strings["originHuman"]), .init(strings["provenanceFile"], "\(locale)/competencies/analytics.md"),
        ]
        return view
    }

    // MARK: Findings

    private static func number(_ quantity: String) -> FindingView {
        var view = FindingView(
            rule: "number-mismatch", severity: .error, sign: .disagreeing, message: "4000 instead of 2000; all other languages have 2000")
        (view.id, view.state, view.expected, view.found) = ("f-1", .new, quantity, quantity.replacing("2", with: "4"))
        view.suggestion = .init(quantity, origin: "competencies/cloud.md:12, 90 %")
        return view
    }

    private static func stale(known: Bool) -> FindingView {
        let edits = [WordEdit(removed: "2000", added: "4000"), WordEdit(removed: "", added: "certified")]
        var view = FindingView(rule: "stale-segment", severity: .warning, sign: .outdated, message: "Source changed since the translation")
        view.id = "f-2"
        view.change = RevisedText(old: "Needs 2000 seats and four engineers.", new: "Needs 4000 seats and four certified engineers.", edits: edits)
        view.state = known ? .known : nil
        return view
    }

    private static var suppressed: FindingView {
        var view = FindingView(rule: "untranslated-segment", severity: .warning, sign: .lacking, message: "The segment is in the source's language")
        (view.id, view.state, view.reason) = ("f-3", .suppressed, "Legal text, kept in English")
        return view
    }
}
