import LocalizationModel

/// A translation beside its source, as a page rule sees it.
public final class PairContext {
    public let path: String
    public let source: SourcePage?
    public let page: Page
    /// Nil where nothing of the source is known.
    public let bitext: Bitext?
    /// What changed in the source since the translation was made, where the old source is known.
    public let revision: SourceRevision?
    /// True where the page's provenance names another source commit than the source's own.
    public let followsOtherSource: Bool
    /// How the source's sentences are translated elsewhere on the site, where that was learnt.
    public let memory: TranslationMemory?
    /// Names of the source that stand verbatim in at least one other translation, for telling which one is new.
    public let namesKeptElsewhere: Set<String>
    /// What was read of the source's segments, for this and the other translations.
    let reading: SourceReading
    let words: LocaleWords
    /// The site as the page sees it; nil for a page that belongs to none.
    let site: (any SiteLookup)?
    /// Units with both sides, in order.
    let pairs: [SegmentPair]
    /// What the two pages are as a whole.
    private(set) lazy var verdict = PageVerdict(self)
    /// What source and translation call the things of the glossary; none without one.
    private(set) lazy var terms = TermPair.all(of: self)
    /// The running text of the blocks that give reason to look at it.
    private(set) lazy var prose = PageProse(page, words.scan) { isOwn($0) }
    /// For each segment of the translation the index of its unit; nil where there is none.
    private(set) lazy var unitOfTarget: [Int?] = {
        var units = [Int?](repeating: nil, count: page.segments.count)
        guard let bitext else { return units }
        for index in bitext.units.indices { for segment in bitext.units[index].target where segment < units.count { units[segment] = index } }
        return units
    }()

    public init(
        path: String, source: SourcePage?, page: Page, bitext: Bitext?, revision: SourceRevision?, reading: SourceReading,
        words: LocaleWords, followsOtherSource: Bool, namesKeptElsewhere: Set<String>, memory: TranslationMemory? = nil,
        site: (any SiteLookup)? = nil
    ) {
        self.site = site
        self.path = path
        self.source = source
        self.page = page
        self.bitext = bitext
        self.revision = revision
        self.reading = reading
        self.words = words
        self.followsOtherSource = followsOtherSource
        self.namesKeptElsewhere = namesKeptElsewhere
        self.memory = memory
        pairs = bitext.map { SegmentPair.all(of: $0, reading) } ?? []
    }

    var sourceProfile: LocaleProfile { reading.words.profile }
    var profile: LocaleProfile { words.profile }

    /// Pairs whose facts can be compared, of which a side has one of these traits: in a unit that is still in the source's language
    /// all facts agree by nature.
    func translatedPairs(with traits: SegmentTraits) -> [SegmentPair] {
        pairs.indices.filter { index in
            pairs[index].state != .untranslated && !pairs[index].source.traits.union(pairs[index].target.traits).isDisjoint(with: traits)
        }.map { pairs[$0] }
    }

    /// True for a segment of the translation that is not in the source's language, not even in part.
    func isOwn(_ segment: Int) -> Bool {
        guard let bitext, let unit = unitOfTarget[segment] else { return true }
        return bitext.units[unit].state == .translated || bitext.units[unit].state == .extra
    }

    /// Pairs in a state.
    func pairs(_ state: TranslationUnit.State) -> [SegmentPair] { pairs.indices.filter { pairs[$0].state == state }.map { pairs[$0] } }

    func sources(_ pair: SegmentPair) -> UnitSide { UnitSide(of: bitext?.source ?? [], bitext?.units[pair.unit].source ?? []) }
    func targets(_ pair: SegmentPair) -> UnitSide { UnitSide(of: bitext?.target ?? [], bitext?.units[pair.unit].target ?? []) }
    /// The segments themselves, for a finding.
    func source(_ pair: SegmentPair) -> [Segment] { sources(pair).segments }
    func target(_ pair: SegmentPair) -> [Segment] { targets(pair).segments }

    /// A finding about segments of this pair; the marks are the very words of either side that it is about.
    func finding(
        _ rule: any Rule.Type, _ message: String, severity: Severity? = nil, source: [Segment] = [], sourceMarks: [MarkSearch.Sought] = [],
        target: [Segment] = [], targetMarks: [MarkSearch.Sought] = [], evidence: Finding.Evidence? = nil
    ) -> Finding {
        var evidence = evidence
        let metadata = rule.metadata
        // A memory that offers what stands there offers nothing.
        if metadata.wantsTranslation, let match = memory?.best(for: source.plain), match.entry.target != target.text {
            evidence = evidence ?? .init()
            evidence?.translation = match
        }
        return Finding(
            rule: metadata.id, severity: severity ?? metadata.severity, sign: metadata.sign, message: message, page: path, locale: page.locale,
            file: page.file, source: self.source.flatMap { Place.of(source, in: $0.page.document, marks: sourceMarks) },
            target: Place.of(target, in: page.document, marks: targetMarks), evidence: evidence)
    }

    /// A neighbour further off is none.
    private static let reach = 1_000

