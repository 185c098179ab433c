import FileSystem
import LocalizationModel
import MarkdownSource
import Synchronization

/// The anchors of the site's pages, each read when the first link asks for it.
final class SiteAnchors: Sendable {
    /// Of a page in all its locales.
    struct Names: Sendable {
        let byLocale: [LocaleTag: AnchorNames]
        /// Equal where every locale offers the same.
        let digest: UInt64

        init(_ byLocale: [LocaleTag: AnchorNames]) {
            self.byLocale = byLocale
            var writer = ByteWriter()
            for (locale, names) in byLocale.sorted(by: { $0.key < $1.key }) {
                writer.text(locale.description)
                writer.word(names.digest)
            }
            digest = Digest.fast(writer.bytes)
        }
    }

    /// Ids that the templates of a page use.
    let taken: PageIDs
    private let known = Mutex<[String: Names]>([:])

    init(taken: PageIDs = PageIDs()) { self.taken = taken }

    /// Two threads may read the same page; what they read is the same. A file that cannot be read offers nothing.
    func names(_ group: ContentTree.Group) -> Names {
        if let names = known.withLock({ $0[group.path] }) { return names }
        let names = Names(
            Dictionary(
                group.files.map { ($0.locale, AnchorNames((try? FileSystem.read($0.file)) ?? [], taken: taken)) }, uniquingKeysWith: { first, _ in first }))
        known.withLock { $0[group.path] = names }
        return names
    }
}
