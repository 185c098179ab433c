import FileSystem
import LocalizationModel

/// The templates of a folder and its `partials`.
enum TemplateFolder {
    private static let suffix = ".mustache"

    /// The names of the templates, without `.mustache`, sorted.
    static func names(_ directory: String) throws(HexaplaError) -> [String] {
        var names = templates(try FileSystem.names(inFolder: directory))
        let partials = directory + "/partials"
        if FileSystem.kind(partials, followingLinks: true) == .folder {
            names += templates(try FileSystem.names(inFolder: partials)).map { "partials/" + $0 }
        }
        return names.sorted()
    }

    static func read(_ path: String) throws(HexaplaError) -> [UInt8] { try FileSystem.read(path) }

    private static func templates(_ names: [String]) -> [String] {
        names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.map { String($0.dropLast(suffix.count)) }
    }
}
