/// A fault of the environment: Hexapla could not run. Faults of the content are findings instead.
public struct HexaplaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, without a full stop: `hexapla.yml:3:5: unknown key 'locale'`.
    public let message: String
    /// What to do about it, as an imperative sentence.
    public let remedy: String?

    public init(_ message: String, remedy: String? = nil) {
        self.message = message
        self.remedy = remedy
    }

    public var description: String { remedy.map { "\(message). \($0)" } ?? message }
}
