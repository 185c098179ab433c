/// A place of a page that names another file or place: a link, an image, an inclusion.
public struct ContentLink: Sendable {
    public enum Kind: String, Hashable, Sendable {
        case link, image
        /// `[!INCLUDE …]`.
        case inclusion
    }

    public let kind: Kind
    /// The address: escapes of Markdown resolved, percent-encoded as written. Of a reference that of its definition.
    public let destination: String
    /// The block it stands in.
    public let block: Int
    public let span: SourceSpan

    public init(kind: Kind, destination: String, block: Int, span: SourceSpan) {
        self.kind = kind
        self.destination = destination
        self.block = block
        self.span = span
    }
}
