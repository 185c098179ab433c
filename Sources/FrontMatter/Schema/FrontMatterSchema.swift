import LocalizationModel

/// What the front matter of a project's pages has to be: a subset of JSON Schema 2020-12, see docs/front-matter.md.
public struct FrontMatterSchema: Sendable {
    let root: Node
    /// What the languages have to agree on, or to differ in.
    public let localization: MetadataDemands

    /// What a value has to be.
    final class Node: Sendable {
        /// JSON's types; empty for any.
        let types: [String]
        /// The values that it may have; nil for any.
        let values: [String]?
        let pattern: (text: String, matches: LinearPattern)?
        let format: Format?
        let length: Bounds
        let size: Bounds
        let items: Node?
        let count: Bounds
        let areItemsUnique: Bool
        let properties: [String: Node]
        let required: [String]
        /// Keys that `properties` does not name.
        let others: Others

        init(
            types: [String], values: [String]?, pattern: (String, LinearPattern)?, format: Format?, length: Bounds, size: Bounds, items: Node?,
            count: Bounds, areItemsUnique: Bool, properties: [String: Node], required: [String], others: Others
        ) {
            self.types = types
            self.values = values
            self.pattern = pattern
            self.format = format
            self.length = length
            self.size = size
            self.items = items
            self.count = count
            self.areItemsUnique = areItemsUnique
            self.properties = properties
            self.required = required
            self.others = others
        }
    }

    enum Others: Sendable {
        case allowed, refused
        case all(Node)
    }

    struct Bounds: Sendable {
        var least: Double?
        var most: Double?

        func contains(_ value: Double) -> Bool { value >= least ?? -.infinity && value <= most ?? .infinity }
    }

    enum Format: String, CaseIterable, Sendable {
        /// RFC 3339, full-date.
        case date
        /// RFC 3339.
        case dateTime = "date-time"
        /// With a scheme (RFC 3986).
        case uri
    }
}
