/// The source as it stood when the translation was made, beside the source of today.
public struct SourceRevision: Sendable {
    public enum Change: Hashable, Sendable {
        case unchanged
        /// Only markup, white space, case, punctuation, the cut into sentences or one letter of a word differ.
        case trivial
        /// Only a link's destination differs.
        case link
        /// The words or numbers changed; holds the old text.
        case changed(old: String)
        /// The same words stood elsewhere on the page.
        case moved
        case added
    }

    /// A removed segment whose translation still stands.
    public struct Standing: Sendable {
        /// Ascending indices into the translation's segments.
        public let target: [Int]
        /// The segment of the old source that they translate.
        public let old: Segment

        public init(target: [Int], old: Segment) {
            self.target = target
            self.old = old
        }
    }

    /// One for each segment of today's source.
    public let changes: [Change]
    /// For each segment of today's source what became of its words; empty where they are the same or all new.
    public let edits: [[WordEdit]]
    /// Segments of the old source that today's has no more.
    public let removed: [Segment]
    /// What the translation still holds of `removed`, in its order; empty until a translation is aligned.
    public let standing: [Standing]
    /// Changed segments of today's source whose translation says already what they say now, by its numbers, codes and links.
    public let ahead: Set<Int>

    public init(changes: [Change], edits: [[WordEdit]]? = nil, removed: [Segment], standing: [Standing] = [], ahead: Set<Int> = []) {
        self.changes = changes
        self.edits = edits ?? Array(repeating: [], count: changes.count)
        self.removed = removed
        self.standing = standing
        self.ahead = ahead
    }
}

/// One place where two versions of a text differ: words that went and words that came, as a reader sees them.
public struct WordEdit: Hashable, Sendable {
    /// Empty where words were only added.
    public let removed: String
    /// Empty where words were only removed.
    public let added: String

    public init(removed: String, added: String) {
        self.removed = removed
        self.added = added
    }
}
