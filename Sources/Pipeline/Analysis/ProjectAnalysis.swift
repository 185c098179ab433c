import LocaleData
import LocalizationModel

/// A project, ready to be analysed group by group.
public struct ProjectAnalysis: Sendable {
    public let tree: ContentTree
    public let profiles: [LocaleTag: LocaleProfile]
    let analyser: GroupAnalyser
    let links: SiteLinks
    private let texts: PrevailingTexts

    public init(_ project: Project, data: DataFolders) throws(HexaplaError) {
        try self.init(project, data: data, tree: try ContentTree(project), history: nil, clock: nil)
    }

    /// - Parameter taken: ids that the templates of a site's page use.
    init(
        _ project: Project, data: DataFolders, tree: ContentTree, history: SourceHistory?, taken: PageIDs = PageIDs(), clock: StageClock?
    ) throws(HexaplaError) {
        self.tree = tree
        links = SiteLinks(tree, taken: taken, allowsRemoteImages: project.allowsRemoteImages)
        let reader = try PageReader(
            LocaleStore(directory: data.locales), source: tree.sourceLocale, tree.locales, learnt: project.leverage,
            schema: try project.frontMatterSchema(), clock: clock)
        profiles = reader.profiles
        texts = PrevailingTexts(reader)
        analyser = GroupAnalyser(
            reader: reader, sourceLocale: tree.sourceLocale, translationLocales: tree.translationLocales,
            siteHasSource: tree.locales.contains(tree.sourceLocale), policy: project.review.policy, history: history, glossary: try project.glossary())
    }

    /// Reads and analyses a group; what its pages ask of the rest of the site is taken down.
    ///
    /// - Parameter divergences: of what most pages say otherwise, as far as is known.
    func analyse(_ group: ContentTree.Group, divergences: [ConsensusTable.Divergence] = []) throws(HexaplaError) -> (
        analysed: AnalysedGroup, lookup: GroupLookup
    ) {
        let pages = try analyser.read(group)
        let lookup = GroupLookup(links, path: group.path, pages, divergences: divergences, texts: texts)
        let past = try analyser.pastSources(group, pages)
        return (analyser.analyse(pages, path: group.path, isFragment: group.isFragment, past: past, site: lookup), lookup)
    }

    /// Analyses every group and keeps what `reduce` makes of it, in the order of the paths. Memory is bounded by the groups in
    /// flight and what is kept.
    public func map<T: Sendable>(
        jobs: Int, progress: (@Sendable () -> Void)? = nil, _ reduce: @Sendable (AnalysedGroup) throws(HexaplaError) -> T
    ) throws(HexaplaError) -> [T] {
        try Parallel.map(tree.groups.count, jobs: jobs) { (index) throws(HexaplaError) -> T in
            let result = try reduce(try analyse(tree.groups[index]).analysed)
            progress?()
            return result
        }
    }
}
