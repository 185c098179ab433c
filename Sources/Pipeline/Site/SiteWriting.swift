import LocalizationModel
import Rendering

/// The writing of a site in which something changed: its groups, what tells of them all, its search; then everything takes its place at once.
struct SiteWriting {
    let project: Project
    let data: DataFolders
    let version: String
    let clock: StageClock?
    let jobs: Int
    let plan: SitePlan
    let scan: ProjectScan
    let changes: SiteChanges
    let history: SourceHistory?
    let baseline: SiteBaseline
    let output: OutputFolder
    /// Where records are kept for the next run; nil where nothing is.
    let store: RecordStore?

    private var tree: ContentTree { scan.tree }

    /// - Parameter known: takes up what is known of what was written.
    func write(_ assets: [SiteFiles.Asset], _ run: inout ConsensusRun, known: inout KnownProject, progress: Progress) throws(HexaplaError) {
        let templates = try TemplateSet(directory: data.templates, overriding: project.templates)
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, history: history, taken: PageIDs(taken: templates.ids(of: "page")), clock: clock)
        let context = try SiteContext(
            project, data: data, templates: templates, scan: scan, plan: plan, inventory: analysis.links.inventory, profiles: analysis.profiles,
            baseline: baseline, history: history)
        let records = if let store { store } else { try output.temporary() }
        let written = try writeGroups(analysis, try GroupWriter(context, output, records, clock), &run, progress)
        var groups = changes.groups
        for (place, group) in written { groups[place] = group }
        known.groups = groups.compactMap { $0 }
        known.siteFiles = try writeIndices(context, written, known.groups, assets)
        known.siteFiles.merge(try writeSearch(SiteSearch(output: output, records: records, profiles: analysis.profiles), known.groups)) { $1 }
        try commit(written, &known)
    }

    private typealias Written = [(place: Int, result: KnownProject.Group)]

    private func writeGroups(_ analysis: ProjectAnalysis, _ writer: GroupWriter, _ run: inout ConsensusRun, _ progress: Progress) throws(HexaplaError)
        -> Written
    {
        progress.start(run.places.count)
        return try run.judge(jobs: jobs, clock: clock) { (place, divergences, round) throws(HexaplaError) in
            let (analysed, lookup) = try analysis.analyse(tree.groups[place], divergences: divergences)
            var site = try writer.write(analysed, tree.groups[place], lookup, isAgain: round == .again)
            site.dates = try history?.datesDigest(of: tree.groups[place]) ?? 0
            let group = KnownProject.Group(
                path: analysed.group.path, files: scan.groups[place].files, history: scan.groups[place].history,
                findings: try store?.add(analysed.findings) ?? .empty, summary: GroupSummary(analysed), links: lookup.reads, site: site)
            if round == .first { progress.step() }
            return (group, analysed.statements)
        }
    }

    /// What tells of many pages, where any of them has news.
    private func writeIndices(
        _ context: SiteContext, _ written: Written, _ groups: [KnownProject.Group], _ assets: [SiteFiles.Asset]
    ) throws(HexaplaError) -> [String: KnownProject.SiteFile] {
        // What was judged without being written is news to the indices, whatever is known of it.
        let news = written.filter { place, group in
            guard let before = scan.groups[place].known, let site = before.site else { return true }
            return before.summary != group.summary || site.changes != group.site?.changes
        }.map { SitePaths.folder(tree.groups[$0.place].path) }
        let isListed = written.contains { place, group in scan.groups[place].known?.site?.listing != group.site?.listing }
        let files = SiteFiles(
            context, groups.map(\.summary), changes: groups.map { $0.site?.changes }, listings: groups.map { $0.site?.listing ?? .none }, output,
            version: version)
        let folders = changes.isSameOutline && changes.isSameBaseline ? Set(news) : nil
        return try clock.measure(.index) { () throws(HexaplaError) in
            try files.write(
                assets, known: changes.siteFiles, news: .init(folders: folders, isListed: isListed, isRedirected: !changes.isSameRedirects))
        }
    }

    private func writeSearch(_ search: SiteSearch, _ groups: [KnownProject.Group]) throws(HexaplaError) -> [String: KnownProject.SiteFile] {
        let pages = SearchedPages(plan, tree, groups: groups, before: scan.groups.map(\.known), files: changes.siteFiles, output)
        let files = try Parallel.map(tree.locales.count, jobs: jobs) { (index) throws(HexaplaError) in
            try clock.measure(.search) { () throws(HexaplaError) in try search.write(pages.pages(in: tree.locales[index])) }
        }
        return files.reduce(into: [:]) { all, own in all.merge(own) { $1 } }
    }

    /// Puts all in its place.
    private func commit(_ written: Written, _ known: inout KnownProject) throws(HexaplaError) {
        let isSameSet =
            changes.isSameOutline && changes.hasManifest && written.allSatisfy { place, group in scan.groups[place].known?.site?.made == group.site?.made }
            && Set(changes.siteFiles.keys).subtracting([OutputFolder.manifest]) == Set(known.siteFiles.keys)
        if isSameSet { known.siteFiles[OutputFolder.manifest] = changes.siteFiles[OutputFolder.manifest] }
        if let stamp = try output.commit(isSameSet ? nil : files(known)) { known.siteFiles[OutputFolder.manifest] = .init(stamp: stamp, source: nil) }
    }

    /// Every file of the site.
    private func files(_ known: KnownProject) -> Set<String> {
        zip(tree.groups, known.groups).reduce(into: Set(known.siteFiles.keys)) { files, group in
            files.formUnion(zip(plan.files(of: group.0), group.1.site?.outputs ?? []).compactMap { $1 == nil ? nil : $0.file })
        }
    }
}
