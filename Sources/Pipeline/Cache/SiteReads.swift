import LocalizationModel
import Synchronization

/// What the pages of a group took from fragments and images while they were rendered. Where those hold something else they have to be
/// rendered again.
struct SiteReads: Sendable {
    /// By the digest of a fragment's path and the locale of the page: which text was included.
    private(set) var fragments: [UInt64: UInt64] = [:]
    /// By the digest of an image's place in the site: its size.
    private(set) var images: [UInt64: UInt64] = [:]

    init() {}

    fileprivate mutating func asked(fragment path: String, for locale: LocaleTag, text: UInt64) { fragments[Self.key(path, locale)] = text }

    fileprivate mutating func asked(image: UInt64, size: UInt64) { images[image] = size }

    /// What a page that shows an image depends on: its size, 0 where nobody knows it.
    static func number(_ size: ImageSize?) -> UInt64 { size.map { UInt64($0.width) << 32 | UInt64($0.height) } ?? 0 }

    /// What a page of a locale calls a fragment by.
    static func key(_ path: String, _ locale: LocaleTag) -> UInt64 { Digest.fast("\(locale)/\(path)") }

    /// What a page that includes a fragment depends on: its bytes and the language they are in; 0 where there is none.
    static func text(_ found: LocaleTag?, _ digest: UInt64?) -> UInt64 {
        guard let found, let digest else { return 0 }
        return digest ^ Digest.fast(found.description)
    }

    // MARK: Bytes

    func write(_ writer: inout ByteWriter) {
        writer.list(fragments.sorted { $0.key < $1.key }) { writer, fragment in
            writer.word(fragment.key)
            writer.word(fragment.value)
        }
        writer.list(images.sorted { $0.key < $1.key }) { writer, image in
            writer.word(image.key)
            writer.word(image.value)
        }
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Broken) {
        for (key, value) in try reader.list({ (reader) throws(ByteReader.Broken) in (try reader.word(), try reader.word()) }) { fragments[key] = value }
        for (key, value) in try reader.list({ (reader) throws(ByteReader.Broken) in (try reader.word(), try reader.word()) }) { images[key] = value }
    }
}

/// Takes down which fragments the pages of one group include, and which images they show.
final class SiteReadsRecorder: Sendable {
    private let recorded = Mutex(SiteReads())

    var reads: SiteReads { recorded.withLock { $0 } }

    /// - Parameter file: its place in the site.
    func asked(imageFile file: String, size: ImageSize?) { recorded.withLock { $0.asked(image: Digest.fast(file), size: SiteReads.number(size)) } }

    func asked(fragment path: String, for locale: LocaleTag, found: LocaleTag?, bytes: [UInt8]?) {
        let text = SiteReads.text(found, bytes.map(Digest.fast))
        recorded.withLock { $0.asked(fragment: path, for: locale, text: text) }
    }
}
