import LocalizationModel
import Rendering

/// Builds the site: pages and fall-backs of every locale, the report, the model. Only what changed since the last build is made again.
public struct SiteBuilder: Sendable {
    public struct Result: Sendable {
        public let locales: [LocaleTag]
        /// Pages of the readers' site, fall-backs among them.
        public let pages: Int
        /// In the order of their paths.
        public let groups: [GroupSummary]
        /// What could not be done: the site is whole without it.
        public let problems: [HexaplaError]
    }

    private let project: Project
    private let data: DataFolders
    private let cache: CacheFolder?
    private let version: String
    private let clock: StageClock?

    /// - Parameter cache: where the last build left what it knows; nil builds everything.
    public init(project: Project, data: DataFolders, cache: CacheFolder?, version: String, clock: StageClock? = nil) {
        self.clock = clock
        self.project = project
        self.data = data
        self.cache = cache
        self.version = version
    }

    public func build(jobs: Int, progress: Progress = .none) throws(HexaplaError) -> Result {
        let tree = try ContentTree(project, jobs: jobs)
        let output = try OutputFolder(project.output, content: project.content)
        let opened = try cache?.open()
        let known = opened?.known ?? KnownProject()
        let history = project.readsHistory ? SourceHistory(project, sourceLocale: tree.sourceLocale, cache: opened) : nil
        let scan = try ProjectScan(project, data, tree: tree, known: opened?.known, withTitles: true, history: history, jobs: jobs, clock: clock)
        var problems = project.review.problems
        let baseline = SiteBaseline(baseline: readBaseline(&problems))
        let redirects = Redirects(project.redirects, tree, address: project.address)
        problems += redirects.problems
        let plan = SitePlan(tree, address: project.address, redirects: redirects.all)
        let assets = try SiteFiles.assets(tree, [data.templates] + (project.templates.map { [$0] } ?? []))
        let changes = try SiteChanges(
            scan, known: known, output: output, plan: plan, sections: project.sections, baseline: baseline, redirects: redirects.digest,
            assets: assets, history: history, jobs: jobs)
        var new = KnownProject()
        (new.environment, new.history, new.locales, new.inventory) = (scan.environment, history?.key ?? "", tree.locales, scan.inventory)
        (new.output, new.outline, new.baseline, new.redirects) = (output.name, changes.outline, baseline.digest, redirects.digest)
        new.dated = history?.key ?? ""
        (new.groups, new.siteFiles) = (changes.groups.compactMap { $0 }, changes.siteFiles)
        let isWork = changes.isAny(assets: assets)
        var run = ConsensusRun(tree, changes.groups.indices.filter { changes.groups[$0] == nil }, opened)
        if isWork {
            do throws(HexaplaError) {
                try output.begin()
                let writing = SiteWriting(
                    project: project, data: data, version: version, clock: clock, jobs: jobs, plan: plan, scan: scan, changes: changes, history: history,
                    baseline: baseline, output: output, store: opened?.records)
                try writing.write(assets, &run, known: &new, progress: progress)
            } catch {
                output.abandon()
                throw error
            }
        }
        if isWork || scan.isNews { try opened?.save(new, consensus: run.table) }
        let pages = new.groups.reduce(0) { $0 + ($1.site?.pages ?? 0) }
        return Result(locales: tree.locales, pages: pages, groups: new.groups.map(\.summary), problems: problems)
    }

    /// A baseline that cannot be read is a problem of the report, not of the site.
    private func readBaseline(_ problems: inout [HexaplaError]) -> Baseline? {
        guard let path = project.review.baseline else { return nil }
        do throws(HexaplaError) { return try BaselineFile.read(path) } catch { problems.append(error) }
        return nil
    }
}
