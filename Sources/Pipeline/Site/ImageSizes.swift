import Images
import LocalizationModel
import Synchronization

/// How large the images of the site are, each read when the first page shows it.
final class ImageSizes: Sendable {
    private let tree: ContentTree
    /// By file, as many as the content has; nil inside for one whose size is not known.
    private let known = Mutex<[String: ImageSize?]>([:])

    init(_ tree: ContentTree) { self.tree = tree }

    /// The file of the site that a locale shows at a path, and its size.
    func size(_ path: String, _ locale: LocaleTag) -> (file: String, size: ImageSize?) {
        let file = SiteFiles.place(path, locale)
        guard let source = (tree.assets[path].flatMap { $0[locale] ?? $0[tree.sourceLocale] })?.file else { return (file, nil) }
        if let size = known.withLock({ $0[source] }) { return (file, size) }
        // Two threads may read the same one; it is the same.
        let size = ImageFile.size(source)
        known.withLock { $0[source] = .some(size) }
        return (file, size)
    }
}
