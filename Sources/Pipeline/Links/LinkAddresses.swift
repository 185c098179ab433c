import LocalizationModel
import MarkdownSource

extension LinkResolver {
    /// The id on a page of a locale that an anchor means, percent-decoded; nil where the page offers none.
    typealias AnchorSearch = (_ anchor: String, _ path: String, LocaleTag) -> String?

    /// The destination as it stands in the site.
    ///
    /// - Parameters:
    ///   - page: the page on which it stands, below the locale's root; not the fragment in it.
    ///   - isFile: true for an image.
    func published(_ destination: String, on page: String, isFile: Bool = false, anchors: AnchorSearch) -> PublishedLink {
        let address = Address(destination)
        if let scheme = address.scheme { return LinkAddress.isPublished(scheme) ? .address(SitePaths.encodedAddress(address.whole)) : .removed }
        let folder = SitePaths.folder(page)
        guard !address.path.isEmpty else { return isFile ? .missing : own(address, page, anchors) }
        switch place(address, isFile: isFile) {
        case .page(let path, let other):
            return .address(way(SitePaths.html(path), in: other, folder) + rest(address) { anchors($0, path, other) })
        case .file(let path, let other):
            // Fragments are parts of pages, and none themselves.
            return inventory.kind(path, in: other) == .fragment
                ? .missing : .address(way(SitePaths.withoutControls(path), in: other, folder) + rest(address) { $0 })
        case .nothing: return .missing
        // Roots and other hosts are those of other sites; what is relative would have to be here.
        case .elsewhere: return address.path.utf8.first == UInt8(ascii: "/") ? .address(SitePaths.encodedAddress(address.whole)) : .missing
        }
    }

    /// A place of the page itself.
    private func own(_ address: Address, _ page: String, _ anchors: AnchorSearch) -> PublishedLink {
        guard let anchor = address.anchor else { return address.whole.isEmpty ? .missing : .address(SitePaths.encodedAddress(address.whole)) }
        if Self.isTop(anchor) { return .address(SitePaths.encodedAddress(address.whole)) }
        return anchors(anchor, page, locale).map { .address(address.query + "#" + SitePaths.encoded($0)) } ?? .missing
    }

    /// Every page has a top (HTML Living Standard, section 7.4.6.4).
    private static func isTop(_ anchor: String) -> Bool { anchor.isEmpty || anchor == "top" }

    private func way(_ target: String, in other: LocaleTag, _ folder: String) -> String {
        let way = SitePaths.relative(from: folder, to: other == locale ? target : "")
        return SitePaths.encoded(way + (other == locale ? "" : "../\(other.lowercased)/\(target)"))
    }

    /// Query and fragment; a fragment that leads nowhere is left out.
    private func rest(_ address: Address, _ anchors: (String) -> String?) -> String {
        guard let anchor = address.anchor else { return address.query }
        if Self.isTop(anchor) { return address.query }
        return address.query + (anchors(anchor).map { "#" + SitePaths.encoded($0) } ?? "")
    }
}

extension String {
    var trimmingWhitespace: String {
        guard utf8.first?.isWhitespace ?? false || utf8.last?.isWhitespace ?? false else { return self }
        return String(decoding: Array(utf8).trimmed(), as: UTF8.self)
    }
}
