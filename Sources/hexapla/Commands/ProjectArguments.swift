import Glibc
import LocalizationModel
import Pipeline

/// The options that commands on a project share.
struct ProjectArguments {
    let project: Project
    let data: DataFolders
    let jobs: Int
    /// Where the last run left what it knows; nil where there is no place for it, or the user wants none.
    let cache: CacheFolder?
    /// Nil where nobody wants to know.
    let clock: StageClock?

    init(_ arguments: Arguments) throws(HexaplaError) {
        var project = try Self.configured(arguments)
        if arguments.has("--no-history") { project.readsHistory = false }
        if let content = arguments.text("--content") { project.content = content }
        if let output = arguments.text("--output") { project.output = output }
        self.project = project
        if arguments.has("--no-cache") {
            cache = nil
        } else if let folder = arguments.text("--cache") {
            cache = CacheFolder(folder)
        } else {
            cache = CacheFolder.standard(for: project) { name in getenv(name).map { String(cString: $0) } }
        }
        clock = arguments.has("--timings") ? StageClock() : nil
        data = try DataFolders(project: project.root, explicit: arguments.text("--data"))
        jobs = try Self.jobs(arguments)
    }

    /// What the configuration says; without one, the content folder alone.
    static func configured(_ arguments: Arguments) throws(HexaplaError) -> Project {
        if let file = arguments.text("--project") { return try Project(configuration: file) }
        if !arguments.has("--content"), access(Project.configurationName, F_OK) == 0 { return try Project(configuration: Project.configurationName) }
        var project = Project(content: "content")
        project.readsHistory = true
        return project
    }

    /// One thread a processor, unless the user says otherwise.
    static func jobs(_ arguments: Arguments) throws(HexaplaError) -> Int {
        try arguments.count("--jobs") ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// From which severity on findings make a command fail.
enum FailOn {
    static let option = CommandSpecification.Option.choice("--fail-on", ["note", "warning", "error", "never"], "exit with 1 from this severity on")

    static func status(_ counts: SeverityCounts, _ threshold: String) -> Int32 {
        guard let severity = Severity(rawValue: threshold) else { return 0 }
        return counts.contains(atLeast: severity) ? 1 : 0
    }
}
