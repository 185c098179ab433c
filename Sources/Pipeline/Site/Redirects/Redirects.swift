import FileSystem
import LocalizationModel

/// The redirects of a site, each of them checked: the old address is free, and the new one is there.
struct Redirects {
    /// Sorted by their files.
    private(set) var all: [Redirect] = []
    /// Each names its line; the other redirects hold.
    private(set) var problems: [HexaplaError] = []

    /// Equal for two builds that write the same.
    var digest: UInt64 {
        var writer = ByteWriter()
        for redirect in all {
            for text in [redirect.file, redirect.address, redirect.target, redirect.anchor, redirect.page ?? "", redirect.locale] { writer.text(text) }
        }
        return Digest.fast(writer.bytes)
    }

    /// - Parameter path: the file of redirects; nil where the project has none.
    init(_ path: String?, _ tree: ContentTree, address: SiteAddress?) {
        guard let path else { return }
        do throws(HexaplaError) {
            guard FileSystem.kind(path, followingLinks: true) == .file else {
                throw HexaplaError("there is no file '\(path)'", remedy: "Correct 'redirects' in \(Project.configurationName)")
            }
            let file = try RedirectFile(path: path, bytes: try FileSystem.read(path))
            var check = RedirectCheck(file, tree, address: address)
            for rule in file.rules { check.add(rule) }
            check.resolve()
            (all, problems) = (check.redirects, file.problems + check.problems)
        } catch { problems.append(error) }
    }
}
