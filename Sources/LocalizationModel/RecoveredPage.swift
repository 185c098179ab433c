/// A source page rebuilt from its translations, read again: what is known of it, and from where.
public struct RecoveredPage: Sendable {
    public struct Segment: Sendable {
        public let kind: LocalizationModel.Segment.Kind
        public let text: String
        /// 1-based line of the recovered Markdown.
        public let line: Int
        /// Where its words were found, in their order.
        public let origins: [SourceOrigin]
        /// True where the newest source has withdrawn it: it stands in a comment there.
        public let isRetired: Bool

        public init(kind: LocalizationModel.Segment.Kind, text: String, line: Int, origins: [SourceOrigin], isRetired: Bool) {
            self.kind = kind
            self.text = text
            self.line = line
            self.origins = origins
            self.isRetired = isRetired
        }
    }

    /// The source's commit, where a translation names it.
    public let commit: String?
    /// The newest hand-off of the translations of this source, ISO 8601.
    public let handOffDate: String?
    /// The page that gave the recovered one its structure.
    public let locale: LocaleTag
    /// The locales whose pages follow this source, sorted.
    public let locales: [LocaleTag]
    public let markdown: [UInt8]
    public let segments: [Segment]
    /// Lines of the page of `locale` on which segments stand whose source is not known; ascending.
    public let gaps: [Int]

    public init(
        commit: String?, handOffDate: String?, locale: LocaleTag, locales: [LocaleTag], markdown: [UInt8], segments: [Segment], gaps: [Int]
    ) {
        self.commit = commit
        self.handOffDate = handOffDate
        self.locale = locale
        self.locales = locales
        self.markdown = markdown
        self.segments = segments
        self.gaps = gaps
    }

    /// Recovered segments and gaps together.
    public var total: Int { segments.count + gaps.count }

    /// Rounded down: 100 only where all is recovered.
    public var percent: Int { total == 0 ? 0 : segments.count * 100 / total }

    /// Recovered segments by method and locale of their first words, the most first.
    public var shares: [(method: SourceOrigin.Method, locale: LocaleTag, segments: Int)] {
        struct Key: Hashable {
            let method: SourceOrigin.Method
            let locale: LocaleTag
        }
        var counts: [Key: Int] = [:]
        for origin in segments.compactMap(\.origins.first) { counts[Key(method: origin.method, locale: origin.locale), default: 0] += 1 }
        return counts.map { (method: $0.key.method, locale: $0.key.locale, segments: $0.value) }.sorted { a, b in
            (-a.segments, a.method.rawValue, a.locale.description) < (-b.segments, b.method.rawValue, b.locale.description)
        }
    }
}
