import LocalizationModel

/// What the files that list pages for other programs (sitemap, feed, llms.txt) know of a page that a locale has itself; its title is in the
/// `SiteOutline`.
struct PageListing: Hashable, Sendable {
    let locale: LocaleTag
    /// Plain text.
    let description: String?
    /// ISO 8601: the day of the last change.
    let updated: String?
    /// False where the page's front matter keeps it out of search engines.
    let isIndexed: Bool
}

/// The listings of a page group, as bytes: a build without news reads and writes them for every group and looks into none.
struct GroupListing: Hashable, Sendable {
    let bytes: [UInt8]

    static let none = GroupListing([])

    init(_ pages: [PageListing]) {
        guard !pages.isEmpty else {
            bytes = []
            return
        }
        var writer = ByteWriter()
        writer.list(pages) { writer, page in
            writer.text(page.locale.description)
            writer.optional(page.description) { $0.text($1) }
            writer.optional(page.updated) { $0.text($1) }
            writer.flag(page.isIndexed)
        }
        bytes = writer.bytes
    }

    /// None where the bytes are not those of a listing.
    var pages: [PageListing] {
        guard !bytes.isEmpty else { return [] }
        var reader = ByteReader(bytes)
        let pages = try? reader.list { (reader) throws(ByteReader.Broken) in
            PageListing(
                locale: try reader.locale(), description: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() },
                updated: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() }, isIndexed: try reader.flag())
        }
        return pages ?? []
    }

    // MARK: Bytes

    func write(_ writer: inout ByteWriter) { writer.counted(bytes) }

    init(_ reader: inout ByteReader) throws(ByteReader.Broken) { bytes = try reader.counted() }
}
