import FileSystem
import LocalizationModel
import Rendering

/// What all pages of a build share.
struct SiteContext: Sendable {
    let project: Project
    let tree: ContentTree
    let reader: PageReader
    let outline: SiteOutline
    let renderer: SiteRenderer
    let interfaces: [LocaleTag: InterfaceText]
    /// Locale → where the page stands → navigation.
    let navigations: [LocaleTag: [NavigationPlace: RenderedNavigation]]

    /// Pages that share one rendered navigation: those of one folder on a large site, of one depth on a small one.
    struct NavigationPlace: Hashable {
        let folder: String
        let depth: Int
    }

    func navigationPlace(of path: String) -> NavigationPlace {
        NavigationPlace(folder: outline.navigationFolder(of: path), depth: SitePaths.folder(path).split(separator: "/").count)
    }

    var source: LocaleTag { tree.sourceLocale }

    func profile(_ locale: LocaleTag) -> LocaleProfile { reader.profiles[locale] ?? LocaleProfile(locale: locale) }

    func strings(_ locale: LocaleTag) throws(HexaplaError) -> InterfaceText {
        guard let strings = interfaces[locale] else { throw HexaplaError("no interface texts for \(locale)", remedy: "Add locales/\(locale).yml") }
        return strings
    }

    init(_ project: Project, data: DataFolders, analysis: ProjectAnalysis, jobs: Int) throws(HexaplaError) {
        self.project = project
        tree = analysis.tree
        reader = analysis.analyser.reader
        let outline = try SiteOutline(tree, project, jobs: jobs)
        self.outline = outline
        let renderer = SiteRenderer(templates: try TemplateSet(directory: data.templates, overriding: project.templates))
        self.renderer = renderer
        var interfaces: [LocaleTag: InterfaceText] = [:]
        var navigations: [LocaleTag: [NavigationPlace: RenderedNavigation]] = [:]
        let places = Set(
            outline.entries.map { NavigationPlace(folder: outline.navigationFolder(of: $0.path), depth: SitePaths.folder($0.path).split(separator: "/").count) }
        )
        for locale in tree.locales {
            let strings = try Self.interface(analysis.profiles[locale] ?? LocaleProfile(locale: locale), analysis.profiles[tree.sourceLocale])
            interfaces[locale] = strings
            for place in places {
                let tree = outline.navigation(for: locale, source: tree.sourceLocale, folder: place.folder)
                navigations[locale, default: [:]][place] = try renderer.navigation(tree, depth: place.depth, strings: strings)
            }
        }
        if interfaces[tree.sourceLocale] == nil, let profile = analysis.profiles[tree.sourceLocale] {
            interfaces[tree.sourceLocale] = try Self.interface(profile, nil)
        }
        self.interfaces = interfaces
        self.navigations = navigations
    }

    /// The texts of a locale; what a locale file without interface texts lacks is shown in the source's language.
    private static func interface(_ profile: LocaleProfile, _ source: LocaleProfile?) throws(HexaplaError) -> InterfaceText {
        var complete = profile
        complete.interface = (source?.interface ?? [:]).merging(profile.interface) { $1 }
        return try InterfaceText(complete)
    }

    /// The way from a page of the site to its root.
    func root(from file: String) -> String { SitePaths.relative(from: SitePaths.folder(file), to: "") }
}
