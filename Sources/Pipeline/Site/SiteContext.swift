import FileSystem
import Highlighting
import LocalizationModel
import Rendering
import Synchronization

/// What all pages of a build share.
struct SiteContext: Sendable {
    let baseline: SiteBaseline
    let project: Project
    let tree: ContentTree
    let plan: SitePlan
    /// Knows when pages were changed; nil where it is not asked.
    let history: SourceHistory?
    /// Nil where nobody said where the site is published.
    let address: SiteAddress?
    let outline: SiteOutline
    let renderer: SiteRenderer
    let profiles: [LocaleTag: LocaleProfile]
    /// Ids that stand on every page, whatever its text.
    let templateIDs: PageIDs
    private let interfaces: [LocaleTag: InterfaceText]
    private let navigations = NavigationStore()
    private let inventory: SiteInventory
    let images: ImageSizes
    let highlighter: Highlighter

    var source: LocaleTag { tree.sourceLocale }

    func profile(_ locale: LocaleTag) -> LocaleProfile { profiles[locale] ?? LocaleProfile(locale: locale) }

    func strings(_ locale: LocaleTag) throws(HexaplaError) -> InterfaceText {
        guard let strings = interfaces[locale] else { throw HexaplaError("no interface texts for \(locale)", remedy: "Add locales/\(locale).yml") }
        return strings
    }

    init(
        _ project: Project, data: DataFolders, templates: TemplateSet, scan: ProjectScan, plan: SitePlan, inventory: SiteInventory,
        profiles: [LocaleTag: LocaleProfile], baseline: SiteBaseline, history: SourceHistory? = nil
    ) throws(HexaplaError) {
        self.baseline = baseline
        self.project = project
        tree = scan.tree
        self.plan = plan
        self.history = history
        address = project.address
        self.profiles = profiles
        outline = SiteOutline(scan, sections: project.sections)
        renderer = SiteRenderer(templates: templates)
        templateIDs = PageIDs(taken: templates.ids(of: "page"))
        self.inventory = inventory
        images = ImageSizes(scan.tree)
        highlighter = try Highlighter(folders: ([data.templates] + (project.templates.map { [$0] } ?? [])).map { $0 + "/syntax" })
        var interfaces: [LocaleTag: InterfaceText] = [:]
        let source = profiles[tree.sourceLocale]
        for locale in tree.locales { interfaces[locale] = try Self.interface(profiles[locale] ?? LocaleProfile(locale: locale), source) }
        if interfaces[tree.sourceLocale] == nil, let source { interfaces[tree.sourceLocale] = try Self.interface(source, nil) }
        self.interfaces = interfaces
    }

    init(
        _ project: Project, data: DataFolders, scan: ProjectScan, plan: SitePlan, inventory: SiteInventory, profiles: [LocaleTag: LocaleProfile],
        baseline: SiteBaseline
    ) throws(HexaplaError) {
        let templates = try TemplateSet(directory: data.templates, overriding: project.templates)
        try self.init(
            project, data: data, templates: templates, scan: scan, plan: plan, inventory: inventory, profiles: profiles, baseline: baseline)
    }

    /// The texts of a locale; what a locale file without interface texts lacks is shown in the source's language.
    private static func interface(_ profile: LocaleProfile, _ source: LocaleProfile?) throws(HexaplaError) -> InterfaceText {
        var complete = profile
        complete.interface = (source?.interface ?? [:]).merging(profile.interface) { $1 }
        return try InterfaceText(complete)
    }

    /// The mark of a text on a page of a locale; nil where it is in the locale's own language.
    func language(_ tag: LocaleTag?, in locale: LocaleTag) -> TextLanguage? {
        guard let tag, tag != locale else { return nil }
        let direction = profile(tag).direction
        return TextLanguage(tag: tag.description, direction: direction == profile(locale).direction ? nil : direction)
    }

    /// The page or fragment of a path.
    func group(_ path: String) -> ContentTree.Group? { inventory.group(path) }

    /// The way from a page of the site to its root.
    func root(from file: String) -> String { SitePaths.relative(from: SitePaths.folder(file), to: "") }

    /// The navigation that a page shows: rendered when the first page of its place asks for it.
    func navigation(of path: String, in locale: LocaleTag) throws(HexaplaError) -> RenderedNavigation {
        let place = outline.navigationPlace(of: path, in: locale)
        if let known = navigations[place] { return known }
        let strings = try strings(locale)
        let tree = outline.navigation(at: place, all: strings["navigation"]) { language($0, in: locale) }
        let rendered = try renderer.navigation(tree, depth: place.depth, strings: strings)
        navigations[place] = rendered
        return rendered
    }

    /// Navigations by place. Two threads may render the same one; it is the same.
    private final class NavigationStore: Sendable {
        private let rendered = Mutex<[SiteOutline.NavigationPlace: RenderedNavigation]>([:])

        subscript(place: SiteOutline.NavigationPlace) -> RenderedNavigation? {
            get { rendered.withLock { $0[place] } }
            set { rendered.withLock { $0[place] = newValue } }
        }
    }
}
