import FileSystem
import LocalizationModel

/// What one run leaves for the next: the state of everything that was read, and what followed from it.
///
/// Digests are XXH3: they tell a change, and are no proof against one who forges them. The folder it lies in must be trusted, like the
/// program itself.
struct KnownProject: Sendable {
    /// A file of the content.
    struct File: Sendable {
        let locale: LocaleTag
        let stamp: FileStamp
        let digest: UInt64
        /// For navigation; empty for a fragment, nil where nobody asked.
        let title: String?
    }

    /// A page in all its languages.
    struct Group: Sendable {
        let path: String
        let files: [File]
        /// Of the sources that its translations follow; 0 where no history was asked.
        let history: UInt64
        /// Where its findings lie.
        let findings: RecordStore.Range
        let summary: GroupSummary
        /// What its pages asked of the rest of the site.
        let links: LinkReads
        /// Nil where its pages were not written, or are those of older findings.
        var site: SiteRecord?

        /// Where its findings lie, and then the terms of its pages.
        var records: [RecordStore.Range] { [findings] + (site?.terms ?? []) }

        /// The same with the stamps that its files have now.
        func with(files: [File], history: UInt64) -> Group {
            Group(path: path, files: files, history: history, findings: findings, summary: summary, links: links, site: site)
        }

        /// The same with its records in other places.
        func with(findings: RecordStore.Range, terms: [RecordStore.Range]) -> Group {
            var site = site
            site?.terms = terms
            return Group(path: path, files: files, history: history, findings: findings, summary: summary, links: links, site: site)
        }
    }

    /// What the pages of a group took from the rest of the site, and the files that were written.
    struct SiteRecord: Sendable {
        /// Of titles and navigation round the page.
        let place: UInt64
        var reads = SiteReads()
        /// Of what the baseline holds of the page: `SiteBaseline.digest(of:)`.
        var baseline: UInt64 = 0
        /// Nil where the report was written without a baseline.
        var changes: SiteBaseline.Changes?
        /// Of the days on which its files were changed: `SourceHistory.datesDigest(of:)`.
        var dates: UInt64 = 0
        /// What is told of its pages to other programs.
        var listing = GroupListing.none
        /// Pages of the readers' site among `outputs`.
        var pages = 0
        /// In the order of `SitePlan.files(of:)`; nil for one that was not made.
        var outputs: [FileStamp?] = []
        /// Where the terms of the pages among them lie, in the same order.
        var terms: [RecordStore.Range] = []

        /// Which of the files there may be were made.
        var made: [Bool] { outputs.map { $0 != nil } }
    }

    var environment = Environment.none
    /// The commit whose history was asked, empty for none.
    var history = ""
    var locales: [LocaleTag] = []
    var groups: [Group] = []
    /// Of the pages and files there were: `SiteInventory.digest`.
    var inventory: UInt64 = 0
    /// Of the bytes of the `ConsensusTable`; 0 where there is none.
    var consensus: UInt64 = 0
    /// Where the site was written.
    var output = ""
    /// Of the pages and titles that the site was written with.
    var outline: UInt64 = 0
    /// Of the baseline that the report was written beside.
    var baseline: UInt64 = 0
    /// The commit whose history told the days of the site's pages, empty for none.
    var dated = ""
    /// Of the redirects that the site was written with.
    var redirects: UInt64 = 0
    /// Files of the site that belong to no group.
    var siteFiles: [String: SiteFile] = [:]
    /// Bytes of `RecordStore` in use.
    var storeEnd = 0
    var storeGeneration = 0

    /// A file of the site with what it was copied from.
    struct SiteFile: Sendable {
        let stamp: FileStamp
        /// Nil for one that was made.
        let source: FileStamp?
    }

    // MARK: Bytes

    private static let format = 5

