import LocalizationModel
import Rendering
import Reporting

/// A page as JSON-LD in the words of schema.org: an article with its translations, the way to it, and its requirements as lists.
///
/// A list of requirements is an `ItemList`. `EducationalOccupationalCredential.competencyRequired` would be narrower than the truth: it means
/// what a person knows or can do, and requirements are fees, counts of customers and signatures as well.
struct StructuredData {
    let site: SiteAddress
    let siteTitle: String
    /// The page as others are told of it.
    let preview: LinkPreview
    let page: Page
    let languages: LanguageSet
    /// Of the page below its locale's folder, percent-encoded.
    let address: String
    let source: LocaleTag
    /// Pages that lead to this one, the outermost first.
    let parents: [(title: String, url: String)]
    let requirements: [RequirementSection]
    let strings: InterfaceText

    private var url: String { url(page.locale) }
    private func url(_ locale: LocaleTag) -> String { "\(site.base)\(locale.lowercased)/\(address)" }

    /// For the inside of a script element: `<` and `>` are written so that nothing in it can end the element (HTML Living Standard,
    /// "Restrictions for contents of script elements").
    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("@context", "https://schema.org")
            json.key("@graph")
            json.array { json in
                json.object { article(&$0) }
                if !parents.isEmpty { json.object { breadcrumbs(&$0) } }
                for section in requirements where !section.requirements.isEmpty { list(section, &json) }
            }
        }
        return Self.escaped(json.bytes)
    }

    private static func escaped(_ json: [UInt8]) -> [UInt8] {
        guard json.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else { return json }
        return json.reduce(into: []) { bytes, byte in
            switch byte {
            case UInt8(ascii: "<"): bytes += "\\u003c".utf8
            case UInt8(ascii: ">"): bytes += "\\u003e".utf8
            default: bytes.append(byte)
            }
        }
    }

    private func article(_ json: inout JSONWriter) {
        json.member("@type", "TechArticle")
        json.member("@id", url)
        json.member("url", url)
        json.member("headline", preview.title)
        json.member("inLanguage", page.locale.description)
        if let description = preview.description { json.member("description", description) }
        if let updated = preview.updated { json.member("dateModified", updated) }
        if let image = preview.image { json.member("image", image) }
        json.key("isPartOf")
        json.object { json in
            json.member("@type", "WebSite")
            json.member("name", siteTitle)
            json.member("url", site.base)
        }
        guard languages.isSeveral, languages.locales.contains(source) else { return }
        if page.locale != source {
            json.key("translationOfWork")
            json.object { reference(source, &$0) }
        } else {
            json.key("workTranslation")
            json.array(languages.locales.filter { $0 != source }) { json, locale in json.object { reference(locale, &$0) } }
        }
    }

    private func reference(_ locale: LocaleTag, _ json: inout JSONWriter) {
        json.member("@type", "TechArticle")
        json.member("@id", url(locale))
        json.member("inLanguage", locale.description)
    }

    private func breadcrumbs(_ json: inout JSONWriter) {
        json.member("@type", "BreadcrumbList")
        json.key("itemListElement")
        json.array((parents + [(preview.title, url)]).enumerated()) { json, crumb in
            json.object { json in
                json.member("@type", "ListItem")
                json.member("position", crumb.offset + 1)
                json.member("name", crumb.element.title)
                json.member("item", crumb.element.url)
            }
        }
    }

    // MARK: Requirements

    private func list(_ section: RequirementSection, _ json: inout JSONWriter) {
        let nodes = shown(section.requirements)
        guard !nodes.isEmpty else { return }
        json.object { json in
            json.member("@type", "ItemList")
            if let heading = section.headings.first(where: { $0.locale == page.locale }) { json.member("name", words(heading)) }
            items(nodes, depth: 0, &json)
        }
    }

    /// What this page states of some requirements.
    private func shown(_ nodes: [RequirementNode]) -> [RequirementNode] { nodes.filter(isShown) }

    private func isShown(_ node: RequirementNode) -> Bool {
        node.kind != .note && (node.wording(in: page.locale) != nil || node.children.contains(where: isShown))
    }

    /// Lists in lists that programs are told of.
    private static let deepest = 8

    private func items(_ nodes: [RequirementNode], depth: Int, _ json: inout JSONWriter) {
        json.member("numberOfItems", nodes.count)
        json.key("itemListElement")
        json.array(nodes.enumerated()) { json, node in
            json.object { json in
                json.member("@type", "ListItem")
                json.member("position", node.offset + 1)
                item(node.element, depth: depth, &json)
            }
        }
    }

    private func item(_ node: RequirementNode, depth: Int, _ json: inout JSONWriter) {
        let name = node.wording(in: page.locale).map(words)
        let members = depth < Self.deepest ? shown(node.children) : []
        guard !members.isEmpty else { return json.member("name", name ?? "") }
        json.key("item")
        json.object { json in
            json.member("@type", "ItemList")
            if let name { json.member("name", name) }
            json.member("description", relation(node, members.count))
            items(members, depth: depth + 1, &json)
        }
    }

    /// How many of the members must hold, in the page's language.
    private func relation(_ node: RequirementNode, _ count: Int) -> String {
        switch node.kind {
        case .anyOf: strings["requirementAnyOf"]
        case .someOf: strings.fill("requirementSomeOf", ["count": strings.number(node.facts.choose ?? 1), "total": strings.number(count)])
        case .allOf, .statement, .note: strings["requirementAllOf"]
        }
    }

    private func words(_ wording: RequirementNode.Wording) -> String {
        let plain = wording.span.map { page.words(in: $0) } ?? ""
        return plain.isEmpty ? PlainWords.text(wording.text) : plain
    }
}
