import LocalizationModel

/// Judges a project; what did not change since the last run is not judged again.
public struct ProjectCheck: Sendable {
    public struct Result<Kept: Sendable>: Sendable {
        public let locales: [LocaleTag]
        public let translationLocales: [LocaleTag]
        /// In the order of their paths.
        public let groups: [GroupSummary]
        /// What was made of each group's findings, in the same order; empty where nobody asked.
        public let kept: [Kept]
        /// True where the history that was asked is not all there.
        public let isShallow: Bool
    }

    private let project: Project
    private let data: DataFolders
    private let cache: CacheFolder?
    private let clock: StageClock?

    /// - Parameter cache: where the last run left what it knows; nil judges everything.
    public init(project: Project, data: DataFolders, cache: CacheFolder?, clock: StageClock? = nil) {
        self.project = project
        self.data = data
        self.cache = cache
        self.clock = clock
    }

    /// How many findings there are, without the findings themselves.
    public func summaries(jobs: Int, progress: Progress = .none) throws(HexaplaError) -> Result<Never> {
        try run(try ContentTree(project, jobs: jobs), jobs: jobs, progress: progress, only: nil, keep: nil)
    }

    /// - Parameters:
    ///   - only: whether a page is looked at, by its path; nil for all.
    ///   - keep: makes of a page's findings, in the order of all output, what the caller needs of them; on several threads. The
    ///     findings are let go.
    func findings<Kept: Sendable>(
        in tree: ContentTree, jobs: Int, progress: Progress = .none, only: ((String) -> Bool)? = nil, keep: @escaping @Sendable (String, [Finding]) -> Kept
    ) throws(HexaplaError) -> Result<Kept> { try run(tree, jobs: jobs, progress: progress, only: only, keep: keep) }

    private func run<Kept: Sendable>(
        _ tree: ContentTree, jobs: Int, progress: Progress, only: ((String) -> Bool)?, keep: (@Sendable (String, [Finding]) -> Kept)?
    ) throws(HexaplaError) -> Result<Kept> {
        let wanted = tree.groups.indices.filter { only?(tree.groups[$0].path) ?? true }
        let opened = try cache?.open()
        let history = project.readsHistory ? SourceHistory(project, sourceLocale: tree.sourceLocale, cache: opened) : nil
        let judged =
            if let opened { try run(tree, opened, wanted, history, jobs, progress, keep) } else {
                try judge(tree, wanted, history, jobs, progress) { summary, findings, _ in (summary, keep?(summary.path, findings)) }
            }
        return Result(
            locales: tree.locales, translationLocales: tree.translationLocales, groups: judged.map(\.0), kept: judged.compactMap(\.1),
            isShallow: history?.isShallow ?? false)
    }

    private func run<Kept: Sendable>(
        _ tree: ContentTree, _ cache: CacheFolder.Opened, _ wanted: [Int], _ history: SourceHistory?, _ jobs: Int, _ progress: Progress,
        _ keep: (@Sendable (String, [Finding]) -> Kept)?
    ) throws(HexaplaError) -> [(GroupSummary, Kept?)] {
        let scan = try ProjectScan(project, data, tree: tree, known: cache.known, withTitles: false, history: history, jobs: jobs, clock: clock)
        // What is known stays, if its findings can still be read where somebody wants them.
        var groups = try Parallel.map(wanted.count, jobs: jobs) { (index) -> (known: KnownProject.Group, kept: Kept?)? in
            let scanned = scan.groups[wanted[index]]
            guard scanned.isSame, let known = scanned.known?.with(files: scanned.files, history: scanned.history) else { return nil }
            guard let keep else { return (known, nil) }
            return cache.findings.findings(known.findings).map { (known, keep(known.path, $0)) }
        }
        let dirty = groups.indices.filter { groups[$0] == nil }
        let judged = try judge(tree, dirty.map { wanted[$0] }, history, jobs, progress) { (summary, findings, links) throws(HexaplaError) in
            (summary: summary, findings: try cache.findings.add(findings), links: links, kept: keep?(summary.path, findings))
        }
        for (place, group) in zip(dirty, judged) {
            let scanned = scan.groups[wanted[place]]
            let known = KnownProject.Group(
                path: group.summary.path, files: scanned.files, history: scanned.history, findings: group.findings, summary: group.summary,
                links: group.links, site: nil)
            groups[place] = (known, group.kept)
        }
        let whole = groups.compactMap { $0 }
        // The state is one of all pages: a run that looked at some of them leaves it as it was.
        if wanted.count == tree.groups.count, scan.isNews || !dirty.isEmpty {
            var known = cache.known
            (known.environment, known.history, known.locales) = (scan.environment, history?.key ?? "", tree.locales)
            (known.inventory, known.groups) = (scan.inventory, whole.map(\.known))
            try cache.save(known)
        }
        return whole.map { ($0.known.summary, $0.kept) }
    }

    private func judge<T: Sendable>(
        _ tree: ContentTree, _ groups: [Int], _ history: SourceHistory?, _ jobs: Int, _ progress: Progress,
        _ keep: @Sendable (GroupSummary, [Finding], LinkReads) throws(HexaplaError) -> T
    ) throws(HexaplaError) -> [T] {
        guard !groups.isEmpty else { return [] }
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, history: history, clock: clock)
        progress.start(groups.count)
        return try Parallel.map(groups.count, jobs: jobs) { (index) throws(HexaplaError) -> T in
            let (analysed, lookup) = try analysis.analyse(tree.groups[groups[index]])
            progress.step()
            return try keep(GroupSummary(analysed), analysed.findings, lookup.reads)
        }
    }
}
