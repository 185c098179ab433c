import FileSystem
import History
import LocalizationModel

/// A project as it stands on disk, or stood in a commit.
public struct ProjectState: Sendable {
    public let side: ModelDifference.Side
    let project: Project
    let files: FileOrigin

    /// The project as it stands on disk.
    public init(workingTree project: Project) {
        side = .init(kind: .workingTree, name: "working tree")
        self.project = project
        files = .disk
    }

    /// A folder with a configuration, or one whose folders are locales; the latter takes what it does not say from `current`.
    public init(folder: String, current: Project) throws(HexaplaError) {
        side = .init(kind: .folder, name: folder)
        files = .disk
        let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let configuration = "\(path)/\(Project.configurationName)"
        if FileSystem.kind(configuration, followingLinks: true) == .file {
            project = try Project(configuration: configuration)
        } else {
            var project = Project(content: path)
            project.sourceLocale = current.sourceLocale
            project.fragments = current.fragments
            self.project = project
        }
    }

    init(commit: Commit, project: Project) throws(HexaplaError) {
        side = .init(kind: .revision, name: commit.revision, commit: commit.id.description)
        self.project = project
        files = .commit(try CommitFiles(commit, below: project.content))
    }
}
