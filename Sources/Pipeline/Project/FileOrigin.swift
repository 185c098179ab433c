import FileSystem
import History
import LocalizationModel

/// Where the files of a project come from: the disk, or the tree of a commit, which is not checked out.
enum FileOrigin: Sendable {
    case disk
    case commit(CommitFiles)

    /// True for a folder; on disk also for a link to one, which the user named.
    func isFolder(_ path: String) -> Bool {
        switch self {
        case .disk: FileSystem.kind(path, followingLinks: true) == .folder
        case .commit(let files): files.kind(path) == .folder
        }
    }

    /// What stands in a folder, in a stable order. Symbolic links are no files; a commit's are not there at all.
    func entries(inFolder path: String) throws(HexaplaError) -> [FileSystem.Entry] {
        switch self {
        case .disk: try FileSystem.entries(inFolder: path)
        case .commit(let files): files.entries(inFolder: path)
        }
    }

    func read(_ path: String) throws(HexaplaError) -> [UInt8] {
        switch self {
        case .disk: try FileSystem.read(path)
        case .commit(let files): try files.read(path)
        }
    }

    /// The path as messages give it: `'content'`, `'content' at 'v1.2'`.
    func named(_ path: String) -> String {
        switch self {
        case .disk: "'\(path)'"
        case .commit(let files): "'\(path)' at '\(files.revision)'"
        }
    }

    /// True where a file has the same bytes as another one. What a commit holds is known by its id; a file on disk may have other line
    /// ends, as git writes them where it was told to.
    func holdsSame(_ path: String, as other: String, of origin: FileOrigin) throws(HexaplaError) -> Bool {
        switch (self, origin) {
        case (.disk, .disk): try read(path) == origin.read(other)
        case (.commit(let files), .commit(let others)): files.id(path) == others.id(other)
        case (.disk, .commit(let files)): Digest.isBlob(try read(path), files.id(other)?.description)
        case (.commit(let files), .disk): Digest.isBlob(try origin.read(other), files.id(path)?.description)
        }
    }
}

/// The files below one folder of a commit, found once.
struct CommitFiles: Sendable {
    private let commit: Commit
    private let files: [String: Commit.File]
    /// The names in each folder.
    private let folders: [String: [String]]

    var revision: String { commit.revision }

    /// A folder that the commit does not have holds nothing.
    init(_ commit: Commit, below folder: String) throws(HexaplaError) {
        self.commit = commit
        var files: [String: Commit.File] = [:]
        var folders: [String: [String]] = [:]
        for file in try commit.files(below: folder) ?? [] {
            guard files.updateValue(file, forKey: file.path) == nil else { continue }
            var child = file.path[...]
            while true {
                let slash = child.lastIndex(of: "/")
                let parent = slash.map { String(child[..<$0]) } ?? ""
                let isKnown = folders[parent] != nil
                folders[parent, default: []].append(String(child[(slash.map(child.index(after:)) ?? child.startIndex)...]))
                guard !isKnown, let slash else { break }
                child = child[..<slash]
            }
        }
        self.files = files
        self.folders = folders
    }

    func kind(_ path: String) -> FileSystem.Kind? {
        let path = Self.key(path)
        return files[path] != nil ? .file : folders[path] != nil ? .folder : nil
    }

    func entries(inFolder path: String) -> [FileSystem.Entry] {
        (folders[Self.key(path)] ?? []).map { name in
            FileSystem.Entry(name: name, kind: kind("\(path)/\(name)") ?? .other)
        }
    }

    func id(_ path: String) -> ObjectID? { files[Self.key(path)]?.id }

    func read(_ path: String) throws(HexaplaError) -> [UInt8] {
        guard let file = files[Self.key(path)] else { throw HexaplaError("no '\(path)' at '\(revision)'", remedy: "Name another revision") }
        return try commit.read(file)
    }

    /// A content folder that is the repository's root is the empty path, so that paths below it begin with a slash.
    private static func key(_ path: String) -> String { path.hasPrefix("/") ? String(path.dropFirst()) : path }
}
