import Glibc
import LocalizationModel
import Pipeline

/// The options that commands on a project share.
struct ProjectArguments {
    let project: Project
    let data: DataFolders
    let jobs: Int

    init(_ arguments: Arguments) throws(HexaplaError) {
        var project: Project
        if let file = arguments.text("--project") {
            project = try Project(configuration: file)
        } else if !arguments.has("--content"), access(Project.configurationName, F_OK) == 0 {
            project = try Project(configuration: Project.configurationName)
        } else {
            project = Project(content: "content")
        }
        if let content = arguments.text("--content") { project.content = content }
        if let output = arguments.text("--output") { project.output = output }
        self.project = project
        data = try DataFolders(project: project.root, explicit: arguments.text("--data"))
        jobs = try arguments.count("--jobs") ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// From which severity on findings make a command fail.
enum FailOn {
    static let option = CommandSpecification.Option.choice("--fail-on", ["note", "warning", "error", "never"], "exit with 1 from this severity on")

    static func status(_ findings: [Finding], _ threshold: String) -> Int32 {
        guard let severity = Severity(rawValue: threshold) else { return 0 }
        return findings.contains { $0.severity >= severity } ? 1 : 0
    }
}
