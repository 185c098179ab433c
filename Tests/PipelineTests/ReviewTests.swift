import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

/// What a check says beside a baseline, a revision, a configuration.
@Suite("Review") struct ReviewTests {
    private static let source = "# Fees\n\nIt takes 3 days.\n\nIt costs 20 euros.\n"

    private func project(_ folder: GitFolder, _ settings: String = "") throws -> Project {
        try folder.write("history: false\n" + settings, "hexapla.yml")
        return try Project(configuration: folder.root + "/hexapla.yml")
    }

    private func pages(_ folder: GitFolder, german: String = "Es dauert 5 Tage", japanese: String = "3 日かかります") throws {
        try folder.write(Self.source, "content/en-US/a.md")
        try folder.write("# Gebühren\n\n\(german).\n\nEs kostet 20 Euro.\n", "content/de-DE/a.md")
        try folder.write("# 料金\n\n\(japanese)。\n\n20 ユーロかかります。\n", "content/ja-JP/a.md")
    }

    private func review(_ project: Project, _ options: ProjectReview.Options = .init(), cache: CacheFolder? = nil) throws -> ProjectReview {
        let check = ProjectCheck(project: project, data: try DataFolders(project: "", explicit: Repository.root), cache: cache)
        return try ProjectReview(check, of: project, options: options, jobs: 2, version: "test")
    }

    private func options(baseline: String? = nil, updates: Bool = false, since: String? = nil) -> ProjectReview.Options {
        var options = ProjectReview.Options()
        (options.baseline, options.updatesBaseline, options.changedSince) = (baseline, updates, since)
        return options
    }

    private func errors(_ review: ProjectReview) -> [String] {
        review.report.open.filter { $0.finding.severity == .error }.map { "\($0.finding.locale) \($0.finding.rule)" }
    }

    // MARK: Baseline

    @Test func theRatchetOnlyTurnsOneWay() throws {
        let folder = try GitFolder()
        try pages(folder)
        let (project, path) = (try project(folder), folder.root + "/known.tsv")
        let first = try review(project, options(baseline: path, updates: true)).updatedBaseline(acceptingNew: false)
        #expect(first.added == 1 && first.refused == 0)
        try BaselineFile.write(first.baseline, to: path)
        #expect(try !review(project, options(baseline: path)).report.fails)
        // A new fault fails, and no update without a word for it takes it in.
        try pages(folder, japanese: "4 日かかります")
        let second = try review(project, options(baseline: path, updates: true))
        #expect(second.report.fails && errors(second) == ["ja-JP number-mismatch"])
        #expect(second.updatedBaseline(acceptingNew: false).refused == 1)
        #expect(second.updatedBaseline(acceptingNew: false).baseline.all.map(\.locale.description) == ["de-DE"])
        #expect(second.updatedBaseline(acceptingNew: true).baseline.all.map(\.locale.description) == ["de-DE", "ja-JP"])
        // What is mended leaves the baseline.
        try pages(folder, german: "Es dauert 3 Tage")
        let third = try review(project, options(baseline: path, updates: true))
        #expect(third.report.fixed?.count == 1 && third.updatedBaseline(acceptingNew: false).baseline.all.isEmpty)
    }

    @Test func theFileIsReadAsItWasWritten() throws {
        let place = try Workplace()
        let tag = try #require(LocaleTag("zh-TW"))
        let odd = ["a\tb\\c\nd.md", "#a.md", "目錄/檔案.md"].map {
            Baseline.Entry(fingerprint: "0123456789abcdef", rule: "stale-page", severity: .warning, page: $0, locale: tag, message: "A\t'b'\r", count: 2)
        }
        let path = place.root + "/known.tsv"
        try BaselineFile.write(Baseline(odd, least: .note), to: path)
        let read = try #require(try BaselineFile.read(path))
        #expect(read.all == odd.sorted() && read.least == .note && read.all.map(\.message) == odd.map(\.message))
        #expect(try BaselineFile.read(place.root + "/none.tsv") == nil)
    }

    @Test(arguments: ["", "junk\n", "# hexapla baseline 1, findings from warning\n<<<<<<< HEAD\n", "# hexapla baseline 9, findings from warning\n"])
    func aBrokenBaselineIsAProblemAndTheFindingsAreReported(_ text: String) throws {
        let folder = try GitFolder()
        try pages(folder)
        try folder.write(text, "known.tsv")
        let review = try review(try project(folder), options(baseline: folder.root + "/known.tsv"))
        #expect(review.report.problems.count == 1 && review.report.problems[0].message.contains("known.tsv:"))
        #expect(errors(review) == ["de-DE number-mismatch"])
    }

    @Test func pagesThatAreGoneAreFixed() throws {
        let folder = try GitFolder()
        try pages(folder)
        let (project, path) = (try project(folder), folder.root + "/known.tsv")
        try BaselineFile.write(try review(project, options(baseline: path, updates: true)).updatedBaseline(acceptingNew: false).baseline, to: path)
        try folder.write("# Other\n", "content/en-US/b.md")
        try folder.write("# Anderes\n", "content/de-DE/b.md")
        for locale in ["en-US", "de-DE", "ja-JP"] { try folder.remove("content/\(locale)/a.md") }
        let review = try review(project, options(baseline: path))
        #expect(review.report.fixed?.map(\.page) == ["a.md"])
    }

    // MARK: Changed since

