import Alignment
import Checks
import History
import LocalizationModel
import MarkdownSource
import Requirements
import SourceRecovery

/// The source as it stood when a translation was made.
struct PastSource: Sendable {
    let page: Page
    /// When the source left the translation behind, ISO 8601; nil where nobody knows.
    var since: String?
}

/// Relates and judges the pages of one group: the data flows through the stages here.
struct GroupAnalyser: Sendable {
    let reader: PageReader
    let sourceLocale: LocaleTag
    let translationLocales: [LocaleTag]
    /// True where the site has any page in the source's locale.
    let siteHasSource: Bool
    private let policy: SeverityPolicy
    private let history: SourceHistory?
    private let requirements: RequirementAnalyser
    /// By locale of the translation.
    let aligners: [LocaleTag: SegmentAligner]
    private let languages: SiteLanguages
    private let words: [LocaleTag: LocaleWords]
    private let sourceWords: LocaleWords

    init(
        reader: PageReader, sourceLocale: LocaleTag, translationLocales: [LocaleTag], siteHasSource: Bool, policy: SeverityPolicy = SeverityPolicy(),
        history: SourceHistory? = nil, glossary: Glossary? = nil
    ) {
        self.reader = reader
        self.sourceLocale = sourceLocale
        self.translationLocales = translationLocales
        self.siteHasSource = siteHasSource
        self.policy = policy
        self.history = history
        let source = reader.profiles[sourceLocale] ?? LocaleProfile(locale: sourceLocale)
        let terms = glossary.map { glossary in reader.profiles.compactMapValues { TermIndex(glossary, $0, source: sourceLocale) } } ?? [:]
        languages = SiteLanguages(reader.profiles, source: source, names: terms)
        aligners = Dictionary(
            uniqueKeysWithValues: reader.profiles.map {
                ($0, SegmentAligner(source: source, target: $1, lexicon: reader.leverage.lexicons[$0], names: terms[$0]))
            })
        words = reader.profiles.mapValues { LocaleWords($0, terms: terms[$0.locale]) }
        sourceWords = LocaleWords(source, terms: terms[sourceLocale])
        requirements = RequirementAnalyser(profiles: reader.profiles, source: source)
    }

    /// Reads the files of a group.
    func read(_ files: ContentTree.Group) throws(HexaplaError) -> [ReadPage] {
        var pages: [ReadPage] = []
        for file in files.files { pages.append(try reader.read(file: file.file, path: files.path, locale: file.locale)) }
        return pages
    }

    /// The sources that translations of a group were made from, where they are not the source of today.
    func pastSources(_ files: ContentTree.Group, _ pages: [ReadPage]) throws(HexaplaError) -> [LocaleTag: PastSource] {
        guard let history, let place = files.files.firstIndex(where: { $0.locale == sourceLocale }) else { return [:] }
        var sources: [LocaleTag: PastSource] = [:]
        var known: [ObjectID: Page] = [:]
        for (file, read) in zip(files.files, pages) where file.locale != sourceLocale {
            guard let past = try history.past(of: (file, read.page), source: (files.files[place], pages[place].page)) else { continue }
            let page =
                if let same = known[past.id] { same } else {
                    reader.read(try history.text(past), file: files.files[place].file, path: files.path, locale: sourceLocale).page
                }
            known[past.id] = page
            sources[file.locale] = PastSource(page: page, since: past.since)
        }
        return sources
    }

    /// Analyses pages that were read already.
    ///
    /// - Parameters:
    ///   - past: the source as it stood when a translation was made, by the translation's locale.
    ///   - site: the site as they see it; nil for pages that belong to none.
    func analyse(
        _ pages: [ReadPage], path: String, isFragment: Bool, past: [LocaleTag: PastSource] = [:], site: (any SiteLookup)? = nil
    ) -> AnalysedGroup {
        let (translations, source) = sides(pages, path)
        let related = reader.clock.measure(.align) {
            aligned(translations, source).map { translation in source.map { relate(translation, $0, past[translation.page.locale]?.page) } ?? (translation, nil)
            }
        }
        let alignedTranslations = related.map(\.0)
        let present = Set(translations.map(\.locale))
        let group = reader.clock.measure(.requirements) {
            let sections = requirements.sections(source, translations)
            let witnesses = RequirementAnalyser.witnesses(source, translations)
            return PageGroup(
                path: path, source: source, translations: alignedTranslations, missingLocales: translationLocales.filter { !present.contains($0) },
                requirements: sections, facts: FactComparison.rows(sections, witnesses: witnesses),
                passageFacts: requirements.passageFacts(source, translations, witnesses))
        }
        let (findings, statements) = reader.clock.measure(.check) { self.findings(group, related.map(\.1), isFragment: isFragment, site) }
        let trees = Dictionary(pages.compactMap { read in read.tree.map { (read.page.locale, $0) } }, uniquingKeysWith: { first, _ in first })
        return AnalysedGroup(
            group: group, drift: past.compactMapValues(\.since), findings: findings, isFragment: isFragment, statements: statements, trees: trees)
    }

