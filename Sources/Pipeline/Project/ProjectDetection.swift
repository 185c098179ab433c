import FileSystem
import LocaleData
import LocalizationModel

/// Finds the content of a repository that has no configuration yet: the folder whose folders are locales.
public struct ProjectDetection: Sendable {
    /// A folder of one locale.
    public struct Locale: Sendable {
        public let tag: LocaleTag
        /// Files of Markdown below it.
        public let pages: Int
    }

    /// From the folder that was searched; `.` for that one itself.
    public let content: String
    /// Those with pages, sorted.
    public let locales: [Locale]
    /// The locale that the others are most likely translated from.
    public let source: LocaleTag

    /// Deeper folders hold no content of their own, and hidden and installed ones none of ours.
    private static let deepest = 4
    private static let passedOver: Set<String> = ["node_modules", "vendor", "_site", "public", "dist", "build", "target"]

    /// - Parameter content: the folder to look at; nil to look for it below `root`, the one with most pages first.
    public init(root: String, content: String?, data: DataFolders) throws(HexaplaError) {
        let store = LocaleStore(directory: data.locales)
        var found: [(folder: String, locales: [Locale])] = []
        var pending: [(folder: String, depth: Int)] = [(content ?? ".", 0)]
        while let next = pending.popLast() {
            let names = try Self.folders(in: Self.path(root, next.folder))
            var locales: [Locale] = []
            for name in names {
                guard let tag = LocaleTag(name), try store.knows(tag) else { continue }
                let pages = try Self.pages(below: Self.path(root, "\(next.folder)/\(name)"), deeper: Self.deepest * 4)
                if pages > 0 { locales.append(Locale(tag: tag, pages: pages)) }
            }
            if locales.count > 1 {
                found.append((next.folder, locales.sorted { $0.tag < $1.tag }))
            } else if content == nil, next.depth < Self.deepest {
                pending += names.map { (next.folder == "." ? $0 : "\(next.folder)/\($0)", next.depth + 1) }
            }
        }
        func weight(_ locales: [Locale]) -> Int { locales.reduce(0) { $0 + $1.pages } }
        guard let best = found.max(by: { (weight($0.locales), $1.folder) < (weight($1.locales), $0.folder) }) else {
            throw HexaplaError(
                "no folder \(content.map { "'\($0)'" } ?? "here") whose folders are locales with pages",
                remedy: "Name it with --content: its folders must be BCP 47 tags, as in 'docs/en-US' and 'docs/de-DE'")
        }
        self.content = best.folder
        locales = best.locales
        // English is what most projects write in; else the language that has most.
        let english = locales.filter { $0.tag.language == "en" }
        source = (english.isEmpty ? locales : english).max { ($0.pages, $1.tag) < ($1.pages, $0.tag) }?.tag ?? best.locales[0].tag
    }

    private static func path(_ root: String, _ folder: String) -> String { folder == "." ? root : "\(root)/\(folder)" }

    private static func folders(in path: String) throws(HexaplaError) -> [String] {
        try FileSystem.entries(inFolder: path).filter { $0.kind == .folder && !$0.name.hasPrefix(".") && !passedOver.contains($0.name) }.map(\.name)
    }

    private static func pages(below path: String, deeper: Int) throws(HexaplaError) -> Int {
        var count = 0
        for entry in try FileSystem.entries(inFolder: path) where !entry.name.hasPrefix(".") {
            if entry.kind == .folder, deeper > 0 { count += try pages(below: "\(path)/\(entry.name)", deeper: deeper - 1) }
            if entry.kind == .file, entry.name.hasSuffix(".md") || entry.name.hasSuffix(".markdown") { count += 1 }
        }
        return count
    }

    // MARK: Configuration

    public static let baselineName = "hexapla-baseline.tsv"

    /// The configuration for what was found, for people to go on with.
    public func configuration(source: LocaleTag) -> String {
        """
        # Configuration of Hexapla; `hexapla schema configuration` prints what may stand here.
        content: \(Self.quoted(content))
        source: \(source)
        locales: [\(locales.map(\.tag.description).joined(separator: ", "))]

        # Findings that are known; a check fails only on others.
        baseline: \(Self.baselineName)
        # From which severity on: note, warning, error, never.
        fail-on: error

        # How much a rule matters: off, note, warning, error. `hexapla explain all` lists the rules.
        # rules:
        #   machine-translation: off
        # overrides:
        #   - paths: [drafts/**]
        #     rules: {"*": note}

        """
    }

    /// Single quotes: a folder may be called anything (YAML 1.2, section 7.3.2).
    private static func quoted(_ text: String) -> String {
        text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "/._-".utf8.contains($0) } ? text : "'\(text.replacing("'", with: "''"))'"
    }
}
