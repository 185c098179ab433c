import LocalizationModel

/// A commit and the files that it holds.
public struct Commit: Sendable {
    /// As the user named it.
    public let revision: String
    public let id: ObjectID
    private let tree: ObjectID
    let repository: GitRepository

    /// A file of the commit.
    public struct File: Sendable {
        /// From the repository's root, with `/`.
        public let path: String
        public let id: ObjectID
    }

    /// No page has more bytes.
    private static let largestFile = 64 << 20
    /// Trees can name one another so that a few of them unfold to more files than a disk holds.
    private static let mostEntries = 2_000_000
    static let deepestFolder = 256

    init(revision: String, id: ObjectID, tree: ObjectID, repository: GitRepository) {
        self.revision = revision
        self.id = id
        self.tree = tree
        self.repository = repository
    }

    /// The files in a folder and in the folders below it, in git's order; nil where the commit has no such folder.
    ///
    /// - Parameter folder: from the repository's root; empty for the root itself.
    public func files(below folder: String) throws(HexaplaError) -> [File]? { try files(below: folder, atMost: Self.mostEntries) }

    /// - Parameter limit: entries, files and folders, after which the folder is too large.
    func files(below folder: String, atMost limit: Int) throws(HexaplaError) -> [File]? {
        guard let start = try tree(at: folder) else { return nil }
        var files: [File] = []
        var seen = 0
        var pending = [(path: folder, tree: start, depth: 0)]
        while let next = pending.popLast() {
            let entries = try repository.entries(of: next.tree, in: revision)
            seen += entries.count
            guard seen <= limit, next.depth < Self.deepestFolder else {
                throw HexaplaError("'\(folder)' at '\(revision)' is too large to be read", remedy: "Name a smaller content folder with --content")
            }
            for entry in entries {
                let path = next.path.isEmpty ? entry.name : "\(next.path)/\(entry.name)"
                switch entry.kind {
                case .file: files.append(File(path: path, id: entry.id))
                case .folder: pending.append((path, entry.id, next.depth + 1))
                }
            }
        }
        return files
    }

    /// The file at a path from the repository's root; nil where there is none, or something else.
    public func file(at path: String) throws(HexaplaError) -> File? {
        let parts = path.split(separator: "/")
        guard let name = parts.last, let folder = try tree(at: parts.dropLast().joined(separator: "/")) else { return nil }
        let entry = try repository.entries(of: folder, in: revision).first { $0.name == name && $0.kind == .file }
        return entry.map { File(path: path, id: $0.id) }
    }

    /// The bytes of a file as git stores them.
    public func read(_ file: File) throws(HexaplaError) -> [UInt8] { try read(file.id, named: "'\(file.path)' at '\(revision)'") }

    /// The bytes of a file that some commit of the repository holds.
    public func read(blob: ObjectID) throws(HexaplaError) -> [UInt8] { try read(blob, named: "'\(blob)'") }

    private func read(_ id: ObjectID, named name: String) throws(HexaplaError) -> [UInt8] {
        let bytes = try repository.read(id, named: name, limit: Self.largestFile)
        guard !bytes.starts(with: Self.pointerHead) else {
            throw HexaplaError(
                "\(name) is kept by Git LFS: its text is not in the repository", remedy: "Compare two folders that are checked out")
        }
        return bytes
    }

    /// What Git LFS stores instead of a file begins so.
    private static let pointerHead = Array("version https://git-lfs.github.com/spec/".utf8)

    func tree(at folder: String) throws(HexaplaError) -> ObjectID? {
        var tree = tree
        for part in folder.split(separator: "/") {
            guard let entry = try repository.entries(of: tree, in: revision).first(where: { $0.name == part && $0.kind == .folder }) else { return nil }
            tree = entry.id
        }
        return tree
    }
}
