import LocalizationModel

/// Why a YAML document cannot be read, and where.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, without a full stop.
    public let message: String
    /// The character at fault, in bytes of the file; empty at the end of the document.
    public let span: SourceSpan
    /// Line and column in the file, both from 1.
    public let position: TextPosition

    public init(message: String, span: SourceSpan, position: TextPosition) {
        self.message = message
        self.span = span
        self.position = position
    }

    public var description: String { "\(position.line):\(position.column): \(message)" }
}
