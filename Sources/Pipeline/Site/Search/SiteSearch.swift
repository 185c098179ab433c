import FileSystem
import LocaleData
import LocalizationModel
import Reporting
import Search

/// Writes what finds the pages of a locale: a directory, the numbers of the pages, and the terms in buckets.
///
/// `search/<locale>/index.js` is fetched when a reader opens the search, the others when a word asks for them. A bucket is written again where
/// the words in it changed; all are where pages came or went, because pages are known by their numbers.
struct SiteSearch {
    /// The pages of a locale that readers see, in the order of their paths.
    struct Pages {
        struct Page {
            /// Below the locale's folder, percent-encoded.
            let address: String
            let terms: RecordStore.Range
            /// Where the terms of the last build lie; nil where that is not known.
            let before: RecordStore.Range?
        }
        let locale: LocaleTag
        var pages: [Page] = []
        /// Known files of the last build that are still there, by name.
        var known: [String: KnownProject.SiteFile] = [:]

        /// Equal where pages have the same numbers.
        var version: String { Digest.fingerprint(pages.map(\.address).joined(separator: "\n")) }
    }

    let output: OutputFolder
    let records: RecordStore
    let profiles: [LocaleTag: LocaleProfile]

    static func folder(_ locale: LocaleTag) -> String { "search/\(locale.lowercased)" }
    static func directory(_ locale: LocaleTag) -> String { "\(folder(locale))/index.js" }
    private static func bucketFile(_ locale: LocaleTag, _ bucket: Int) -> String { "\(folder(locale))/terms/\(bucket).js" }
    private static func addressFile(_ locale: LocaleTag, _ place: Int) -> String { "\(folder(locale))/addresses/\(place).js" }

    /// True for a file that `write` makes.
    static func isIndex(_ file: String) -> Bool {
        let parts = file.split(separator: "/")
        return parts.first == "search" && (parts.count == 3 && parts[2] == "index.js" || parts.count == 4 && (parts[2] == "terms" || parts[2] == "addresses"))
    }

    /// So many addresses stand in one file.
    private static let addressesPerFile = 64

    func write(_ pages: Pages) throws(HexaplaError) -> [String: KnownProject.SiteFile] {
        let (locale, count) = (pages.locale, SearchIndex.bucketCount(pages: pages.pages.count))
        let profile = profiles[locale] ?? LocaleProfile(locale: locale)
        let directory = directory(pages, profile, buckets: count)
        // The directory has the version: where it is the same, pages have the numbers they had.
        let isSame = try isWritten(directory, Self.directory(locale), pages.known)
        let changed = isSame ? changedBuckets(pages, of: count) : nil
        if changed?.isEmpty == true { return pages.known }
        var files = changed == nil ? [:] : pages.known
        func write(_ bytes: [UInt8], _ file: String) throws(HexaplaError) { files[file] = .init(stamp: try output.write(bytes, to: file), source: nil) }
        let index = SearchIndex(pages.pages.map { records.bytes($0.terms) ?? [] }, of: count, wanted: changed, compounds: Self.compounds(profile))
        for (bucket, lines) in index.buckets.sorted(by: { $0.key < $1.key }) {
            try write(Self.call("terms", "\(pages.version)/\(bucket)", Self.quoted(lines)), Self.bucketFile(locale, bucket))
        }
        guard changed == nil else { return files }
        for start in stride(from: 0, to: pages.pages.count, by: Self.addressesPerFile) {
            let addresses = pages.pages[start..<min(start + Self.addressesPerFile, pages.pages.count)].map(\.address).joined(separator: "\n")
            let place = start / Self.addressesPerFile
            try write(Self.call("addresses", "\(pages.version)/\(place)", Self.quoted(Array(addresses.utf8))), Self.addressFile(locale, place))
        }
        try write(directory, Self.directory(locale))
        return files
    }

    private func isWritten(_ bytes: [UInt8], _ file: String, _ known: [String: KnownProject.SiteFile]) throws(HexaplaError) -> Bool {
        known[file] != nil && output.holds(bytes, in: file)
    }

    /// Nil where what was there before is not known.
    private func changedBuckets(_ pages: Pages, of count: Int) -> Set<Int>? {
        var changed: Set<Int> = []
        for page in pages.pages {
            guard let before = page.before else { return nil }
            if before.digest == page.terms.digest { continue }
            guard let old = records.bytes(before), let new = records.bytes(page.terms) else { return nil }
            changed.formUnion(SearchRecord.changedBuckets(old, new, of: count))
        }
        // Parts of words are divided by the words of the whole site.
        return changed.isEmpty || profiles[pages.locale]?.inflection.links == nil ? changed : Set(0..<count)
    }

    private static func compounds(_ profile: LocaleProfile) -> CompoundWords? {
        profile.inflection.links.map { CompoundWords(links: $0.map(folded), endings: profile.inflection.endings.map(folded)) }
    }

    /// What the forms of a word end with, folded.
    private static func endings(_ profile: LocaleProfile) -> [String] {
        Set((profile.inflection.endings + profile.inflection.verbEndings).map { String(decoding: folded($0), as: UTF8.self) }).sorted()
    }

    private static func folded(_ text: String) -> [UInt8] {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.flatMap { LetterFolding.folded($0.value).compactMap(Unicode.Scalar.init) })
        return Array(String(result).utf8)
    }

    /// What the client has to know before anything else.
    private func directory(_ pages: Pages, _ profile: LocaleProfile, buckets: Int) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("version", pages.version)
            writer.member("pages", pages.pages.count)
            writer.member("buckets", buckets)
            writer.member("addresses", Self.addressesPerFile)
            writer.member("endings", Self.endings(profile))
        }
        return Self.call("directory", "", writer.bytes)
    }

    // MARK: Scripts

    static func call(_ function: String, _ key: String, _ value: [UInt8]) -> [UInt8] {
        Array("hexaplaSearch.\(function)(".utf8) + quoted(Array(key.utf8)) + Array(", ".utf8) + value + Array(");\n".utf8)
    }

    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.string(String(decoding: bytes, as: UTF8.self))
        return writer.bytes
    }
}
