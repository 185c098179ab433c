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
        let opened = try cache?.open()
        let history = project.readsHistory ? SourceHistory(project, sourceLocale: tree.sourceLocale, cache: opened) : nil
        @Sendable func kept(_ summary: GroupSummary, _ findings: [Finding], _ links: LinkReads) -> (GroupSummary, Kept?) {
            (summary, keep?(summary.path, findings))
        }
        let judged =
            if let only {
                try judge(tree, tree.groups.indices.filter { only(tree.groups[$0].path) }, history, jobs, progress, kept)
            } else if let opened {
                try run(tree, opened, history, jobs, progress, keep)
            } else {
                try judge(tree, nil, history, Array(tree.groups.indices), jobs, progress, kept).judged.map(\.result)
            }
        return Result(
            locales: tree.locales, translationLocales: tree.translationLocales, groups: judged.map(\.0), kept: judged.compactMap(\.1),
            isShallow: history?.isShallow ?? false)
    }

    private func run<Kept: Sendable>(
        _ tree: ContentTree, _ cache: CacheFolder.Opened, _ history: SourceHistory?, _ jobs: Int, _ progress: Progress,
        _ keep: (@Sendable (String, [Finding]) -> Kept)?
    ) throws(HexaplaError) -> [(GroupSummary, Kept?)] {
        let scan = try ProjectScan(project, data, tree: tree, known: cache.known, withTitles: false, history: history, jobs: jobs, clock: clock)
        // What is known stays, if its findings can still be read where somebody wants them.
        var groups = try Parallel.map(scan.groups.count, jobs: jobs) { (index) -> (known: KnownProject.Group, kept: Kept?)? in
            let scanned = scan.groups[index]
            guard scanned.isSame, let known = scanned.known?.with(files: scanned.files, history: scanned.history) else { return nil }
            guard let keep else { return (known, nil) }
            return cache.records.findings(known.findings).map { (known, keep(known.path, $0)) }
        }
        let dirty = groups.indices.filter { groups[$0] == nil }
        let (judged, table) = try judge(tree, cache, history, dirty, jobs, progress) { (summary, findings, links) throws(HexaplaError) in
            (summary: summary, findings: try cache.records.add(findings), links: links, kept: keep?(summary.path, findings))
        }
        for (place, group) in judged {
            let scanned = scan.groups[place]
            let known = KnownProject.Group(
                path: group.summary.path, files: scanned.files, history: scanned.history, findings: group.findings, summary: group.summary,
                links: group.links, site: nil)
            groups[place] = (known, group.kept)
        }
        let whole = groups.compactMap { $0 }
        var known = cache.known
        (known.environment, known.history, known.locales) = (scan.environment, history?.key ?? "", tree.locales)
        (known.inventory, known.groups) = (scan.inventory, whole.map(\.known))
        if scan.isNews || !judged.isEmpty { try cache.save(known, consensus: table) }
        return whole.map { ($0.known.summary, $0.kept) }
    }

    /// Judges the groups at some places, and others that they are news to.
    private func judge<T: Sendable>(
        _ tree: ContentTree, _ cache: CacheFolder.Opened?, _ history: SourceHistory?, _ groups: [Int], _ jobs: Int, _ progress: Progress,
        _ keep: @Sendable (GroupSummary, [Finding], LinkReads) throws(HexaplaError) -> T
    ) throws(HexaplaError) -> (judged: [(place: Int, result: T)], table: ConsensusTable?) {
        var run = ConsensusRun(tree, groups, cache)
        guard run.isWork else { return ([], nil) }
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, history: history, clock: clock)
        progress.start(run.places.count)
        let judged = try run.judge(jobs: jobs, clock: clock) { (place, divergences, round) throws(HexaplaError) in
            let (analysed, lookup) = try analysis.analyse(tree.groups[place], divergences: divergences)
            if round == .first { progress.step() }
            return (try keep(GroupSummary(analysed), analysed.findings, lookup.reads), analysed.statements)
        }
        return (judged, run.table)
    }

    /// Judges some groups by themselves: what others say of the same sentences is not asked, and nothing is remembered.
    private func judge<T: Sendable>(
        _ tree: ContentTree, _ groups: [Int], _ history: SourceHistory?, _ jobs: Int, _ progress: Progress,
        _ keep: @Sendable (GroupSummary, [Finding], LinkReads) -> T
    ) throws(HexaplaError) -> [T] {
        guard !groups.isEmpty else { return [] }
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, history: history, clock: clock)
        progress.start(groups.count)
        return try Parallel.map(groups.count, jobs: jobs) { (index) throws(HexaplaError) in
            let (analysed, lookup) = try analysis.analyse(tree.groups[groups[index]])
            progress.step()
            return keep(GroupSummary(analysed), analysed.findings, lookup.reads)
        }
    }
}
