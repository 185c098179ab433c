import FileSystem
import History
import LocalizationModel

/// The repository that holds a project, and the project as it stood in its commits.
struct ProjectHistory: Sendable {
    let repository: GitRepository
    private let project: Project
    /// The content folder that the user named, which no configuration overrides; nil where none was named.
    private let content: String?

    init(of project: Project, content: String?) throws(HexaplaError) {
        self.project = project
        self.content = content
        let root = project.root.isEmpty ? "." : project.root
        // Without a configuration the content says where the project is, if it is still there.
        let isElsewhere = project.configuration == nil && FileSystem.kind(project.content, followingLinks: true) == .folder
        repository = try GitRepository(holding: isElsewhere ? project.content : root)
    }

    func commit(_ revision: String) throws(HexaplaError) -> Commit { try repository.commit(revision) }

    /// The commit since which the working tree has gone its own way from a revision: what others changed there since is no change here.
    /// The revision itself where the clone is too shallow to tell.
    func parting(from revision: String) throws(HexaplaError) -> Commit {
        let (other, head) = (try commit(revision), try commit("HEAD"))
        return try repository.mergeBase(other, head) ?? other
    }

    /// The project as it stood in a commit, with the configuration that it had there; where it had none, with today's.
    func state(at commit: Commit) throws(HexaplaError) -> ProjectState {
        var past = project
        if content == nil || project.configuration != nil {
            let configuration = try inRepository(project.configuration ?? Project.configurationName)
            if let file = try commit.file(at: configuration) {
                past = try Project(configuration: configuration, bytes: try commit.read(file), named: "\(commit.revision):\(configuration)")
                guard let folder = Self.normalized(past.content) ?? (try? inRepository(past.content)) else { throw Self.outside(past.content) }
                past.content = folder
                if content == nil { return try ProjectState(commit: commit, project: past) }
            }
        }
        past.content = try inRepository(content ?? project.content)
        return try ProjectState(commit: commit, project: past)
    }

    /// A path of today as it stands in the repository, from its root; the file need not exist.
    func inRepository(_ path: String) throws(HexaplaError) -> String {
        guard let root = repository.workingFolder else {
            // A bare repository has no folder to count from but its root.
            guard let bare = Self.normalized(path) else { throw Self.outside(path) }
            return bare
        }
        guard let here = FileSystem.resolved(".") else { throw HexaplaError("the working folder is gone", remedy: "Change to another one") }
        let absolute = FileSystem.resolved(path) ?? (path.hasPrefix("/") ? path : "\(here)/\(path)")
        guard let full = Self.normalized(String(absolute.dropFirst())), case let base = root == "/" ? "" : String(root.dropFirst()) else {
            throw Self.outside(path)
        }
        if full == base { return "" }
        guard full.hasPrefix(base + "/") || base.isEmpty else { throw Self.outside(path) }
        return String(full.dropFirst(base.isEmpty ? 0 : base.count + 1))
    }

    private static func outside(_ path: String) -> HexaplaError {
        HexaplaError("'\(path)' is outside the git repository", remedy: "Run in the repository that holds the content, or compare two folders")
    }

    /// A relative path without `.` and `..`; nil for an absolute one, and for one that leads out.
    static func normalized(_ path: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
