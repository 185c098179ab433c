import LocalizationModel
import MarkdownSource

/// Says what is shown for the images of one page, or of a fragment in it.
struct PageImages: Sendable {
    let resolver: LinkResolver
    /// The page that shows them, below the locale's root.
    let page: String
    let sizes: ImageSizes
    /// Takes down which files the page shows.
    let reads: SiteReadsRecorder
    /// True where the site may show images of other hosts.
    let allowsRemote: Bool

    func shown(_ destination: String) -> ShownImage {
        let address = LinkResolver.Address(destination)
        if let host = RemoteHost.name(of: address.whole) {
            let whole = SitePaths.encodedAddress(address.whole)
            return allowsRemote ? .image(address: whole, size: nil) : .link(address: whole, host: host)
        }
        guard address.scheme == nil, !address.path.isEmpty,
            case .address(let target) = resolver.published(destination, on: page, isFile: true, anchors: { anchor, _, _ in anchor })
        else { return .text }
        switch resolver.place(address, isFile: true) {
        case .file(let path, let locale):
            let (file, size) = sizes.size(path, locale)
            reads.asked(imageFile: file, size: size)
            return .image(address: target, size: size)
        case .page, .nothing: return .text
        // Counted from the root of the host, something else may serve it.
        case .elsewhere: return .image(address: target, size: nil)
        }
    }
}