    /// The last place on the other side before a unit that has only one side; nil where it is the first.
    func placeBefore(unit index: Int) -> Finding.Place? {
        guard let bitext, let source else { return nil }
        let (unit, before) = (bitext.units[index], bitext.units[max(0, index - Self.reach)..<index])
        if unit.target.isEmpty {
            return before.last { !$0.target.isEmpty }?.target.last.flatMap { Place.of([bitext.target[$0]], in: page.document) }
        }
        return before.last { !$0.source.isEmpty }?.source.last.flatMap { Place.of([bitext.source[$0]], in: source.page.document) }
    }

    /// A finding about a span of the translation, as the front matter or a heading.
    func finding(
        _ rule: any Rule.Type, _ message: String, severity: Severity? = nil, at span: SourceSpan, key: String? = nil,
        evidence: Finding.Evidence? = nil
    ) -> Finding {
        page.finding(rule, message, severity: severity, at: span, key: key, evidence: evidence)
    }
}

extension Page {
    /// A finding about a span of this page; `source` is its counterpart.
    func finding(
        _ rule: any Rule.Type, _ message: String, severity: Severity? = nil, at span: SourceSpan? = nil, key: String? = nil,
        source: Finding.Place? = nil, evidence: Finding.Evidence? = nil
    ) -> Finding {
        let metadata = rule.metadata
        return Finding(
            rule: metadata.id, severity: severity ?? metadata.severity, sign: metadata.sign, message: message, page: path, locale: locale, file: file,
            source: source, target: span.map { Place.of($0, in: document.text) }, evidence: evidence, key: key)
    }

    /// Where the front matter states a key; the page's first line where it does not.
    func span(ofKey key: String) -> SourceSpan { metadata[key]?.keySpan ?? SourceSpan(0, 0) }
}

/// One page in all its locales, as a group rule sees it.
public struct GroupContext: Sendable {
    public let group: PageGroup
    public let sourceLocale: LocaleTag
    let words: [LocaleTag: LocaleWords]
    /// True where the site has any page in the source's locale.
    public let siteHasSource: Bool
    /// True for a fragment that pages include.
    public let isFragment: Bool
    /// The site as the pages see it; nil for pages that belong to none.
    let site: (any SiteLookup)?
    /// What the project's schema of front matter wants of the languages; nil where there is none, or it is not about this page.
    let demands: MetadataDemands?

    public init(
        group: PageGroup, sourceLocale: LocaleTag, words: [LocaleTag: LocaleWords], siteHasSource: Bool, isFragment: Bool = false,
        site: (any SiteLookup)? = nil, demands: MetadataDemands? = nil
    ) {
        self.isFragment = isFragment
        self.site = site
        self.demands = demands
        self.group = group
        self.sourceLocale = sourceLocale
        self.words = words
        self.siteHasSource = siteHasSource
    }

    /// The source's page; nil where it was recovered, or was withdrawn, or is not there.
    var sourceFile: Page? { group.source.flatMap { $0.isRecovered || $0.page.document.isWithdrawn ? nil : $0.page } }
    /// Translations that readers see: not withdrawn.
    var shownTranslations: [Page] { group.translations.map(\.page).filter { !$0.document.isWithdrawn } }

    /// A finding about a locale that has no such page.
    func finding(_ rule: any Rule.Type, _ message: String, missingIn locale: LocaleTag) -> Finding {
        Finding(
            rule: rule.metadata.id, severity: rule.metadata.severity, sign: rule.metadata.sign, message: message, page: group.path, locale: locale,
            file: file(missingIn: locale))
    }

    /// Where such a page would lie: beside the source's, in a folder of the locale's own.
    private func file(missingIn locale: LocaleTag) -> String {
        let path = "\(locale)/\(group.path)"
        guard let known = group.source?.page.file, let name = group.source?.page.locale else { return path }
        let tail = "\(name)/\(group.path)"
        return known.hasSuffix("/" + tail) ? known.dropLast(tail.count) + path : path
    }
}

/// Turns spans into the places that findings carry.
enum Place {
    static func of(_ span: SourceSpan, in text: SourceText) -> Finding.Place { of(span, saying: text.string(span), in: text) }

    static func of(_ segments: [Segment], in document: Document, marks: [MarkSearch.Sought] = []) -> Finding.Place? {
        guard let first = segments.first, let last = segments.last else { return nil }
        return of(
            SourceSpan(first.span.lower, max(first.span.lower, last.span.upper)), saying: segments.text, in: document.text,
            marks: marks.isEmpty ? [] : MarkSearch(document).marks(marks, in: segments))
    }

    private static func of(_ span: SourceSpan, saying words: String, in text: SourceText, marks: [Finding.Mark] = []) -> Finding.Place {
        let start = text.position(at: span.lower)
        let endLine = span.isEmpty ? start.line : text.line(at: span.upper - 1)
        // A line end at the end belongs to no line's text.
        let end = max(span.lower, min(span.upper, text.span(ofLine: endLine).upper))
        return Finding.Place(
            line: start.line, column: start.column, endLine: endLine, endColumn: text.position(at: end).column,
            byteColumn: text.byteColumn(at: span.lower), endByteColumn: text.byteColumn(at: end), text: words, marks: marks)
    }
}

extension [Segment] {
    /// The words of all, as a reader sees them.
    var plain: String { count == 1 ? self[0].facts.plain : map(\.facts.plain).joined(separator: " ") }
    /// The Markdown of all.
    var text: String { count == 1 ? self[0].text : map(\.text).joined(separator: " ") }
}
