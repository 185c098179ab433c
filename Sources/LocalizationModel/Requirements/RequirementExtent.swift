/// Where a list of requirements stands in one language's page, and what of it the tree does not hold.
public struct RequirementExtent: Sendable {
    /// A part of the list that is no requirement: it is shown as written.
    public struct Unread: Hashable, Sendable {
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            case code, table, html, heading
            /// Lists nested deeper than the reader goes.
            case depth
            case other
        }
        public let reason: Reason
        public let span: SourceSpan
        public init(reason: Reason, span: SourceSpan) {
            self.reason = reason
            self.span = span
        }
    }

    public let locale: LocaleTag
    /// Whole blocks: the list, what joins lists (`or`), and the paragraph that is its label.
    public let span: SourceSpan
    /// In the order of the page; empty where the tree holds the whole list.
    public let unread: [Unread]

    public init(locale: LocaleTag, span: SourceSpan, unread: [Unread] = []) {
        self.locale = locale
        self.span = span
        self.unread = unread
    }
}
