import Checks
import LocalizationModel

/// One run of `check`: the findings of a project, or of what changed in it, laid beside those that are known.
public struct ProjectReview: Sendable {
    public struct Options: Sendable {
        /// The file of known findings; nil for the configuration's, if it names one.
        public var baseline: String?
        /// True where the caller is about to write the baseline: it need not be there.
        public var updatesBaseline = false
        /// Only pages that changed since this revision.
        public var changedSince: String?
        /// The content folder that the user named, if any.
        public var content: String?
        /// Nil for the configuration's, or `error`.
        public var failOn: FailThreshold?

        public init() {}
    }

    public let report: CheckReport
    /// Where the baseline is; nil where nobody named one.
    public let baselinePath: String?
    /// The baseline that was read.
    private let baseline: Baseline?
    /// What it holds of the pages that were looked at and of all others, without new findings.
    private let kept: [Baseline.Entry]

    /// Bad settings, a bad baseline or a repository that cannot tell what changed are problems of the report: what can be said is said.
    public init(_ check: ProjectCheck, of project: Project, options: Options, jobs: Int, progress: Progress = .none, version: String) throws(HexaplaError) {
        var problems = project.review.problems
        let path = options.baseline ?? project.review.baseline
        let baseline = path.flatMap { Self.baseline($0, isNew: options.updatesBaseline, &problems) }
        let tree = try ContentTree(project, jobs: jobs)
        let changed = options.changedSince.flatMap { Self.changes(since: $0, tree, project, options.content, jobs, &problems) }
        let tags = Array(Set(tree.locales + [tree.sourceLocale]))
        let result = try check.findings(in: tree, jobs: jobs, progress: progress, only: changed.map { changed in { changed.touches($0) } }) { path, findings in
            let looked = changed?.locales(of: path, among: tags)
            let findings = looked.map { looked in findings.filter { looked.contains($0.locale) } } ?? findings
            return JudgedPage(path, BaselineComparison(findings, on: path, with: baseline, locales: looked, fingerprint: Fingerprint.of))
        }
        let judged = Set(result.groups.map(\.path))
        let present = Set(tree.groups.map(\.path))
        // Pages that are gone have no faults any more; pages that nobody looked at keep theirs.
        let unseen = baseline?.all.filter { !judged.contains($0.page) } ?? []
        let gone = unseen.filter { !present.contains($0.page) && changed?.touches($0.page) ?? true }
        let passed = baseline?.all.filter { entry in
            guard judged.contains(entry.page) else { return present.contains(entry.page) || !(changed?.touches(entry.page) ?? true) }
            return !(changed?.locales(of: entry.page, among: tags).contains(entry.locale) ?? true)
        }
        self.baseline = baseline
        baselinePath = path
        kept = result.kept.flatMap(\.kept) + (passed ?? [])
        let locales = PageStatus.totals(result.groups.flatMap(\.statuses), locales: result.translationLocales)
        // Of some pages nobody can tell how far a locale is.
        let site = changed == nil ? Self.siteFindings(locales, project) : []
        let whole = BaselineComparison(site, on: "", with: baseline, fingerprint: Fingerprint.of)
        let fixed = baseline.map { _ in (result.kept.flatMap(\.fixed) + gone).sorted() }
        report = CheckReport(
            findings: ReportedFindings([.init(whole.findings)] + result.kept.map(\.findings)), fixed: fixed, rules: Rules.all, locales: locales,
            sourceLocale: tree.sourceLocale,
            files: Self.files(of: Set(result.kept.filter { $0.findings.count > 0 }.map(\.path) + (fixed ?? []).map(\.page)), in: tree),
            pages: result.groups.reduce(0) { $0 + $1.pages }, threshold: (options.failOn ?? project.review.failOn ?? .default).severity,
            problems: problems, notices: result.isShallow ? [Self.shallow] : [], version: version)
    }

    /// What is to be said of whole locales.
    private static func siteFindings(_ locales: [LocaleStatus], _ project: Project) -> [Finding] {
        let findings = IncompleteLocale.check(locales, minimum: project.review.minimum, configuration: project.configuration ?? Project.configurationName)
        return findings.compactMap { project.review.policy.applied(to: $0, own: IncompleteLocale.metadata.severity) }
    }

    private static let shallow =
        "the clone is shallow: which source a translation was made from is told only for what its commits changed (fetch with full history)"

    private static func files(of pages: Set<String>, in tree: ContentTree) -> PageFiles {
        var files = PageFiles()
        for group in tree.groups where pages.contains(group.path) {
            for file in group.files { files[group.path, file.locale] = file.file }
        }
        return files
    }

    private static func baseline(_ path: String, isNew: Bool, _ problems: inout [HexaplaError]) -> Baseline? {
        do throws(HexaplaError) {
            if let baseline = try BaselineFile.read(path) { return baseline }
            if !isNew { problems.append(HexaplaError("no baseline at '\(path)'", remedy: "Make it with --update-baseline")) }
        } catch {
            problems.append(error)
        }
        return nil
    }

    private static func changes(
        since revision: String, _ tree: ContentTree, _ project: Project, _ content: String?, _ jobs: Int, _ problems: inout [HexaplaError]
    ) -> ChangedPages? {
        do throws(HexaplaError) {
            return try ChangedPages(tree, of: project, content: content, since: revision, jobs: jobs)
        } catch {
            problems.append(HexaplaError("cannot tell what changed since '\(revision)', so all pages are reported: \(error.message)", remedy: error.remedy))
            return nil
        }
    }

    // MARK: The next baseline

    /// What `updatedBaseline` did.
    public struct Update: Sendable {
        public let baseline: Baseline
        /// Findings that it holds and its predecessor did not.
        public let added: Int
        /// Findings that are new and that it does not hold.
        public let refused: Int
        /// Findings that its predecessor held and that are no more.
        public let removed: Int
    }

    /// The baseline that would be right after this run: without what was fixed, and with new findings only where there was none before, or
    /// where the caller asks for them. Findings that nobody looked at stay.
    public func updatedBaseline(acceptingNew: Bool) -> Update {
        let least = baseline.map { acceptingNew ? min($0.least, wanted) : $0.least } ?? wanted
        let new = report.findings.filter { $0.state != .suppressed && $0.state != .known && $0.finding.severity >= least }
        let isAccepting = acceptingNew || baseline == nil
        var counts: [Baseline.Entry: Int] = [:]
        for entry in kept { counts[entry.with(count: 1), default: 0] += entry.count }
        if isAccepting { for item in new { counts[item.finding.entry(item.fingerprint), default: 0] += 1 } }
        return Update(
            baseline: Baseline(counts.map { $0.with(count: $1) }, least: least), added: isAccepting ? new.count : 0, refused: isAccepting ? 0 : new.count,
            removed: report.fixed?.reduce(0) { $0 + $1.count } ?? 0)
    }

    /// Warnings are known too where only errors fail: a team that tightens its check later starts from them.
    private var wanted: Severity { min(.warning, report.threshold ?? .warning) }
}
