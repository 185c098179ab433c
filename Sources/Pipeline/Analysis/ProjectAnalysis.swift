import LocaleData
import LocalizationModel

/// A project, ready to be analysed group by group.
public struct ProjectAnalysis: Sendable {
    public let tree: ContentTree
    public let profiles: [LocaleTag: LocaleProfile]
    let analyser: GroupAnalyser

    public init(_ project: Project, data: DataFolders) throws(HexaplaError) {
        try self.init(project, data: data, tree: try ContentTree(project), history: nil, clock: nil)
    }

    init(_ project: Project, data: DataFolders, tree: ContentTree, history: SourceHistory?, clock: StageClock?) throws(HexaplaError) {
        self.tree = tree
        let reader = try PageReader(LocaleStore(directory: data.locales), source: tree.sourceLocale, tree.locales, learnt: project.leverage, clock: clock)
        profiles = reader.profiles
        analyser = GroupAnalyser(
            reader: reader, sourceLocale: tree.sourceLocale, translationLocales: tree.translationLocales,
            siteHasSource: tree.locales.contains(tree.sourceLocale), policy: project.review.policy, history: history)
    }

    /// Analyses every group and keeps what `reduce` makes of it, in the order of the paths. Memory is bounded by the groups in
    /// flight and what is kept.
    public func map<T: Sendable>(
        jobs: Int, progress: (@Sendable () -> Void)? = nil, _ reduce: @Sendable (AnalysedGroup) throws(HexaplaError) -> T
    ) throws(HexaplaError) -> [T] {
        try Parallel.map(tree.groups.count, jobs: jobs) { (index) throws(HexaplaError) -> T in
            let result = try reduce(try analyser.analyse(tree.groups[index]))
            progress?()
            return result
        }
    }
}
