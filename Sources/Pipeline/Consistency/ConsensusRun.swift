import LocalizationModel

/// Judges groups, lays side by side what they say, and judges again those that differ from most without having been told.
struct ConsensusRun: Sendable {
    /// Why a group is judged.
    enum Round: Sendable {
        case first
        /// It was told something else in the first round than what is true.
        case again
        /// Nothing else about it is new.
        case told
    }

    /// Places of the groups to be judged in any case.
    let places: [Int]
    /// Nil where nothing is to be judged and no group is gone: the table stays as it is.
    private var consensus: SiteConsensus?

    /// - Parameters:
    ///   - places: of the groups about which nothing holds that is known.
    ///   - cache: nil for a run that remembers nothing.
    init(_ tree: ContentTree, _ places: [Int], _ cache: CacheFolder.Opened?) {
        guard !places.isEmpty || cache?.known.groups.count != tree.groups.count else {
            self.places = []
            return
        }
        let table = cache?.consensus()
        consensus = SiteConsensus(tree, known: table.flatMap { table in cache.map { (table, $0.known.groups.map(\.path)) } })
        // Without it nobody knows what the others say.
        self.places = table == nil ? Array(tree.groups.indices) : places
    }

    /// False where everything stays as it is.
    var isWork: Bool { consensus != nil }

    /// What to remember; nil where that is what the last run left.
    var table: ConsensusTable? { consensus.map { ConsensusTable(rows: $0.rows) } }

    /// Calls `work` with a place, what the group is to be told, and why; returns the last result of each place, in the order of the places.
    mutating func judge<T: Sendable>(
        jobs: Int, clock: StageClock?,
        _ work: @Sendable (Int, [ConsensusTable.Divergence], Round) throws(HexaplaError) -> (result: T, statements: [SiteStatement])
    ) throws(HexaplaError) -> [(place: Int, result: T)] {
        guard let before = consensus else { return [] }
        var results: [Int: T] = [:]
        let judged = try Parallel.map(places.count, jobs: jobs) { [places] (index) throws(HexaplaError) in
            try work(places[index], before.divergences(places[index]), .first)
        }
        for (place, group) in zip(places, judged) { results[place] = group.result }
        var after = before
        let told = clock.measure(.consensus) { after.settle(zip(places, judged).map { ($0, $1.statements) }) }
        let isJudged = Set(places)
        let again = try Parallel.map(told.count, jobs: jobs) { [after] (index) throws(HexaplaError) in
            try work(told[index], after.divergences(told[index]), isJudged.contains(told[index]) ? .again : .told)
        }
        for (place, group) in zip(told, again) { results[place] = group.result }
        consensus = after
        return results.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
