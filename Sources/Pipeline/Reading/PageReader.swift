import FrontMatter
import LocaleData
import LocalizationModel
import MarkdownSource
import Segmentation

/// A page, read, and the parser's tree for rendering it.
struct ReadPage: Sendable {
    let page: Page
    let tree: SyntaxTree?
}

/// Reads files into pages: Markdown, front matter, provenance, segments.
struct PageReader: Sendable {
    private let segmenters: [LocaleTag: Segmenter]
    let profiles: [LocaleTag: LocaleProfile]
    let leverage: Leverage
    private let files: FileOrigin
    /// Nil where any locale may be the source's.
    private let source: LocaleTag?
    /// What the front matter of pages has to be.
    let schema: FrontMatterSchema?
    let clock: StageClock?

    init(
        _ profiles: [LocaleTag: LocaleProfile], leverage: Leverage = Leverage(), files: FileOrigin = .disk, source: LocaleTag? = nil,
        schema: FrontMatterSchema? = nil, clock: StageClock? = nil
    ) {
        self.clock = clock
        self.schema = schema
        self.profiles = profiles
        self.leverage = leverage
        self.files = files
        self.source = source
        segmenters = profiles.mapValues(Segmenter.init)
    }

    /// Loads the profiles of the locales, and what was learnt of them: shipped, and in the folder that `hexapla learn` wrote.
    init(
        _ store: LocaleStore, source: LocaleTag, _ translations: some Sequence<LocaleTag>, learnt: String? = nil, schema: FrontMatterSchema? = nil,
        clock: StageClock? = nil
    ) throws(HexaplaError) {
        let locales = translations.filter { $0 != source }
        self.init(
            try store.profiles(for: [source] + locales), leverage: try Leverage(store, source: source, locales, learnt: learnt), source: source, schema: schema,
            clock: clock)
    }

    func read(file: String, path: String, locale: LocaleTag) throws(HexaplaError) -> ReadPage {
        read(try files.read(file), file: file, path: path, locale: locale, isSource: source.map { $0 == locale } ?? true)
    }

    /// The page with list items of the form `label: text` cut in two.
    func dividing(_ page: Page, at folded: Set<Int>) -> Page {
        segmenters[page.locale].map { page.cut(into: $0.dividing(page.segments, at: folded, of: page.document)) } ?? page
    }

    /// `isSource` asks for the hashes of the file, which only a source's translations are compared with.
    func read(_ bytes: [UInt8], file: String, path: String, locale: LocaleTag, isSource: Bool = true) -> ReadPage {
        let (parsed, metadata) = clock.measure(.parse) {
            let parsed = MarkdownReader.read(bytes)
            let metadata = parsed.document.frontMatter.map { FrontMatterReader.read(parsed.document.text, span: $0, schema: schema) }
            return (parsed, metadata ?? FrontMatterReader.absent(schema: schema))
        }
        let segmenter = segmenters[locale]
        let (segments, keyed) = clock.measure(.segment) {
            (segmenter?.segments(of: parsed.document) ?? [], segmenter?.keyedSegments(of: parsed.document, metadata) ?? [])
        }
        let page = Page(
            locale: locale, path: path, file: file, document: parsed.document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata), segments: segments,
            keyed: keyed, hashes: isSource ? Digest.sourceHashes(bytes) : [])
        return ReadPage(page: page, tree: parsed.tree)
    }
}
