import CGit2
import LocalizationModel
import Synchronization

/// A git repository, read and never written. libgit2 is loaded by the first one.
public final class GitRepository: Sendable {
    /// The folder of the working tree, without a slash at its end and with symbolic links resolved; nil for a bare repository.
    public let workingFolder: String?
    /// True where the clone ends somewhere: older commits were not fetched.
    public let isShallow: Bool
    /// libgit2's repositories may be used by one thread at a time.
    private let handle: Mutex<Handle>

    private struct Handle: ~Copyable {
        let pointer: OpaquePointer
        deinit { hexapla_git_close(pointer) }
    }

    /// Opens the repository that holds a folder, which is looked for upwards; a worktree or a bare repository will do.
    public init(holding folder: String) throws(HexaplaError) {
        var opened: OpaquePointer?
        let result = hexapla_git_open(folder, &opened)
        guard result == HEXAPLA_GIT_DONE, let pointer = opened else { throw Self.openingFault(result, folder) }
        let path = hexapla_git_working_folder(pointer).map { String(cString: $0) }
        workingFolder = path.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        isShallow = hexapla_git_is_shallow(pointer)
        handle = Mutex(Handle(pointer: pointer))
    }

    /// The commit that a revision names: whatever `git rev-parse` takes, as in `v1.2`, `main~3`, `4f0c2d1`; tags are followed.
    public func commit(_ revision: String) throws(HexaplaError) -> Commit {
        var (commit, tree) = (hexapla_git_id(), hexapla_git_id())
        let (result, message) = call { hexapla_git_commit($0, revision, &commit, &tree) }
        switch result {
        case HEXAPLA_GIT_DONE: return Commit(revision: revision, id: ObjectID(commit), tree: ObjectID(tree), repository: self)
        case HEXAPLA_GIT_NOT_FOUND:
            throw HexaplaError(
                "no revision '\(revision)' in the repository",
                remedy: isShallow
                    ? "The clone is shallow: fetch more history with 'git fetch --unshallow'" : "Name a branch, a tag or a commit that is fetched")
        case HEXAPLA_GIT_AMBIGUOUS: throw HexaplaError("'\(revision)' names several objects", remedy: "Write more digits")
        case HEXAPLA_GIT_WRONG_KIND: throw HexaplaError("'\(revision)' is no commit", remedy: "Name a branch, a tag or a commit")
        default: throw HexaplaError("cannot resolve '\(revision)': \(message)", remedy: "Check it with 'git rev-parse'")
        }
    }

    /// The commit before this one on the branch that it was made on, and when this one was made, in seconds since 1970. No commit for the
    /// first one, and for the last that a shallow clone has.
    func parent(of commit: ObjectID) throws(HexaplaError) -> (id: ObjectID?, seconds: Int64) {
        var parent = hexapla_git_id()
        var seconds: Int64 = 0
        let (result, message) = call { hexapla_git_parent($0, commit.raw, &parent, &seconds) }
        switch result {
        case HEXAPLA_GIT_DONE: return (ObjectID(parent), seconds)
        case HEXAPLA_GIT_NOT_FOUND: return (nil, seconds)
        default: throw Self.readingFault(result, message, "commit '\(commit)'")
        }
    }

    /// The commit at which the histories of two commits parted; nil where they have nothing in common, or the clone is too shallow to tell.
    public func mergeBase(_ one: Commit, _ other: Commit) throws(HexaplaError) -> Commit? {
        var base = hexapla_git_id()
        let (result, _) = call { hexapla_git_merge_base($0, one.id.raw, other.id.raw, &base) }
        return result == HEXAPLA_GIT_DONE ? try commit(ObjectID(base).description) : nil
    }

    private static func openingFault(_ result: hexapla_git_result, _ folder: String) -> HexaplaError {
        switch result {
        case HEXAPLA_GIT_NO_LIBRARY:
            HexaplaError(
                "cannot load \(String(cString: hexapla_git_library())), which reads revisions",
                remedy: "Install Debian's libgit2-1.5 or build again with its libgit2-dev; or compare two folders, which needs no git")
        case HEXAPLA_GIT_NOT_FOUND:
            HexaplaError("'\(folder)' is in no git repository", remedy: "Run in a clone, or compare two folders")
        case HEXAPLA_GIT_NOT_OWNED:
            HexaplaError(
                "the repository that holds '\(folder)' belongs to another user",
                remedy: "If you trust it: git config --global --add safe.directory FOLDER, with the repository's folder")
        default:
            HexaplaError(
                "cannot open the repository that holds '\(folder)': \(String(cString: hexapla_git_message()))", remedy: "Check it with 'git status'")
        }
    }

    // MARK: Objects

    /// What a call of libgit2 returned, and what it says of it where it failed.
    private func call(_ body: (OpaquePointer) -> hexapla_git_result) -> (result: hexapla_git_result, message: String) {
        handle.withLock { handle in
            let result = body(handle.pointer)
            // The message belongs to this thread and is overwritten by its next call.
            return (result, result == HEXAPLA_GIT_DONE ? "" : String(cString: hexapla_git_message()))
        }
    }

    /// The entries of one tree that are plain files and folders.
    func entries(of tree: ObjectID, in revision: String) throws(HexaplaError) -> [TreeEntry] {
        var entries: [TreeEntry] = []
        let (result, message) = withUnsafeMutablePointer(to: &entries) { list in
            call { repository in
                hexapla_git_list(repository, tree.raw, list) { context, name, mode, id in
                    guard let name, let entry = TreeEntry(name: name, mode: mode, id: ObjectID(id)) else { return }
                    context?.assumingMemoryBound(to: [TreeEntry].self).pointee.append(entry)
                }
            }
        }
        guard result == HEXAPLA_GIT_DONE else { throw Self.readingFault(result, message, "a folder of '\(revision)'") }
        return entries
    }

    /// The bytes of a blob as git stores them: no filter and no conversion of line ends.
    func read(_ blob: ObjectID, named name: String, limit: Int) throws(HexaplaError) -> [UInt8] {
        var size: UInt64 = 0
        let (found, sizeMessage) = call { hexapla_git_size($0, blob.raw, &size) }
        guard found == HEXAPLA_GIT_DONE else { throw Self.readingFault(found, sizeMessage, name) }
        guard let length = Int(exactly: size), length <= limit else {
            throw HexaplaError("\(name) is too large: \(size) bytes", remedy: "Pages may have \(limit) bytes; take it out of the content")
        }
        var outcome = (result: HEXAPLA_GIT_DONE, message: "")
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            outcome = call { hexapla_git_read($0, blob.raw, buffer.baseAddress, buffer.count, &count) }
        }
        guard outcome.result == HEXAPLA_GIT_DONE else { throw Self.readingFault(outcome.result, outcome.message, name) }
        return bytes
    }

    private static func readingFault(_ result: hexapla_git_result, _ message: String, _ name: String) -> HexaplaError {
        result == HEXAPLA_GIT_NOT_FOUND
            ? HexaplaError("the repository does not hold \(name)", remedy: "The clone is partial or damaged: fetch what is missing, or clone it again")
            : HexaplaError("cannot read \(name): \(message)", remedy: "Check the repository with 'git fsck'")
    }
}