    @Test func onlyWhatChangedIsLookedAt() throws {
        let folder = try GitFolder()
        try pages(folder, german: "Es dauert 5 Tage", japanese: "4 日かかります")
        try folder.write("# Other\n\n3 days.\n", "content/en-US/b.md")
        try folder.write("# Anderes\n\n4 Tage.\n", "content/de-DE/b.md")
        let project = try project(folder)
        try folder.commit()
        #expect(try review(project, options(since: "HEAD")).report.findings.isEmpty)
        try folder.write("# Gebühren\n\nEs dauert 5 Tage.\n\nEs kostet 20 Euro!\n", "content/de-DE/a.md")
        #expect(try errors(review(project, options(since: "HEAD"))) == ["de-DE number-mismatch"])
        // A source that changed concerns all its translations.
        try folder.write(Self.source.replacing("# Fees", with: "# All fees"), "content/en-US/a.md")
        #expect(try errors(review(project, options(since: "HEAD"))) == ["de-DE number-mismatch", "ja-JP number-mismatch"])
        // And after the commit nothing has, until one asks for the commit before.
        try folder.commit()
        #expect(try review(project, options(since: "HEAD")).report.findings.isEmpty)
        #expect(try errors(review(project, options(since: "HEAD~1"))) == ["de-DE number-mismatch", "ja-JP number-mismatch"])
    }

    @Test func whatOthersChangedSinceTheBranchIsNoChange() throws {
        let folder = try GitFolder()
        try pages(folder)
        let project = try project(folder)
        try folder.commit()
        try folder.git("checkout", "--quiet", "-b", "topic")
        try folder.write("x", "content/en-US/image.txt")
        try folder.commit()
        try folder.git("checkout", "--quiet", "main")
        try pages(folder, german: "Es dauert 6 Tage")
        try folder.commit()
        try folder.git("checkout", "--quiet", "topic")
        #expect(try review(project, options(since: "main")).report.findings.isEmpty)
    }

    @Test func aBaselineKeepsWhatNobodyLookedAt() throws {
        let folder = try GitFolder()
        try pages(folder, japanese: "4 日かかります")
        let (project, path) = (try project(folder), folder.root + "/known.tsv")
        try BaselineFile.write(try review(project, options(baseline: path, updates: true)).updatedBaseline(acceptingNew: false).baseline, to: path)
        try folder.commit()
        try pages(folder, german: "Es dauert 3 Tage", japanese: "4 日かかります")
        let review = try review(project, options(baseline: path, updates: true, since: "HEAD"))
        #expect(review.report.fixed?.map(\.locale.description) == ["de-DE"])
        #expect(review.updatedBaseline(acceptingNew: false).baseline.all.map(\.locale.description) == ["ja-JP"])
    }

    @Test func withoutHistoryEverythingIsReported() throws {
        let place = try Workplace()
        try place.write(Self.source, "content/en-US/a.md")
        try place.write("# Gebühren\n\nEs dauert 5 Tage.\n\nEs kostet 20 Euro.\n", "content/de-DE/a.md")
        let review = try review(Project(content: place.root + "/content"), options(since: "main"))
        #expect(review.report.problems.count == 1 && errors(review) == ["de-DE number-mismatch"])
    }

    @Test func aLimitedRunLeavesTheCacheAsItWas() throws {
        let folder = try GitFolder()
        try pages(folder)
        try folder.write("# Other\n\n3 days.\n", "content/en-US/b.md")
        try folder.write("# Anderes\n\n4 Tage.\n", "content/de-DE/b.md")
        let (project, cache) = (try project(folder), CacheFolder(folder.root + "/cache"))
        try folder.commit()
        let whole = try review(project, cache: cache).report.findings.count
        try pages(folder, german: "Es dauert 6 Tage")
        #expect(try errors(review(project, options(since: "HEAD"), cache: cache)) == ["de-DE number-mismatch"])
        #expect(try review(project, cache: cache).report.findings.count == whole)
    }

    // MARK: Severities

    @Test func theConfigurationSaysWhatCounts() throws {
        let folder = try GitFolder()
        try pages(folder, japanese: "4 日かかります")
        let settings =
            "rules: {number-mismatch: warning}\nfail-on: warning\noverrides:\n  - locales: ja-JP\n    paths: ['*.md']\n    rules: {number-mismatch: off}\n"
        let report = try review(try project(folder, settings)).report
        #expect(report.open.filter { $0.finding.severity > .note }.map { "\($0.finding.locale) \($0.finding.severity)" } == ["de-DE warning"])
        #expect(report.fails)
    }

    @Test func aLocaleBelowItsThresholdFails() throws {
        let folder = try GitFolder()
        try pages(folder, german: "It takes 3 days", japanese: "3 日かかります")
        let report = try review(try project(folder, "thresholds: {translated: 80}\n")).report
        let found = report.open.map(\.finding).filter { $0.rule == "incomplete-locale" }
        #expect(found.map(\.locale.description) == ["de-DE"] && found[0].message.hasSuffix("% translated, 80 % wanted"))
    }

    @Test func anUnknownRuleIsAProblemAndTheRestHolds() throws {
        let folder = try GitFolder()
        try pages(folder)
        let report = try review(try project(folder, "rules:\n  numer-mismatch: off\n  number-mismatch: note\n")).report
        #expect(report.problems.map(\.message).first?.hasSuffix("hexapla.yml:3:3: no rule is named 'numer-mismatch'") ?? false)
        #expect(report.problems.first?.remedy == "Did you mean 'number-mismatch'?")
        #expect(report.counts[.error] == 0)
    }
}
