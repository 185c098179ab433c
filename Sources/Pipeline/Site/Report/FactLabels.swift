import LocalizationModel
import Rendering

/// The words by which an editor knows a requirement: the source's, else those of the first language that has any.
struct FactLabels {
    private let pages: [LocaleTag: Page]
    private let source: LocaleTag
    /// Anchor → heading, in the source or the first language.
    private let headingsByAnchor: [String: FactsPageView.Words]

    /// Scalars of a label: two lines of the table.
    private static let longestLabel = 64

    init(_ group: PageGroup, source: LocaleTag) {
        self.source = source
        let all = (group.source.map { [$0.page] } ?? []) + group.translations.map(\.page)
        pages = Dictionary(all.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
        var headings: [String: FactsPageView.Words] = [:]
        for page in all {
            let anchors = Dictionary(
                page.document.anchors.compactMap { anchor in anchor.block.map { ($0, anchor.name) } }, uniquingKeysWith: { first, _ in first })
            for segment in page.segments where segment.kind == .heading {
                let name = anchors[segment.block] ?? HeadingSlug.slug(segment.facts.plain)
                if headings[name] == nil { headings[name] = .init(segment.facts.plain, language: page.locale.description) }
            }
        }
        headingsByAnchor = headings
    }

    /// The headings that lead to a section, outermost first.
    func headings(_ section: RequirementSection) -> [FactsPageView.Words] {
        (section.path + [section.anchor]).filter { !$0.isEmpty }.map { headingsByAnchor[$0] ?? .init($0, language: source.description) }
    }

    /// What a node says; of a group without words, what its members say.
    func words(_ node: RequirementNode) -> FactsPageView.Words? {
        if let wording = node.wording(in: source) ?? node.wordings.first { return words(wording) }
        let members = node.children.prefix(Self.namedMembers).compactMap(words)
        guard let first = members.first else { return nil }
        return .init(PlainWords.shortened(members.map(\.text).joined(separator: " · "), to: Self.longestLabel), language: first.language)
    }

    private static let namedMembers = 2

    private func words(_ wording: RequirementNode.Wording) -> FactsPageView.Words {
        let plain = wording.span.flatMap { span in pages[wording.locale].map { $0.words(in: span) } } ?? ""
        let language = wording.state == .untranslated ? source : wording.locale
        return .init(PlainWords.shortened(plain.isEmpty ? wording.text : plain, to: Self.longestLabel), language: language.description)
    }
}
