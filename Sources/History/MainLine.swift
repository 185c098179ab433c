import LocalizationModel

/// The commits of a branch from the newest to the oldest, each with what it changed below one folder. Only first parents are followed: a merge
/// changed what it brought in, as those see it who live on the branch.
public struct MainLine {
    /// What one commit did to a file.
    public struct Change: Sendable {
        /// From the repository's root.
        public let path: String
        /// Nil for a file that the commit brought.
        public let old: ObjectID?
        /// Nil for a file that it took away.
        public let new: ObjectID?
    }

    /// One commit of the line.
    public struct Step: Sendable {
        public let commit: ObjectID
        /// When it was made, in seconds since 1970.
        public let seconds: Int64
        public let changes: [Change]
    }

    private let repository: GitRepository
    private let folder: String
    private var next: ObjectID?
    /// The folder's tree in `next`.
    private var tree: ObjectID?

    /// - Parameter folder: from the repository's root; empty for the root itself.
    public init(_ commit: Commit, below folder: String) throws(HexaplaError) {
        repository = commit.repository
        self.folder = folder
        next = commit.id
        tree = try commit.tree(at: folder)
    }

    /// Nil where the line ends: after the first commit, or before the last one that a shallow clone has, whose changes nobody can tell.
    public mutating func step() throws(HexaplaError) -> Step? {
        guard let commit = next else { return nil }
        let (parent, seconds) = try repository.parent(of: commit)
        next = nil
        guard let parent else {
            guard !repository.isShallow else { return nil }
            return Step(commit: commit, seconds: seconds, changes: try changes(from: nil, to: tree))
        }
        // A shallow clone names the parent of its last commit and does not have it.
        guard let before = try? repository.commit(parent.description) else { return nil }
        let old = try before.tree(at: folder)
        defer { (next, tree) = (parent, old) }
        return Step(commit: commit, seconds: seconds, changes: try changes(from: old, to: tree))
    }

    /// The files of two trees that differ; trees of one id are the same and not read.
    private func changes(from old: ObjectID?, to new: ObjectID?) throws(HexaplaError) -> [Change] {
        var changes: [Change] = []
        var pending = [(path: folder, old: old, new: new, depth: 0)]
        while let next = pending.popLast() {
            guard next.old != next.new, next.depth < Commit.deepestFolder else { continue }
            let (before, after) = (try entries(next.old), try entries(next.new))
            for name in Set(before.keys).union(after.keys) {
                let (a, b) = (before[name], after[name])
                guard a?.id != b?.id || a?.kind != b?.kind else { continue }
                let path = next.path.isEmpty ? name : "\(next.path)/\(name)"
                func id(_ entry: TreeEntry?, _ kind: TreeEntry.Kind) -> ObjectID? { entry.flatMap { $0.kind == kind ? $0.id : nil } }
                if id(a, .folder) != nil || id(b, .folder) != nil { pending.append((path, id(a, .folder), id(b, .folder), next.depth + 1)) }
                if id(a, .file) != id(b, .file) { changes.append(Change(path: path, old: id(a, .file), new: id(b, .file))) }
            }
        }
        return changes
    }

    private func entries(_ tree: ObjectID?) throws(HexaplaError) -> [String: TreeEntry] {
        guard let tree else { return [:] }
        return Dictionary(try repository.entries(of: tree, in: "its history").map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
