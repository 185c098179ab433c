import LocalizationModel
import MarkdownSource
import Synchronization

/// What all groups of a run ask.
struct SiteLinks: Sendable {
    let inventory: SiteInventory
    let anchors = SiteAnchors()
    let allowsRemoteImages: Bool

    init(_ tree: ContentTree, allowsRemoteImages: Bool = false) {
        inventory = SiteInventory(tree)
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
        case .file, .elsewhere: return .elsewhere
        }
    }

    func offers(_ anchor: String, at path: String, in locale: LocaleTag) -> Bool {
        guard let names = names(path)?.byLocale else { return true }
        // The ids of the source's headings are those of its translations.
        let asked = [names[locale], names[site.inventory.tree.sourceLocale]].compactMap { $0 }
        return asked.isEmpty || asked.contains { $0.offer(anchor) }
    }

    func prevailing(_ subject: UInt64, in locale: LocaleTag) -> PrevailingWording? {
        guard let divergence = divergences[subject], let text = texts?.text(divergence, locale, in: site.inventory) else { return nil }
        return PrevailingWording(wording: divergence.wording, text: text, page: divergence.page)
    }

    /// Nil for what is no page.
    private func names(_ path: String) -> SiteAnchors.Names? {
        if path == self.path { return ownNames }
        guard let group = site.inventory.group(path) else { return nil }
        let names = site.anchors.names(group)
        recorder.asked(anchorsOf: path, names.digest)
        return names
    }

    private var ownNames: SiteAnchors.Names {
        own.withLock { own in
            if let own { return own }
            let names = SiteAnchors.Names(pages.mapValues(AnchorNames.init))
            own = names
            return names
        }
    }
}
