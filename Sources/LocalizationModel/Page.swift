/// One file of content in one locale, read.
public struct Page: Sendable {
    public let locale: LocaleTag
    /// The path below the locale's folder, with `/`, as in `competencies/devops.md`: the same in all locales.
    public let path: String
    /// The file as the user named it, for messages.
    public let file: String
    public let document: Document
    public let metadata: PageMetadata
    public let provenance: Provenance
    public let segments: [Segment]
    /// Front matter values and texts of image directives: found by their key, not by their place.
    public let keyed: [Segment]
    /// The SHA-1 of the file's bytes and of its bytes with CRLF line ends, 40 hexadecimal digits each.
    public let hashes: [String]

    public init(
        locale: LocaleTag, path: String, file: String, document: Document, metadata: PageMetadata, provenance: Provenance,
        segments: [Segment], keyed: [Segment] = [], hashes: [String]
    ) {
        self.locale = locale
        self.path = path
        self.file = file
        self.document = document
        self.metadata = metadata
        self.provenance = provenance
        self.segments = segments
        self.keyed = keyed
        self.hashes = hashes
    }

    /// The same page, cut differently.
    public func cut(into segments: [Segment]) -> Page {
        Page(
            locale: locale, path: path, file: file, document: document, metadata: metadata, provenance: provenance, segments: segments, keyed: keyed,
            hashes: hashes)
    }
}

/// Where the source's words were found.
public struct SourceOrigin: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable {
        /// The source page itself.
        case file
        /// The source page inside a comment of a translation.
        case comment
        /// The source's span beside a translated segment.
        case sideBySide = "side-by-side"
        /// A segment that a translation left in the source's language.
        case leftUntranslated = "left-untranslated"
        /// A text in the source's script that translations into different languages have at the same place.
        case agreement
    }
    public let method: Method
    /// The locale of the page in which the words stand.
    public let locale: LocaleTag
    public let span: SourceSpan
    /// 1-based line of that page.
    public let line: Int
    public init(method: Method, locale: LocaleTag, span: SourceSpan, line: Int) {
        self.method = method
        self.locale = locale
        self.span = span
        self.line = line
    }
}

/// The source of a page group: the source page, or what was recovered of it.
public struct SourcePage: Sendable {
    public let page: Page
    public let isRecovered: Bool
    /// False where only some segments of the source are known.
    public let isComplete: Bool
    /// One for each segment of `page`.
    public let origins: [SourceOrigin]
    /// The source commit that the recovered words belong to, where the page that holds them says so.
    public let commit: String?
    /// Segments of `page` that the newest source has withdrawn (they stand in a comment there).
    public let withdrawn: Set<Int>

    public init(page: Page, isRecovered: Bool, isComplete: Bool, origins: [SourceOrigin], commit: String?, withdrawn: Set<Int>) {
        self.page = page
        self.isRecovered = isRecovered
        self.isComplete = isComplete
        self.origins = origins
        self.commit = commit
        self.withdrawn = withdrawn
    }
}

/// One page in all its locales: the unit of work.
public struct PageGroup: Sendable {
    public let path: String
    public let source: SourcePage?
    /// Ordered by locale; without the source locale.
    public let translations: [Translation]
    /// Locales of the site that have no such page.
    public let missingLocales: [LocaleTag]
    public let requirements: [RequirementSection]
    /// The facts of `requirements`, side by side in every language.
    public let facts: [FactRow]
    /// The facts of what stands beside the requirements; empty where a source file says what they should be.
    public let passageFacts: [FactRow]

    public init(
        path: String, source: SourcePage?, translations: [Translation], missingLocales: [LocaleTag],
        requirements: [RequirementSection], facts: [FactRow] = [], passageFacts: [FactRow] = []
    ) {
        self.path = path
        self.source = source
        self.translations = translations
        self.missingLocales = missingLocales
        self.requirements = requirements
        self.facts = facts
        self.passageFacts = passageFacts
    }

    public struct Translation: Sendable {
        public let page: Page
        /// Nil where nothing of the source is known.
        public let bitext: Bitext?
        public init(page: Page, bitext: Bitext?) {
            self.page = page
            self.bitext = bitext
        }
    }

    /// The translations in order of their hand-off, oldest first; those without a date last.
    public var byHandOff: [Translation] {
        translations.sorted { a, b in
            (a.page.provenance.handOffDate ?? "9999", a.page.locale.description)
                < (b.page.provenance.handOffDate ?? "9999", b.page.locale.description)
        }
    }
}
