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
            summary.segments = 24_310 - index * 411
            summary.untranslated = 320 + index * 97
            summary.partial = 41 + index
            summary.missing = 112 * index
            summary.extra = 9 + index
            summary.stale = 204 + index * 31
            summary.translated = summary.segments - summary.untranslated - summary.partial - summary.missing
            summary.percent = summary.translated * 100 / summary.segments
            summary.errors = [3, 14, 0, 27, 8][index]
            summary.warnings = 40 + index * 12
            summary.notes = 120 - index * 9
            return summary
        }
        var view = ReportIndexView(
            siteTitle: "Meridian Partner Network", rootPath: "../", locales: locales, rows: rows(tags), rules: rules, strings: strings)
        view.sourceLocale = "English (en-US)"
        return view
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
                return ReportIndexView.Cell(
                    percent: isAbsent ? nil : sign == .lacking ? 64 : 100 - row, sign: isAbsent ? nil : sign, findings: isAbsent ? 0 : findings,
                    href: isAbsent ? nil : "analytics-\(tags[column]).html")
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
            .init(html: Array(html.utf8), language: language, line: line, recoveredFrom: recovered)
        }
        var view = ReportPageView(
            path: "competencies/analytics.md", locale: locale, localeName: Repository.nativeNames[locale] ?? locale,
            siteTitle: "Meridian Partner Network", rootPath: "../", indexHref: "index.html", percent: 64,
            units: [
                .init(source: side(source.title, "en-US", 12), target: side(target.title, locale, 12), state: .translated),
                .init(source: side(source.intro, "en-US", 14), target: side(target.intro, locale, 14), state: .translated, signs: [.outdated]),
                .init(
                    source: side("\(source.quantity) monthly active seats at four or more customers", "en-US", 18),
                    target: side("\(target.quantity.replacing("2", with: "4")) · \(target.engineers)", locale, 18), state: .translated, signs: [.disagreeing],
                    findings: [
                        .init(
                            rule: "number-mismatch", severity: .error, message: "4000 instead of 2000; all other languages have 2000",
                            expected: source.quantity, found: target.quantity.replacing("2", with: "4"), suggestion: target.quantity)
                    ]),
                .init(
                    source: side(source.warningText, "en-US", 22, "zh-TW"), target: side(source.warningText, "en-US", 22), state: .untranslated,
                    findings: [.init(rule: "untranslated-segment", severity: .warning, message: "The segment is in the source's language")]),
                .init(source: side(source.foot, "en-US", 25), target: nil, state: .missing),
                .init(source: nil, target: side(target.noteText, locale, 27), state: .extra),
                .init(
                    source: side(source.noteText, "en-US", 29), target: side("\(target.noteText) <span lang=\"en\">\(source.task).</span>", locale, 30),
                    state: .partial, signs: [.lacking, .structure]),
            ], strings: strings)
        view.pageTitle = target.title
        view.sourceOrigin = strings.fill("sourceRecovered", ["recovered": "31", "total": "39"])
        view.pageHref = "../\(locale.lowercased())/competencies/analytics.html"
        view.findings = [
            .init(rule: "title-too-long", severity: .note, message: "The title has 71 characters; 60 fit in a result list", expected: "≤ 60", found: "71")
        ]
        view.previous = PageLink("competencies/alpha.md", href: "alpha-\(locale).html")
        view.next = PageLink("competencies/application-integration.md", href: "beta-\(locale).html")
        view.provenance = [
            .init(strings["provenanceCommit"], "9fceb02d0ae598e95dc970b74767f19372d61af8"), .init(strings["provenanceHandOff"], "2018-08-31"),
            .init(strings["provenanceOrigin"], strings["originHuman"]), .init(strings["provenanceFile"], "\(locale)/competencies/analytics.md"),
        ]
        return view
    }
}
