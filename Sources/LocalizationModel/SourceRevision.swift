/// The source as it stood when the translation was made, beside the source of today.
public struct SourceRevision: Sendable {
    public enum Change: Hashable, Sendable {
        case unchanged
        /// Only markup, white space, case, punctuation or one letter of a word differ.
        case trivial
        /// Only a link's destination differs.
        case link
        /// The words or numbers changed; holds the old text.
        case changed(old: String)
        case added
    }

    /// One for each segment of today's source.
    public let changes: [Change]
    /// Segments of the old source that today's has no more.
    public let removed: [Segment]

    public init(changes: [Change], removed: [Segment]) {
        self.changes = changes
        self.removed = removed
    }
}