    func bytes() -> [UInt8] {
        var writer = ByteWriter()
        let summaries = SummaryCoding(locales: locales)
        writer.number(Self.format)
        writer.word(environment.digest)
        writer.list(environment.files) { writer, file in
            writer.text(file.path)
            Self.write(file.stamp, &writer)
            writer.word(file.digest)
        }
        writer.text(history)
        writer.list(locales) { $0.text($1.description) }
        let places = Dictionary(locales.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        writer.list(groups) { writer, group in
            writer.text(group.path)
            writer.list(group.files) { writer, file in
                writer.number(places[file.locale] ?? 0)
                Self.write(file.stamp, &writer)
                writer.word(file.digest)
                writer.optional(file.title) { $0.text($1) }
            }
            writer.word(group.history)
            Self.write(group.findings, &writer)
            summaries.write(group.summary, &writer)
            group.links.write(&writer)
            writer.optional(group.site) { writer, site in
                writer.word(site.place)
                site.reads.write(&writer)
                writer.word(site.baseline)
                writer.optional(site.changes) { ChangesCoding.write($1, &$0) }
                writer.word(site.dates)
                site.listing.write(&writer)
                writer.number(site.pages)
                writer.list(site.outputs) { writer, stamp in writer.optional(stamp) { Self.write($1, &$0) } }
                writer.list(site.terms) { Self.write($1, &$0) }
            }
        }
        writer.word(inventory)
        writer.word(consensus)
        writer.text(output)
        writer.word(outline)
        writer.word(baseline)
        writer.text(dated)
        writer.word(redirects)
        writer.list(siteFiles.sorted { $0.key < $1.key }) { writer, file in
            writer.text(file.key)
            Self.write(file.value.stamp, &writer)
            writer.optional(file.value.source) { Self.write($1, &$0) }
        }
        writer.number(storeEnd)
        writer.number(storeGeneration)
        return writer.sealed()
    }

    init() {}

    /// Throws for anything but what `bytes` of this version made.
    init(_ bytes: [UInt8]) throws(ByteReader.Broken) {
        var reader = try ByteReader(sealed: bytes)
        guard try reader.number() == Self.format else { throw ByteReader.Broken() }
        let digest = try reader.word()
        environment = Environment(
            digest: digest,
            files: try reader.list { (reader) throws(ByteReader.Broken) in
                Environment.File(path: try reader.text(), stamp: try Self.stamp(&reader), digest: try reader.word())
            })
        history = try reader.text()
        let locales = try reader.list { (reader) throws(ByteReader.Broken) in try reader.locale() }
        self.locales = locales
        let summaries = SummaryCoding(locales: locales)
        groups = try reader.list { (reader) throws(ByteReader.Broken) in
            let path = try reader.text()
            let files = try reader.list { (reader) throws(ByteReader.Broken) in
                let place = try reader.number()
                guard locales.indices.contains(place) else { throw ByteReader.Broken() }
                return File(
                    locale: locales[place], stamp: try Self.stamp(&reader), digest: try reader.word(),
                    title: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() })
            }
            let history = try reader.word()
            let findings = try Self.range(&reader)
            return Group(
                path: path, files: files, history: history, findings: findings, summary: try summaries.summary(path: path, &reader),
                links: try LinkReads(&reader),
                site: try reader.optional { (reader) throws(ByteReader.Broken) in
                    SiteRecord(
                        place: try reader.word(), reads: try SiteReads(&reader), baseline: try reader.word(),
                        changes: try reader.optional(ChangesCoding.changes), dates: try reader.word(), listing: try GroupListing(&reader),
                        pages: try reader.number(),
                        outputs: try reader.list { (reader) throws(ByteReader.Broken) in try reader.optional(Self.stamp) },
                        terms: try reader.list(Self.range))
                })
        }
        inventory = try reader.word()
        consensus = try reader.word()
        output = try reader.text()
        outline = try reader.word()
        baseline = try reader.word()
        dated = try reader.text()
        redirects = try reader.word()
        for (file, known) in try reader.list({ (reader) throws(ByteReader.Broken) in
            (try reader.text(), SiteFile(stamp: try Self.stamp(&reader), source: try reader.optional(Self.stamp)))
        }) {
            siteFiles[file] = known
        }
        storeEnd = try reader.number()
        storeGeneration = try reader.number()
    }

    private static func write(_ stamp: FileStamp, _ writer: inout ByteWriter) {
        writer.number(Int(stamp.size))
        writer.word(UInt64(bitPattern: stamp.modified))
    }

    private static func write(_ range: RecordStore.Range, _ writer: inout ByteWriter) {
        writer.number(range.start)
        writer.number(range.count)
        writer.word(range.digest)
    }

    private static func range(_ reader: inout ByteReader) throws(ByteReader.Broken) -> RecordStore.Range {
        RecordStore.Range(start: try reader.number(), count: try reader.number(), digest: try reader.word())
    }

    private static func stamp(_ reader: inout ByteReader) throws(ByteReader.Broken) -> FileStamp {
        FileStamp(size: Int64(try reader.number()), modified: Int64(bitPattern: try reader.word()))
    }
}