    /// The pages of a group and what they demand; nothing is aligned and nothing judged.
    ///
    /// - Parameter known: what was read of files with the same bytes, for the same source locale.
    func requirements(of files: ContentTree.Group, known: [LocaleTag: PageRequirements] = [:]) throws(HexaplaError) -> GroupRequirements {
        var pages: [LocaleTag: PageRequirements] = [:]
        for file in files.files {
            if let same = known[file.locale] {
                pages[file.locale] = same
            } else {
                let read = try reader.read(file: file.file, path: files.path, locale: file.locale)
                pages[file.locale] = PageRequirements(read: read, sections: requirements.read(read.page))
            }
        }
        let (translations, source) = sides(files.files.compactMap { pages[$0.locale]?.read }, files.path)
        return GroupRequirements(pages: pages, sections: requirements.sections(source, translations, known: pages.mapValues(\.sections)))
    }

    /// The pages aligned, and nothing judged.
    func align(_ pages: [ReadPage], path: String) -> [PageGroup.Translation] {
        let (translations, source) = sides(pages, path)
        return aligned(translations, source)
    }

    private func aligned(_ translations: [Page], _ source: SourcePage?) -> [PageGroup.Translation] {
        guard let source, !translations.isEmpty else { return translations.map { .init(page: $0, bitext: nil) } }
        let prepared = AlignmentSource(.init(document: source.page.document, segments: source.page.segments))
        return translations.map { translation($0, of: source, prepared) }
    }

    // MARK: Source

    /// The translations and their source: the file, or what the translations still hold of it.
    private func sides(_ pages: [ReadPage], _ path: String) -> (translations: [Page], source: SourcePage?) {
        let translations = pages.map(\.page).filter { $0.locale != sourceLocale }
        return (translations, pages.first { $0.page.locale == sourceLocale }.map { Self.asFound($0.page) } ?? recovered(translations, path))
    }

    private static func asFound(_ page: Page) -> SourcePage {
        let origins = page.segments.map { SourceOrigin(method: .file, locale: page.locale, span: $0.span, line: $0.line) }
        return SourcePage(page: page, isRecovered: false, isComplete: true, origins: origins, commit: nil, withdrawn: [])
    }

    private func recovered(_ translations: [Page], _ path: String) -> SourcePage? {
        guard let found = reader.clock.measure(.recover, { SourceRecovery.recover(translations, languages) }),
            let holder = translations.first(where: { $0.locale == found.locale })
        else { return nil }
        let page = reader.read(found.markdown, file: holder.file, path: path, locale: sourceLocale).page
        let origins = page.segments.map { found.origin(at: $0.span.lower) }
        let withdrawn = page.segments.indices.filter { found.withdrawn?.contains(page.segments[$0].span.lower) ?? false }
        return SourcePage(
            page: page, isRecovered: true, isComplete: found.isComplete, origins: origins, commit: found.commit, withdrawn: Set(withdrawn))
    }

    private func translation(_ page: Page, of source: SourcePage, _ prepared: AlignmentSource) -> PageGroup.Translation {
        let bitext = align(source, prepared, page)
        guard let folded = bitext?.foldedItems, !folded.isEmpty else { return PageGroup.Translation(page: page, bitext: bitext) }
        // Cut where the source has two items, its sentences find their partners one by one.
        let divided = reader.dividing(page, at: folded)
        return PageGroup.Translation(page: divided, bitext: align(source, prepared, divided))
    }

    /// The translation aligned by way of the old source, where that is known.
    private func relate(_ translation: PageGroup.Translation, _ source: SourcePage, _ oldSource: Page?) -> (PageGroup.Translation, SourceRevision?) {
        let page = translation.page
        guard let old = oldSource, let direct = translation.bitext, let aligner = aligners[page.locale] else { return (translation, nil) }
        let threeWay = ThreeWayAlignment(
            old: .init(document: old.document, segments: old.segments), new: .init(document: source.page.document, segments: source.page.segments),
            target: .init(document: page.document, segments: page.segments), direct: direct, aligner: aligner)
        return (PageGroup.Translation(page: page, bitext: withNested(threeWay.bitext, source, page)), threeWay.revision)
    }

