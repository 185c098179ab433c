import FileSystem
import LocalizationModel

/// Where Hexapla's own data is: `locales/` and `templates/`.
public struct DataFolders: Sendable {
    public let locales: String
    public let templates: String

    /// Looks, in this order, beside the project, above the program's own file, and in the installed place
    /// (`share/hexapla` beside `bin`).
    public init(project root: String, explicit: String?) throws(HexaplaError) {
        var candidates: [String] = explicit.map { [$0] } ?? [root.isEmpty ? "." : root]
        if explicit == nil, let program = FileSystem.resolved("/proc/self/exe") {
            var folder = program[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                candidates += [String(folder), "\(folder)/share/hexapla"]
            }
        }
        for folder in candidates where Self.isData(folder) {
            locales = folder + "/locales"
            templates = folder + "/templates"
            return
        }
        throw HexaplaError(
            "cannot find Hexapla's locale files\(explicit.map { " in '\($0)'" } ?? "")",
            remedy: "Name the folder that holds 'locales' and 'templates' with --data")
    }

    private static func isData(_ folder: String) -> Bool {
        FileSystem.kind(folder + "/locales/en-US.yml", followingLinks: true) == .file
    }
}
