import Checks
import LocalizationModel

/// Lays what all pages say side by side. Groups are judged by what is known of their divergences; when all are judged, those are judged again
/// of which other ones are true.
struct SiteConsensus: Sendable {
    private let paths: [String]
    /// In the order of the tree's groups.
    private(set) var rows: [ConsensusTable.Row]
    /// Subjects that groups stated which are there no more.
    private let forgotten: Set<UInt64>

    /// - Parameters:
    ///   - known: what the last run left, of groups with these paths; nil for nothing.
    init(_ tree: ContentTree, known: (table: ConsensusTable, paths: [String])?) {
        paths = tree.groups.map(\.path)
        guard let known else {
            rows = Array(repeating: .init(), count: paths.count)
            forgotten = []
            return
        }
        var places = Dictionary(known.paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = paths.map { path in places.removeValue(forKey: path).map { known.table.rows[$0] } ?? .init() }
        forgotten = places.values.reduce(into: []) { subjects, place in
            for statement in known.table.rows[place].statements { subjects.insert(statement.subject) }
        }
    }

    /// What a group is to be told, as far as is known.
    func divergences(_ place: Int) -> [ConsensusTable.Divergence] { rows[place].divergences }

    /// Takes in what groups say now; returns the places of the groups that were told something else than what is true.
    mutating func settle(_ judged: [(place: Int, statements: [SiteStatement])]) -> [Int] {
        // Where all is new, every subject is looked at.
        var touched: Set<UInt64>? = judged.count == rows.count ? nil : forgotten
        for (place, statements) in judged {
            if touched != nil { for statement in rows[place].statements + statements { touched?.insert(statement.subject) } }
            rows[place].statements = statements
        }
        if let touched, touched.isEmpty { return [] }
        let found = found(touched)
        var told: [Int] = []
        for place in rows.indices {
            let old = rows[place].divergences
            let kept = touched.map { touched in old.filter { !touched.contains($0.subject) } } ?? []
            guard found[place] != nil || kept.count != old.count else { continue }
            let new = (kept + (found[place] ?? [])).sorted { $0.subject < $1.subject }
            guard new != old else { continue }
            rows[place].divergences = new
            told.append(place)
        }
        return told
    }

    /// A statement with the place of its group.
    private struct Entry {
        let subject: UInt64
        let wording: UInt32
        let place: UInt32
    }

    /// Of a whole site so many parts are laid side by side one after the other, to save memory.
    private static let parts: UInt64 = 8

    /// What groups are to be told of these subjects; of all for nil.
    private func found(_ touched: Set<UInt64>?) -> [Int: [ConsensusTable.Divergence]] {
        var found: [Int: [ConsensusTable.Divergence]] = [:]
        if let touched {
            find({ touched.contains($0) }, &found)
        } else {
            for part in 0..<Self.parts { find({ $0 % Self.parts == part }, &found) }
        }
        return found
    }

    private func find(_ isSought: (UInt64) -> Bool, _ found: inout [Int: [ConsensusTable.Divergence]]) {
        var entries: [Entry] = []
        for place in rows.indices {
            for statement in rows[place].statements where isSought(statement.subject) {
                entries.append(Entry(subject: statement.subject, wording: statement.wording, place: UInt32(truncatingIfNeeded: place)))
            }
        }
        entries.sort { ($0.subject, $0.place, $0.wording) < ($1.subject, $1.place, $1.wording) }
        var start = 0
        while start < entries.count {
            var end = start + 1
            var isDivided = false
            while end < entries.count, entries[end].subject == entries[start].subject {
                if entries[end].wording != entries[start].wording { isDivided = true }
                end += 1
            }
            if isDivided { tell(entries[start..<end], &found) }
            start = end
        }
    }

    private func tell(_ entries: ArraySlice<Entry>, _ found: inout [Int: [ConsensusTable.Divergence]]) {
        guard let prevailing = InconsistentTranslation.prevailing(entries.lazy.map(\.wording)),
            let first = entries.first(where: { $0.wording == prevailing })
        else { return }
        let divergence = ConsensusTable.Divergence(subject: first.subject, wording: prevailing, page: paths[Int(first.place)])
        for entry in entries where entry.wording != prevailing {
            // A group may say it in two other ways.
            if found[Int(entry.place)]?.last?.subject != divergence.subject { found[Int(entry.place), default: []].append(divergence) }
        }
    }
}
