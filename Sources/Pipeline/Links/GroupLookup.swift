import LocalizationModel
import MarkdownSource
import Synchronization

/// What all groups of a run ask.
struct SiteLinks: Sendable {
    let inventory: SiteInventory
    let anchors: SiteAnchors
    let allowsRemoteImages: Bool

    /// - Parameters:
    ///   - taken: ids that the templates of a page use.
    ///   - allowsRemoteImages: true where pages may show images of other hosts.
    init(_ tree: ContentTree, taken: PageIDs = PageIDs(), allowsRemoteImages: Bool = false) {
        inventory = SiteInventory(tree)
        anchors = SiteAnchors(taken: taken)
        self.allowsRemoteImages = allowsRemoteImages
    }
}

/// The site as the pages of one group see it; takes down what they ask.
final class GroupLookup: SiteLookup {
    private let site: SiteLinks
    private let path: String
    private let pages: [LocaleTag: [UInt8]]
    /// By their subjects.
    private let divergences: [UInt64: ConsensusTable.Divergence]
    private let texts: PrevailingTexts?
    private let own = Mutex<SiteAnchors.Names?>(nil)
    private let recorder = LinkReadsRecorder()

    /// - Parameters:
    ///   - divergences: of what most pages say otherwise than this group.
    ///   - texts: the words of what they say.
    init(_ site: SiteLinks, path: String, _ pages: [ReadPage], divergences: [ConsensusTable.Divergence] = [], texts: PrevailingTexts? = nil) {
        self.divergences = Dictionary(divergences.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        self.texts = texts
        self.site = site
        self.path = path
        self.pages = Dictionary(pages.map { ($0.page.locale, $0.page.document.text.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    var reads: LinkReads { recorder.reads }

    var allowsRemoteImages: Bool { site.allowsRemoteImages }

    /// - Parameter file: the file in which the links stand: the page, or a fragment that it includes.
    func resolver(_ locale: LocaleTag, file: String) -> LinkResolver { LinkResolver(inventory: site.inventory, reads: recorder, locale: locale, file: file) }

    func target(of link: ContentLink, in locale: LocaleTag) -> LinkTarget {
        // Most links lead to other sites.
        if link.destination.utf8.starts(with: "http".utf8), link.destination.utf8.contains(UInt8(ascii: ":")) { return .elsewhere }
        let address = LinkResolver.Address(link.destination)
        if address.scheme != nil { return .elsewhere }
        if address.path.isEmpty { return address.anchor.map { .page(path: path, locale: locale, anchor: $0) } ?? .elsewhere }
        switch resolver(locale, file: path).place(address, isFile: link.kind != .link) {
        case .page(let path, let locale): return .page(path: path, locale: locale, anchor: address.anchor)
        case .nothing(let path, let isCertain): return .missing(path: path, isCertain: isCertain)
        case .file(let path, let locale):
            return link.kind == .link && site.inventory.kind(path, in: locale) == .fragment ? .unpublished(path: path) : .elsewhere
        // Roots are those of other sites; what is relative would have to be here.
        case .elsewhere: return address.path.utf8.first == UInt8(ascii: "/") ? .elsewhere : .unpublished(path: address.path)
        }
    }

    func offers(_ anchor: String, at path: String, in locale: LocaleTag) -> Bool {
        guard let names = names(path)?.byLocale else { return true }
        // The ids of the source's headings are those of its translations.
        let asked = [names[locale], names[site.inventory.tree.sourceLocale]].compactMap { $0 }
        return asked.isEmpty || asked.contains { $0.offer(anchor) }
    }

    // MARK: Ids

    /// The ids that a page offers in a locale: its own, the source's, and those of the fragments in either.
    func ids(of path: String, in locale: LocaleTag) -> [String] { offering(path, locale).flatMap(\.ids) }

    /// The id on a page of a locale that an anchor means, percent-decoded; nil where it has none.
    func id(for anchor: String, on path: String, in locale: LocaleTag) -> String? {
        let names = offering(path, locale)
        return names.contains { $0.has(anchor) } ? anchor : names.lazy.compactMap { $0.id(for: anchor) }.first
    }

    private func offering(_ path: String, _ locale: LocaleTag) -> [AnchorNames] {
        guard let byLocale = names(path)?.byLocale else { return [] }
        var found: [AnchorNames] = []
        var seen: Set<String> = [path]
        for names in Self.distinct(locale, site.inventory.tree.sourceLocale).compactMap({ byLocale[$0] }) {
            found.append(names)
            addFragments(names.inclusions, of: path, locale, &found, &seen)
        }
        return found
    }

    private static func distinct(_ locale: LocaleTag, _ source: LocaleTag) -> [LocaleTag] { locale == source ? [locale] : [locale, source] }

    private func addFragments(_ inclusions: [String], of file: String, _ locale: LocaleTag, _ found: inout [AnchorNames], _ seen: inout Set<String>) {
        for inclusion in inclusions {
            guard let path = Inclusions.path(inclusion, from: file), seen.insert(path).inserted, let names = names(path) else { continue }
            guard let shown = names.byLocale[locale] ?? names.byLocale[site.inventory.tree.sourceLocale] else { continue }
            found.append(shown)
            addFragments(shown.inclusions, of: path, locale, &found, &seen)
        }
    }

    func clashes(of path: String) -> [PathClash] {
        let question = SiteInventory.clashQuestion(path)
        recorder.asked(question, site.inventory.answer(question))
        return site.inventory.clashes(of: path)
    }

    func circle(of path: String, in locale: LocaleTag) -> [String]? { Inclusions(self).circle(from: path, in: locale) }

    /// What a page or fragment includes in a locale, by path.
    func inclusions(of path: String, in locale: LocaleTag) -> [String] {
        let byLocale = names(path)?.byLocale
        let names = byLocale?[locale] ?? byLocale?[site.inventory.tree.sourceLocale]
        return (names?.inclusions ?? []).compactMap { Inclusions.path($0, from: path) }
    }

    func prevailing(_ subject: UInt64, in locale: LocaleTag) -> PrevailingWording? {
        guard let divergence = divergences[subject], let text = texts?.text(divergence, locale, in: site.inventory) else { return nil }
        return PrevailingWording(wording: divergence.wording, text: text, page: divergence.page)
    }

    /// Nil for what is no page.
    private func names(_ path: String) -> SiteAnchors.Names? {
        if path == self.path { return ownNames }
        guard let group = site.inventory.group(path) else {
            recorder.asked(path, nil)
            return nil
        }
        let names = site.anchors.names(group)
        recorder.asked(anchorsOf: path, names.digest)
        return names
    }

    private var ownNames: SiteAnchors.Names {
        own.withLock { own in
            if let own { return own }
            let names = SiteAnchors.Names(pages.mapValues { AnchorNames($0, taken: site.anchors.taken) })
            own = names
            return names
        }
    }
}
