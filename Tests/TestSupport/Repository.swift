import FileSystem
import Glibc
import LocaleData
import LocalizationModel

/// Where the tests find the package's own files.
public enum Repository {
    /// The root of the package.
    public static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    public static let locales = root + "/locales"
    public static let templates = root + "/templates"
    public static let content = root + "/content"

    /// The shared corpora beside the checkout, if they are there; `HEXAPLA_SHARED` names another place.
    public static let shared: String? = {
        let path = getenv("HEXAPLA_SHARED").map { String(cString: $0) } ?? root + "/../shared"
        return FileSystem.kind(path + "/corpora", followingLinks: true) == .folder ? path : nil
    }()

    public static func profile(_ tag: String) throws -> LocaleProfile {
        if let shipped = try profiles.get()[tag] { return shipped }
        guard let locale = LocaleTag(tag) else { throw HexaplaError("'\(tag)' is no locale") }
        return try LocaleStore(directory: locales).profile(for: locale)
    }

    private static let profiles = Result { () throws -> [String: LocaleProfile] in
        let store = LocaleStore(directory: locales)
        var profiles: [String: LocaleProfile] = [:]
        for locale in try store.available() { profiles[locale.description] = try store.profile(for: locale) }
        return profiles
    }

    /// The shipped lexicon from English.
    public static func lexicon(_ tag: String) throws -> Lexicon? { try lexicons.get()[tag] }

    /// Read once: there are many tests, and they are not small.
    private static let lexicons = Result { () throws -> [String: Lexicon] in
        guard let source = LocaleTag("en-US") else { return [:] }
        let store = LocaleStore(directory: locales)
        var lexicons: [String: Lexicon] = [:]
        for locale in try store.available() { lexicons[locale.description] = try store.lexicon(source: source, target: locale) }
        return lexicons
    }

    /// Every file below a folder with the given ending, sorted.
    public static func files(_ folder: String, ending: String) throws -> [String] {
        var files: [String] = []
        for name in try FileSystem.names(inFolder: folder) {
            let path = "\(folder)/\(name)"
            switch FileSystem.kind(path) {
            case .folder: files += try self.files(path, ending: ending)
            case .file: if name.hasSuffix(ending) { files.append(path) }
            default: continue
            }
        }
        return files
    }
}
