/// The requirements of one section of a page, the same tree for every language.
public struct RequirementSection: Sendable {
    /// The stable anchor of the section's heading, as in `silver`; empty before the first heading.
    public let anchor: String
    /// The anchors of the enclosing sections, outermost first.
    public let path: [String]
    /// The level that the heading names, as in `silver`: the part of the vocabulary's role after `level_`.
    public var level: String?
    /// The heading in each language.
    public var headings: [RequirementNode.Wording]
    /// All of them must hold.
    public var requirements: [RequirementNode]
    /// The lists that `requirements` were read from, language by language, in the order of each page.
    public var extents: [RequirementExtent]

    public init(
        anchor: String, path: [String], level: String? = nil, headings: [RequirementNode.Wording] = [], requirements: [RequirementNode],
        extents: [RequirementExtent] = []
    ) {
        self.anchor = anchor
        self.path = path
        self.level = level
        self.headings = headings
        self.requirements = requirements
        self.extents = extents
    }

    /// The anchor of the option that a level belongs to: the nearest enclosing section; nil where the heading names no level.
    public var option: String? { level == nil ? nil : path.last }

    /// Path and anchor, as in `reseller-option/gold`: what tells sections of a page apart.
    public var address: String { (path + [anchor]).joined(separator: "/") }
}
