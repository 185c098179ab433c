import FileSystem
import LocalizationModel

/// What every page depends on: the program, its locale files and templates, the configuration, glossaries and schema, what was learnt, and which locales there are.
struct Environment: Hashable, Sendable {
    struct File: Hashable, Sendable {
        let path: String
        let stamp: FileStamp
        let digest: UInt64
    }

    let digest: UInt64
    let files: [File]

    static let none = Environment(digest: 0, files: [])

    init(digest: UInt64, files: [File]) {
        self.digest = digest
        self.files = files
    }

    /// - Parameter known: the last run's; what has the same stamp is not read again.
    init(_ project: Project, _ data: DataFolders, locales: [LocaleTag], known: Environment) throws(HexaplaError) {
        let now = FileStamp.now
        let before = Dictionary(known.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        // The name is where a file stands for the program, wherever the folders lie.
        var named: [(name: String, path: String)] = [("program", "/proc/self/exe")]
        if let configuration = project.configuration { named.append(("configuration", configuration)) }
        for path in project.glossaries { named.append(("glossary", path)) }
        if let schema = project.frontMatter { named.append(("front-matter", schema)) }
        try Self.collect(data.locales, "locales", &named)
        try Self.collect(data.templates, "templates", &named)
        if let own = project.templates { try Self.collect(own, "own-templates", &named) }
        try Self.collect(project.leverage, "leverage", &named)
        var writer = ByteWriter()
        var files: [File] = []
        for (name, path) in named {
            guard let stamp = FileSystem.stamp(path, followingLinks: true) else { continue }
            let same = before[path].flatMap { $0.stamp == stamp ? $0.digest : nil }
            let digest = if let same { same } else { Digest.fast(try FileSystem.read(path)) }
            files.append(File(path: path, stamp: stamp.settled(asOf: now), digest: digest))
            writer.text(name)
            writer.word(digest)
        }
        // Findings and reports name files as the user named their folder.
        writer.text(project.content)
        writer.text(project.sourceLocale.description)
        writer.list(locales) { $0.text($1.description) }
        self.init(digest: Digest.fast(writer.bytes), files: files)
    }

    /// What is copied as it is does not shape a page.
    private static let copied = "assets"

    private static func collect(_ folder: String, _ name: String, _ files: inout [(name: String, path: String)]) throws(HexaplaError) {
        guard FileSystem.kind(folder, followingLinks: true) == .folder else { return }
        for entry in try FileSystem.names(inFolder: folder) where entry != copied {
            let path = "\(folder)/\(entry)"
            if FileSystem.kind(path, followingLinks: true) == .folder {
                try collect(path, "\(name)/\(entry)", &files)
            } else {
                files.append(("\(name)/\(entry)", path))
            }
        }
    }
}
