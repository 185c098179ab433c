import FileSystem
import LocalizationModel
import Rendering
import Reporting

/// Builds the site: pages and fall-backs of every locale, the report, the model. Only what changed since the last build is made again.
public struct SiteBuilder: Sendable {
    public struct Result: Sendable {
        public let locales: [LocaleTag]
        /// Pages of the readers' site, fall-backs among them.
        public let pages: Int
        /// In the order of their paths.
        public let groups: [GroupSummary]
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
        let tree = try ContentTree(project)
        let output = try OutputFolder(project.output, content: project.content)
        let opened = try cache?.open()
        let known = opened?.known ?? KnownProject()
        let scan = try ProjectScan(project, data, tree: tree, known: known, withTitles: true, jobs: jobs, clock: clock)
        let changes = try SiteChanges(scan, known: known, output: output, sections: project.sections, jobs: jobs)
        var new = KnownProject()
        (new.environment, new.locales, new.output, new.outline) = (scan.environment, tree.locales, output.name, changes.outline)
        (new.groups, new.siteFiles) = (changes.groups.compactMap { $0 }, changes.siteFiles)
        let isWork = try changes.isAny(assets: assets(tree))
        if isWork {
            do throws(HexaplaError) {
                try output.begin()
                try write(changes, scan, to: output, store: opened?.findings, known: &new, jobs: jobs, progress: progress)
            } catch {
                output.abandon()
                throw error
            }
        }
        if isWork || scan.isNews { try opened?.save(new) }
        let pages = new.groups.reduce(0) { $0 + ($1.site?.pages ?? 0) }
        return Result(locales: tree.locales, pages: pages, groups: new.groups.map(\.summary))
    }

    // MARK: Writing

    private func write(
        _ changes: SiteChanges, _ scan: ProjectScan, to output: OutputFolder, store: FindingStore?, known: inout KnownProject, jobs: Int, progress: Progress
    ) throws(HexaplaError) {
        let tree = scan.tree
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, clock: clock)
        let context = try SiteContext(project, data: data, scan: scan, profiles: analysis.profiles)
        let writer = try GroupWriter(context, output, clock)
        let dirty = changes.groups.indices.filter { changes.groups[$0] == nil }
        progress.start(dirty.count)
        let written = try Parallel.map(dirty.count, jobs: jobs) { (index) throws(HexaplaError) -> KnownProject.Group in
            let place = dirty[index]
            let analysed = try analysis.analyser.analyse(tree.groups[place])
            let site = try writer.write(analysed, tree.groups[place])
            let group = KnownProject.Group(
                path: analysed.group.path, files: scan.groups[place].files, findings: try store?.add(analysed.findings) ?? .empty,
                summary: GroupSummary(analysed), site: site)
            progress.step()
            return group
        }
        var groups = changes.groups
        for (place, group) in zip(dirty, written) { groups[place] = group }
        known.groups = groups.compactMap { $0 }
        known.siteFiles = try clock.measure(.index) { () throws(HexaplaError) in
            try writeSiteFiles(context, known.groups, changes.siteFiles, output)
        }
        let isSameSet =
            changes.isSameOutline && changes.hasManifest && dirty.allSatisfy { scan.groups[$0].known?.site?.made == groups[$0]?.site?.made }
            && Set(changes.siteFiles.keys).subtracting([OutputFolder.manifest]) == Set(known.siteFiles.keys)
        if isSameSet { known.siteFiles[OutputFolder.manifest] = changes.siteFiles[OutputFolder.manifest] }
        if let stamp = try output.commit(isSameSet ? nil : Self.files(writer.plan, tree, known)) {
            known.siteFiles[OutputFolder.manifest] = .init(stamp: stamp, source: nil)
        }
    }

    /// Every file of the site.
    private static func files(_ plan: SitePlan, _ tree: ContentTree, _ known: KnownProject) -> Set<String> {
        zip(tree.groups, known.groups).reduce(into: Set(known.siteFiles.keys)) { files, group in
            files.formUnion(zip(plan.files(of: group.0), group.1.site?.outputs ?? []).compactMap { $1 == nil ? nil : $0.file })
        }
    }

    /// Writes what tells of the whole site, and copies what is copied.
    private func writeSiteFiles(
        _ context: SiteContext, _ groups: [KnownProject.Group], _ known: [String: KnownProject.SiteFile], _ output: OutputFolder
    ) throws(HexaplaError) -> [String: KnownProject.SiteFile] {
        var files: [String: KnownProject.SiteFile] = [:]
        for (file, from) in try assets(context.tree) {
            guard let source = FileSystem.stamp(from) else { continue }
            if let same = known[file], same.source == source, output.stamp(file) == same.stamp {
                files[file] = same
            } else {
                let moment = FileStamp.now
                files[file] = .init(stamp: try output.write(try FileSystem.read(from), to: file), source: source.settled(asOf: moment))
            }
        }
        let summaries = groups.map(\.summary)
        let model = ModelJSON.index(
            groups.map { ($0.path, "../" + SitePlan.model($0.path)) }, sourceLocale: context.source, locales: context.tree.locales, version: version)
        let made: [(file: String, bytes: [UInt8])] = [
            (ReportWriter.index, try ReportWriter(context).index(summaries)),
            (FactsWriter.index, try FactsWriter(context).index(summaries.compactMap(\.facts))),
            (SitePlan.modelIndex, model), (SitePlan.chooser, try Self.chooser(context, summaries)),
        ]
        for (file, bytes) in made { files[file] = .init(stamp: try output.write(bytes, to: file), source: nil) }
        return files
    }

    /// Files that are copied: the look, and each locale's images and downloads, else the source's. By their place in the site.
    private func assets(_ tree: ContentTree) throws(HexaplaError) -> [(file: String, from: String)] {
        var assets: [String: String] = [:]
        for folder in [data.templates] + (project.templates.map { [$0] } ?? [])
        where FileSystem.kind(folder + "/assets", followingLinks: true) == .folder {
            for entry in try FileSystem.entries(inFolder: folder + "/assets") where entry.kind == .file {
                assets["assets/\(entry.name)"] = "\(folder)/assets/\(entry.name)"
            }
        }
        for (path, files) in tree.assets {
            for locale in tree.locales { if let file = files[locale] ?? files[tree.sourceLocale] { assets["\(locale.lowercased)/\(path)"] = file.file } }
        }
        return assets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The root page says of each language how much of the whole site is translated.
    private static func chooser(_ context: SiteContext, _ groups: [GroupSummary]) throws(HexaplaError) -> [UInt8] {
        var entries: [LanguageChooserView.Entry] = []
        for locale in context.tree.locales {
            let profile = context.profile(locale)
            let status = PageStatus.totals(groups.compactMap { $0.cells[locale]?.status }, locales: [locale])[0]
            let mark = locale == context.source ? StateMark(.source) : StateMark(status.percent == 100 ? .translated : .partial, percent: status.percent)
            let first = context.outline.firstPage(in: locale) ?? "index.md"
            entries.append(
                .init(
                    tag: locale.description, nativeName: profile.nativeName, direction: profile.direction,
                    href: SitePaths.encoded("\(locale.lowercased)/\(SitePaths.html(first))"), mark: mark,
                    strings: try context.strings(locale)))
        }
        return try context.renderer.chooser(
            LanguageChooserView(siteTitle: context.project.title, entries: entries, strings: try context.strings(context.source)))
    }
}
