/// Keys of the front matter that a project wants to be the same in all languages, or to be translated.
public struct MetadataDemands: Sendable {
    /// In the order of the schema; parts of nested keys are divided by a full stop.
    public var same: [String] = []
    public var translated: [String] = []

    public init() {}
}
