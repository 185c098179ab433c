import LocalizationModel
import Requirements

/// Reads what the pages of a group demand, and lays it side by side.
struct RequirementAnalyser: Sendable {
    private let readers: [LocaleTag: RequirementReader]

    init(profiles: [LocaleTag: LocaleProfile], source: LocaleProfile) {
        readers = RequirementReader.readers(profiles, source: source)
    }

    /// What one page demands, in its own language, without ids.
    func read(_ page: Page) -> [RequirementSection] { readers[page.locale]?.unnamed(page) ?? [] }

    /// The requirements of a page in all its languages.
    ///
    /// - Parameter known: what was read of a page already.
    func sections(
        _ source: SourcePage?, _ translations: [Page], known: [LocaleTag: [RequirementSection]] = [:]
    ) -> [RequirementSection] {
        let pages = (source.map { [$0.page] } ?? []) + translations
        let read = read(pages) { reader, page in known[page.locale] ?? reader.unnamed(page) }
        return RequirementMerger.merge(read, hasSource: source.map { !$0.isRecovered || $0.isComplete } ?? false)
    }

    private func read(
        _ pages: [Page], _ sections: (RequirementReader, Page) -> [RequirementSection]
    ) -> [(locale: LocaleTag, sections: [RequirementSection])] {
        pages.compactMap { page in readers[page.locale].map { (page.locale, sections($0, page)) } }
    }

    /// The facts of what stands beside the requirements, where no source file tells what they should be: a majority can.
    func passageFacts(_ source: SourcePage?, _ translations: [Page], _ witnesses: [Witness]) -> [FactRow] {
        guard source.map(\.isRecovered) ?? true, translations.count >= Self.fewestForMajority else { return [] }
        let pages = source.map { $0.isComplete ? [$0.page] : [] } ?? []
        let merged = RequirementMerger.merge(read(pages + translations) { $0.passages($1) }, hasSource: !pages.isEmpty)
        return FactComparison.rows(merged, witnesses: witnesses)
    }

    private static let fewestForMajority = 3

    /// A source that was recovered as a whole is a witness of the version that its holder follows, and no judge of the others; one of
    /// which parts are known is none.
    static func witnesses(_ source: SourcePage?, _ translations: [Page]) -> [Witness] {
        let file = source.flatMap { $0.isRecovered ? nil : $0.page }
        let holder = source.flatMap { source in
            source.isRecovered && source.isComplete && source.commit != nil ? translations.first { $0.provenance.sourceCommit == source.commit } : nil
        }
        let others = translations.map { page in
            Witness(
                locale: page.locale, revision: page.provenance.sourceRevision, date: page.provenance.handOffDate, isSource: false,
                followsSource: page.provenance.sourceHash.flatMap { hash in file.map { $0.hashes.contains(hash) } } ?? true)
        }
        guard let own = source?.page.locale, file != nil || holder != nil else { return others }
        let revision = holder?.provenance.sourceRevision
        return others + [Witness(locale: own, revision: revision, date: holder?.provenance.handOffDate, isSource: file != nil, followsSource: true)]
    }
}
