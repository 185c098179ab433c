import FileSystem
import History
import LocalizationModel

/// The two states of a project that a user wants compared.
public struct ComparedStates: Sendable {
    public let old: ProjectState
    public let new: ProjectState

    /// What makes a name a revision though a folder has it, too; no revision has a colon there.
    public static let revisionPrefix = "rev:"

    /// Reads `A B`, `A..B`, `A` (with the working tree) or nothing (`HEAD` with the working tree). A name is a folder if there is one,
    /// else a revision of the repository that holds the project.
    ///
    /// - Parameter content: the content folder that the user named, if any.
    public init(_ names: [String], project: Project, content: String?) throws(HexaplaError) {
        var names = names
        if names.count == 1, let range = try Self.range(names[0]) { names = range }
        guard names.count <= 2 else {
            throw HexaplaError("'diff' takes two states, not \(names.count)", remedy: "Name two folders or revisions, as in 'hexapla diff v1 v2'")
        }
        var history: ProjectHistory?
        /// A revision, and the repository's history, opened by the first one.
        func commit(_ name: String) throws(HexaplaError) -> (Commit, ProjectHistory) {
            let opened: ProjectHistory
            if let history { opened = history } else { opened = try ProjectHistory(of: project, content: content) }
            history = opened
            return (try opened.commit(name), opened)
        }
        func state(_ name: String) throws(HexaplaError) -> ProjectState {
            guard !name.hasPrefix(Self.revisionPrefix) else {
                let (commit, history) = try commit(String(name.dropFirst(Self.revisionPrefix.count)))
                return try history.state(at: commit)
            }
            if FileSystem.kind(name, followingLinks: true) == .folder { return try ProjectState(folder: name, current: project) }
            let found: (commit: Commit, history: ProjectHistory)
            do throws(HexaplaError) { found = try commit(name) } catch {
                throw HexaplaError("'\(name)' is no folder, and \(error.message)", remedy: error.remedy)
            }
            return try found.history.state(at: found.commit)
        }
        old = try state(names.first ?? "HEAD")
        new = names.count == 2 ? try state(names[1]) : ProjectState(workingTree: project)
    }

    /// `A..B` as two names, an empty one for `HEAD`, as git reads it; nil for anything else.
    private static func range(_ name: String) throws(HexaplaError) -> [String]? {
        guard FileSystem.kind(name, followingLinks: true) != .folder, let dots = name.firstRange(of: "..") else { return nil }
        guard !name[dots.upperBound...].hasPrefix(".") else {
            throw HexaplaError("'\(name)' is no pair of states", remedy: "Write two dots: 'A..B'")
        }
        return [name[..<dots.lowerBound], name[dots.upperBound...]].map { $0.isEmpty ? "HEAD" : String($0) }
    }
}