    /// A page that was itself withdrawn is aligned with what the source still publishes.
    private func align(_ source: SourcePage, _ prepared: AlignmentSource, _ page: Page) -> Bitext? {
        guard let aligner = aligners[page.locale] else { return nil }
        let target = SegmentAligner.Side(document: page.document, segments: page.segments)
        guard page.document.isWithdrawn, !source.withdrawn.isEmpty else { return withNested(aligner.align(prepared, target: target), source, page) }
        let published = source.page.segments.indices.filter { !source.withdrawn.contains($0) }
        let bitext = aligner.align(
            source: .init(document: source.page.document, segments: published.map { source.page.segments[$0] }), target: target)
        return withNested(Self.withWithdrawn(bitext, source, page, published), source, page)
    }

    private func withNested(_ bitext: Bitext, _ source: SourcePage, _ page: Page) -> Bitext {
        guard let evidence = languages.evidence[page.locale] else { return bitext }
        return bitext.pairingNested(source: source.page.keyed, target: page.keyed, evidence: evidence)
    }

    /// The alignment with what the source publishes no more, which the translation lacks too.
    private static func withWithdrawn(_ bitext: Bitext, _ source: SourcePage, _ page: Page, _ published: [Int]) -> Bitext {
        let units = bitext.units.map { unit in
            TranslationUnit(source: unit.source.map { published[$0] }, target: unit.target, state: unit.state, confidence: unit.confidence)
        }
        let left = source.withdrawn.sorted().map { TranslationUnit(source: [$0], target: [], state: .missing, confidence: 1) }
        return Bitext(source: source.page.segments, target: page.segments, units: units + left, movedSections: bitext.movedSections.map { published[$0] })
    }

    // MARK: Findings

    private func findings(_ group: PageGroup, _ revisions: [SourceRevision?], isFragment: Bool, _ site: (any SiteLookup)?)
        -> (findings: [Finding], statements: [SiteStatement])
    {
        let behind = group.translations.map { Self.followsOtherSource($0.page, group.source) }
        let kept = behind.contains(true) && group.source?.isRecovered ?? false ? Self.keptNames(group) : []
        let reading = SourceReading(group.source?.page.segments ?? [], sourceWords)
        var findings: [Finding] = []
        var statements: Set<SiteStatement> = []
        for ((translation, isBehind), revision) in zip(zip(group.translations, behind), revisions) {
            guard let words = words[translation.page.locale] else { continue }
            let pair = PairContext(
                path: group.path, source: group.source, page: translation.page, bitext: translation.bitext, revision: revision,
                reading: reading, words: words, followsOtherSource: isBehind, namesKeptElsewhere: kept,
                memory: reader.leverage.memories[translation.page.locale], site: site)
            findings += CheckRunner.findings(pair)
            if site != nil { statements.formUnion(CheckRunner.statements(pair)) }
        }
        let context = GroupContext(
            group: group, sourceLocale: sourceLocale, words: words, siteHasSource: siteHasSource, isFragment: isFragment, site: site,
            // Fragments are parts of pages.
            demands: isFragment ? nil : reader.schema?.localization)
        findings += CheckRunner.findings(context)
        let counted = CheckRunner.counted(findings, of: group, by: policy)
        return (Finding.sorted(counted), statements.sorted { ($0.subject, $0.wording) < ($1.subject, $1.wording) })
    }

    /// True where the page's own provenance names another source than the one at hand. A hash that merely differs
    /// says no more than that; the newest page's own source is compared by its commit.
    private static func followsOtherSource(_ page: Page, _ source: SourcePage?) -> Bool {
        guard let source else { return false }
        if source.isRecovered {
            guard let commit = source.commit, let own = page.provenance.sourceCommit else { return false }
            return own != commit
        }
        return page.provenance.sourceHash.map { !source.page.hashes.contains($0) } ?? false
    }

    /// Names of the source that stand verbatim in some translation.
    private static func keptNames(_ group: PageGroup) -> Set<String> {
        let names = Set(group.source?.page.segments.flatMap(\.facts.names) ?? []).filter { $0.contains(" ") }
        return names.filter { name in
            group.translations.contains { translation in
                translation.bitext?.units.contains { unit in
                    unit.state == .translated && unit.target.contains { translation.page.segments[$0].facts.plain.contains(name) }
                } ?? false
            }
        }
    }
}
