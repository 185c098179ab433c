import FileSystem
import LocalizationModel
import YAML

/// What to work on: `hexapla.yml`, or a content folder alone.
public struct Project: Sendable {
    /// The folder that relative paths of the configuration count from; empty for the working folder.
    public var root: String
    /// The configuration file that was read; nil where there is none.
    public private(set) var configuration: String?
    /// The folder whose folders are locales.
    public var content: String
    public var sourceLocale: LocaleTag
    /// The locales to publish, in order; nil for every folder that is a BCP 47 tag.
    public var locales: [LocaleTag]?
    public var output: String
    public var title: String
    /// The address under which the site is published; nil where it is not known. What is no `SiteAddress` counts as not known.
    public var baseURL: String?
    /// Where the files of pages are edited; nil where nobody said.
    public private(set) var editAddress: EditAddress?
    /// The file of old addresses and what took their place.
    public private(set) var redirects: String?
    /// The project's own templates; what it lacks comes from Hexapla's.
    public var templates: String?
    /// Titles of folders, in the order in which the navigation shows them.
    public var sections: [Section]
    /// Folders of fragments that pages include: checked, but no pages of the site.
    public var fragments: [String]
    /// True where the history of the repository is asked which source a translation follows.
    public var readsHistory = false
    /// Files that say what things are called; together they are one glossary.
    public private(set) var glossaries: [String] = []
    /// The schema of the pages' front matter.
    public private(set) var frontMatter: String?
    /// True where pages show images of other hosts, instead of links to them.
    public var allowsRemoteImages = false
    /// What findings count for.
    public var review = ReviewSettings()

    /// A folder of pages with its title by locale.
    public struct Section: Sendable {
        /// Below the locale's folder, without a slash at its end.
        public let folder: String
        public let titles: [LocaleTag: String]
    }

    public static let configurationName = "hexapla.yml"
    static let keys =
        [
            "content", "source", "locales", "output", "title", "base-url", "edit-url", "redirects", "templates", "sections", "fragments", "history", "glossary",
            "front-matter", "remote-images",
        ] + ReviewSettings.keys

    /// A project without a configuration file.
    public init(content: String) {
        root = ""
        self.content = content
        sourceLocale = Self.defaultSource
        locales = nil
        output = "_site"
        title = "Documentation"
        baseURL = nil
        templates = nil
        sections = []
        fragments = ["includes"]
    }

    /// Reads `hexapla.yml`. Errors name file, line and column.
    public init(configuration path: String) throws(HexaplaError) {
        try self.init(configuration: path, bytes: try FileSystem.read(path), named: path)
    }

    /// A configuration that is about to be written.
    public init(configuration path: String, text: String) throws(HexaplaError) {
        try self.init(configuration: path, bytes: Array(text.utf8), named: path)
    }

    /// Reads a configuration that stands at `path`, on disk or in a commit, and that errors call `name`.
    init(configuration path: String, bytes: [UInt8], named name: String) throws(HexaplaError) {
        let file = try YAMLFile(path: name, bytes: bytes)
        let fields = try file.fields(file.root, of: name, known: Self.keys)
        self.init(content: "content")
        configuration = path
        root = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        func text(_ key: String) throws(HexaplaError) -> String? {
            guard let node = fields[key] else { return nil }
            return try file.string(node, of: key)
        }
        content = inRoot(try text("content") ?? content)
        output = inRoot(try text("output") ?? output)
        templates = try text("templates").map(inRoot)
        title = try text("title") ?? title
        baseURL = try text("base-url")
        if let node = fields["base-url"], address == nil {
            throw file.fault("'base-url' is no address of a site", at: node, remedy: "Write it with http or https, as in 'https://example.org/docs/'")
        }
        editAddress = try text("edit-url").flatMap { EditAddress($0) }
        if let node = fields["edit-url"], editAddress == nil {
            throw file.fault("'edit-url' is no address of a page's file", at: node, remedy: EditAddress.remedy)
        }
        redirects = try text("redirects").map(inRoot)
        if let node = fields["source"] { sourceLocale = try Self.locale(node, "source", file) }
        readsHistory = try fields["history"].map { (node) throws(HexaplaError) in try file.flag(node, of: "history") } ?? true
        if let node = fields["fragments"] { fragments = try file.strings(node, of: "fragments") }
        if let node = fields["sections"] { sections = try Self.sections(node, file) }
        if let node = fields["locales"] {
            var tags: [LocaleTag] = []
            for item in try file.items(node, of: "locales") { tags.append(try Self.locale(item, "locales", file)) }
            locales = tags
        }
        if let node = fields["glossary"] { glossaries = try file.strings(node, of: "glossary").map(inRoot) }
        frontMatter = try text("front-matter").map(inRoot)
        if let node = fields["remote-images"] { allowsRemoteImages = try Self.remoteImages(node, file) }
        review = try ReviewSettings(fields, file)
        review.baseline = review.baseline.map(inRoot)
    }

    private static func sections(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> [Section] {
        var sections: [Section] = []
        for (folder, _, value) in try file.pairs(node, of: "sections") {
            var titles: [LocaleTag: String] = [:]
            for (key, keyNode, title) in try file.pairs(value, of: folder) {
                guard let tag = LocaleTag(key) else { throw file.fault("'\(key)' is no locale", at: keyNode, remedy: "Write a BCP 47 tag, as in 'de-DE'") }
                titles[tag] = try file.string(title, of: key)
            }
            sections.append(Section(folder: folder, titles: titles))
        }
        return sections
    }

    private static func remoteImages(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> Bool {
        switch node.text {
        case "allow": return true
        case "link": return false
        default: throw file.fault("'remote-images' must be 'link' or 'allow'", at: node, remedy: "Write 'allow' to show images of other hosts")
        }
    }

    private static var defaultSource: LocaleTag {
        guard let tag = LocaleTag("en-US") else { preconditionFailure("en-US is a BCP 47 tag") }
        return tag
    }

    static func locale(_ node: YAMLNode, _ key: String, _ file: YAMLFile) throws(HexaplaError) -> LocaleTag {
        let text = try file.string(node, of: key)
        guard let tag = LocaleTag(text) else {
            throw file.fault("'\(text)' is no locale", at: node, remedy: "Write a BCP 47 tag, as in 'de-DE'")
        }
        return tag
    }

    /// The address under which the site is published.
    var address: SiteAddress? { baseURL.flatMap { SiteAddress($0) } }

    /// The folder that `hexapla learn` writes: beside the configuration.
    public var leverage: String { inRoot(Leverage.folder) }

    private func inRoot(_ path: String) -> String { path.hasPrefix("/") || root.isEmpty ? path : "\(root)/\(path)" }
}
