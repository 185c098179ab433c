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
                try write(
                    changes, scan, plan, history, baseline, assets, &run, to: output, store: opened?.records, known: &new, jobs: jobs, progress: progress)
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

    // MARK: Writing

    private func write(
        _ changes: SiteChanges, _ scan: ProjectScan, _ plan: SitePlan, _ history: SourceHistory?, _ baseline: SiteBaseline,
        _ assets: [SiteFiles.Asset], _ run: inout ConsensusRun,
        to output: OutputFolder, store: RecordStore?,
        known: inout KnownProject, jobs: Int, progress: Progress
    ) throws(HexaplaError) {
        let tree = scan.tree
        let templates = try TemplateSet(directory: data.templates, overriding: project.templates)
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, history: history, taken: PageIDs(taken: templates.ids(of: "page")), clock: clock)
        let context = try SiteContext(
            project, data: data, templates: templates, scan: scan, plan: plan, inventory: analysis.links.inventory, profiles: analysis.profiles,
            baseline: baseline, history: history)
        let records = if let store { store } else { try output.temporary() }
        let writer = try GroupWriter(context, output, records, clock)
        progress.start(run.places.count)
        let written = try run.judge(jobs: jobs, clock: clock) { (place, divergences, round) throws(HexaplaError) in
            let (analysed, lookup) = try analysis.analyse(tree.groups[place], divergences: divergences)
            var site = try writer.write(analysed, tree.groups[place], lookup, isAgain: round == .again)
            site.dates = try history?.datesDigest(of: tree.groups[place]) ?? 0
            let group = KnownProject.Group(
                path: analysed.group.path, files: scan.groups[place].files, history: scan.groups[place].history,
                findings: try store?.add(analysed.findings) ?? .empty, summary: GroupSummary(analysed), links: lookup.reads, site: site)
            if round == .first { progress.step() }
            return (group, analysed.statements)
        }
        var groups = changes.groups
        for (place, group) in written { groups[place] = group }
        known.groups = groups.compactMap { $0 }
        let dirty = written.map(\.place)
        // What was judged without being written is news to the indices, whatever is known of it.
        let news = dirty.filter { place in
            guard let before = scan.groups[place].known, let site = before.site else { return true }
            return before.summary != groups[place]?.summary || site.changes != groups[place]?.site?.changes
        }.map { SitePaths.folder(tree.groups[$0].path) }
        let isListed = dirty.contains { scan.groups[$0].known?.site?.listing != groups[$0]?.site?.listing }
        let files = SiteFiles(
            context, known.groups.map(\.summary), changes: known.groups.map { $0.site?.changes },
            listings: known.groups.map { $0.site?.listing ?? .none }, output, version: version)
        let folders = changes.isSameOutline && changes.isSameBaseline ? Set(news) : nil
        known.siteFiles = try clock.measure(.index) { () throws(HexaplaError) in
            try files.write(
                assets, known: changes.siteFiles, news: .init(folders: folders, isListed: isListed, isRedirected: !changes.isSameRedirects))
        }
        let search = SiteSearch(output: output, records: records, profiles: analysis.profiles)
        let searched = SearchedPages(plan, tree, groups: known.groups, before: scan.groups.map(\.known), files: changes.siteFiles, output)
        let indices = try Parallel.map(tree.locales.count, jobs: jobs) { (index) throws(HexaplaError) in
            try clock.measure(.search) { () throws(HexaplaError) in try search.write(searched.pages(in: tree.locales[index])) }
        }
        for files in indices { known.siteFiles.merge(files) { $1 } }
        let isSameSet =
            changes.isSameOutline && changes.hasManifest && dirty.allSatisfy { scan.groups[$0].known?.site?.made == groups[$0]?.site?.made }
            && Set(changes.siteFiles.keys).subtracting([OutputFolder.manifest]) == Set(known.siteFiles.keys)
        if isSameSet { known.siteFiles[OutputFolder.manifest] = changes.siteFiles[OutputFolder.manifest] }
        if let stamp = try output.commit(isSameSet ? nil : Self.files(plan, tree, known)) {
            known.siteFiles[OutputFolder.manifest] = .init(stamp: stamp, source: nil)
        }
    }

    /// Every file of the site.
    private static func files(_ plan: SitePlan, _ tree: ContentTree, _ known: KnownProject) -> Set<String> {
        zip(tree.groups, known.groups).reduce(into: Set(known.siteFiles.keys)) { files, group in
            files.formUnion(zip(plan.files(of: group.0), group.1.site?.outputs ?? []).compactMap { $1 == nil ? nil : $0.file })
        }
    }
}
