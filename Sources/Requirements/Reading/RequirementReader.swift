import LocalizationModel

/// Finds the requirement lists of a page, in one language.
///
/// Structure comes first: sections, nested lists, `or` between them, labels. Words come from the locale's vocabulary, and from
/// the source's where a segment was left in the source's language. Lists that demand nothing are left out.
public struct RequirementReader: Sendable {
    private let vocabulary: Vocabulary

    public init(profile: LocaleProfile, sourceProfile: LocaleProfile) {
        let roles = RoleTable([profile, sourceProfile])
        let source = RoleWords(sourceProfile, roles)
        let own = profile.locale == sourceProfile.locale ? source : RoleWords(profile, roles)
        vocabulary = Vocabulary(own: own, profile: profile, source: source, sourceProfile: sourceProfile)
    }

    private init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The readers of a site's languages, which share the words of the source.
    public static func readers(_ profiles: [LocaleTag: LocaleProfile], source: LocaleProfile) -> [LocaleTag: RequirementReader] {
        let roles = RoleTable(profiles.values + [source])
        let sourceWords = RoleWords(source, roles)
        return profiles.mapValues { profile in
            let own = profile.locale == source.locale ? sourceWords : RoleWords(profile, roles)
            return RequirementReader(Vocabulary(own: own, profile: profile, source: sourceWords, sourceProfile: source))
        }
    }

    /// The sections with requirements, in the order of the page.
    public func read(_ page: Page) -> [RequirementSection] {
        var sections = unnamed(page)
        for index in sections.indices { RequirementIdentity.assign(&sections[index].requirements) }
        return sections
    }

    /// As `read`, without ids: merging gives them.
    public func unnamed(_ page: Page) -> [RequirementSection] {
        guard page.document.blocks.contains(where: \.isList) else { return [] }
        let reading = PageReading(page, vocabulary)
        return reading.outline.sections.compactMap { section in
            let read = reading.requirements(section)
            return self.section(section, page, read.nodes, read.extents)
        }
    }

    /// What the page states beside its requirements: its other lists, paragraphs and tables, as statements by section, without ids.
    public func passages(_ page: Page) -> [RequirementSection] {
        let reading = PageReading(page, vocabulary)
        return reading.outline.sections.compactMap { section in self.section(section, page, reading.passages(section), []) }
    }

    /// Nil for a section without nodes.
    private func section(
        _ section: PageOutline.Section, _ page: Page, _ nodes: [RequirementNode], _ extents: [RequirementExtent]
    ) -> RequirementSection? {
        guard !nodes.isEmpty else { return nil }
        return RequirementSection(
            anchor: section.anchor, path: section.path, level: section.heading.flatMap { vocabulary.level(ofHeading: $0.facts.plain) },
            headings: section.heading.map { [.init(locale: page.locale, text: $0.text, line: $0.line, span: $0.span)] } ?? [],
            requirements: ScopeInheritance.apply(nodes), extents: extents)
    }
}

extension Block {
    fileprivate var isList: Bool { if case .list = kind { true } else { false } }
}
