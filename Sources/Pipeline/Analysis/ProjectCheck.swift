import LocalizationModel

/// Judges a project; what did not change since the last run is not judged again.
public struct ProjectCheck: Sendable {
    public struct Result: Sendable {
        public let locales: [LocaleTag]
        public let translationLocales: [LocaleTag]
        /// In the order of their paths.
        public let groups: [GroupSummary]
        /// In the order of all output; empty where nobody asked.
        public let findings: [Finding]
    }

    private let project: Project
    private let data: DataFolders
    private let cache: CacheFolder?
    private let clock: StageClock?

    /// - Parameter cache: where the last run left what it knows; nil judges everything.
    public init(project: Project, data: DataFolders, cache: CacheFolder?, clock: StageClock? = nil) {
        self.clock = clock
        self.project = project
        self.data = data
        self.cache = cache
    }

    /// - Parameter withFindings: asks for the findings themselves, not only for how many there are.
    public func run(jobs: Int, withFindings: Bool, progress: Progress = .none) throws(HexaplaError) -> Result {
        let tree = try ContentTree(project)
        let judged =
            if let cache { try run(tree, try cache.open(), jobs, withFindings, progress) } else {
                try judge(tree, Array(tree.groups.indices), jobs, progress) {
                    ($0, withFindings ? $1 : [])
                }
            }
        return Result(
            locales: tree.locales, translationLocales: tree.translationLocales, groups: judged.map(\.0), findings: judged.flatMap(\.1))
    }

    private func run(
        _ tree: ContentTree, _ cache: CacheFolder.Opened, _ jobs: Int, _ withFindings: Bool, _ progress: Progress
    ) throws(HexaplaError) -> [(GroupSummary, [Finding])] {
        let scan = try ProjectScan(project, data, tree: tree, known: cache.known, withTitles: false, jobs: jobs, clock: clock)
        var groups: [KnownProject.Group?] = []
        var findings: [[Finding]] = []
        for scanned in scan.groups {
            let known = scanned.isSame ? scanned.known : nil
            let own = withFindings ? known.flatMap { cache.findings.findings($0.findings) } : []
            groups.append(own == nil ? nil : known.map { $0.with(files: scanned.files) })
            findings.append(own ?? [])
        }
        let dirty = groups.indices.filter { groups[$0] == nil }
        let judged = try judge(tree, dirty, jobs, progress) { (summary, findings) throws(HexaplaError) in
            (summary, findings, try cache.findings.add(findings))
        }
        for (place, group) in zip(dirty, judged) {
            groups[place] = .init(path: group.0.path, files: scan.groups[place].files, findings: group.2, summary: group.0, site: nil)
            findings[place] = group.1
        }
        var known = cache.known
        (known.environment, known.locales, known.groups) = (scan.environment, tree.locales, groups.compactMap { $0 })
        if scan.isNews || !dirty.isEmpty { try cache.save(known) }
        return Array(zip(known.groups.map(\.summary), findings))
    }

    private func judge<T: Sendable>(
        _ tree: ContentTree, _ groups: [Int], _ jobs: Int, _ progress: Progress, _ keep: @Sendable (GroupSummary, [Finding]) throws(HexaplaError) -> T
    ) throws(HexaplaError) -> [T] {
        guard !groups.isEmpty else { return [] }
        let analysis = try ProjectAnalysis(project, data: data, tree: tree, clock: clock)
        progress.start(groups.count)
        return try Parallel.map(groups.count, jobs: jobs) { (index) throws(HexaplaError) -> T in
            let analysed = try analysis.analyser.analyse(tree.groups[groups[index]])
            progress.step()
            return try keep(GroupSummary(analysed), analysed.findings)
        }
    }
}
