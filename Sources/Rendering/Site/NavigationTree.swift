/// The pages of a locale as a tree, in reading order.
public struct NavigationTree: Sendable {
    public struct Node: Sendable {
        public let title: String
        /// The page's address below the locale's root, percent-encoded: `competencies/gold.html`. Nil for a
        /// heading that is no page; an address with a scheme is left as it is.
        public let path: String?
        /// Of the title, where it is not the navigation's.
        public let language: TextLanguage?
        public let children: [Node]
        public init(title: String, path: String?, language: TextLanguage? = nil, children: [Node] = []) {
            self.title = title
            self.path = path
            self.language = language
            self.children = children
        }
    }

    public let nodes: [Node]
    public init(_ nodes: [Node]) { self.nodes = nodes }
}
