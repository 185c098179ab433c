import LocalizationModel

/// What of the answers that the last run's pages were given holds no more.
struct LinkNews: Sendable {
    /// What there is today: digests of paths, with and without what is there. Nil where all of it was there before.
    private let paths: (present: Set<UInt64>, known: Set<UInt64>)?
    /// Today's digests of anchors, of pages that changed and that somebody asked. Who asked one that is gone learns that from `paths`.
    private let anchors: [UInt64: UInt64]

    /// Nil where there is no news.
    ///
    /// - Parameters:
    ///   - digest: of the inventory as the last run left it.
    ///   - changed: places in the tree of groups that are not as the last run read them.
    ///   - asked: what is known of the groups that are.
    init?(_ tree: ContentTree, digest: UInt64, known: UInt64, changed: [Int], asked: some Sequence<LinkReads>) {
        guard digest != known || !changed.isEmpty else { return nil }
        if digest != known {
            let inventory = SiteInventory(tree)
            var (present, paths): (Set<UInt64>, Set<UInt64>) = ([], [])
            for path in inventory.paths {
                paths.insert(LinkReads.digest(path))
                if let answer = inventory.answer(path) { present.insert(LinkReads.digest(path, answer)) }
            }
            self.paths = (present, paths)
        } else {
            paths = nil
        }
        let sought = asked.reduce(into: Set<UInt64>()) { sought, reads in for anchor in reads.anchors { sought.insert(anchor.page) } }
        var anchors: [UInt64: UInt64] = [:]
        if !sought.isEmpty {
            let read = SiteAnchors()
            for group in changed.lazy.map({ tree.groups[$0] }) where sought.contains(LinkReads.digest(group.path)) {
                anchors[LinkReads.digest(group.path)] = read.names(group).digest
            }
        }
        self.anchors = anchors
    }

    /// True where everything would be answered as it was.
    func leaves(_ reads: LinkReads) -> Bool {
        if let paths {
            guard reads.present.allSatisfy(paths.present.contains), !reads.absent.contains(where: paths.known.contains) else { return false }
        }
        return anchors.isEmpty || reads.anchors.allSatisfy { anchors[$0.page] ?? $0.digest == $0.digest }
    }
}
