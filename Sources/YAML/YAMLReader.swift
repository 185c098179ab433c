import LocalizationModel

/// Reads the YAML document of a span of a file into a tree.
public enum YAMLReader {
    /// How much a document may hold before it is refused.
    public struct Limits: Sendable {
        /// Nested collections.
        public var depth: Int
        /// Nodes, those that aliases repeat included: an alias to an alias to … must not multiply.
        public var nodes: Int

        public init(depth: Int = 64, nodes: Int = 200_000) {
            self.depth = depth
            self.nodes = nodes
        }
    }

    /// What a document holds up to its first error.
    public struct Reading: Sendable {
        /// Nil for an empty document. After an error: the whole pairs or items that were read at the top.
        public let root: YAMLNode?
        public let error: YAMLError?
    }

    /// The root of the document; nil where there is nothing but blanks and comments.
    public static func read(
        _ text: SourceText, span: SourceSpan? = nil, limits: Limits = Limits()
    ) throws(YAMLError) -> YAMLNode? {
        let reading = readSoFar(text, span: span, limits: limits)
        if let error = reading.error { throw error }
        return reading.root
    }

    /// As `read`, keeping what stands before an error. Never fails.
    public static func readSoFar(_ text: SourceText, span: SourceSpan? = nil, limits: Limits = Limits()) -> Reading {
        let lower = min(max(0, span?.lower ?? 0), text.bytes.count)
        let upper = min(max(lower, span?.upper ?? text.bytes.count), text.bytes.count)
        return text.bytes.withUnsafeBufferPointer { whole in
            let bytes = UnsafeBufferPointer(rebasing: whole[lower..<upper])
            var builder = YAMLTreeBuilder(base: lower, limits: limits)
            do throws(YAMLEventFault) {
                try build(&builder, from: bytes)
                return Reading(root: builder.root, error: nil)
            } catch {
                let offset = lower + error.offset
                let end = min(upper, offset + (offset < upper ? whole.scalar(at: offset).length : 0))
                return Reading(
                    root: builder.unfinishedRoot,
                    error: YAMLError(
                        message: error.message, span: SourceSpan(offset, max(offset, end)), position: text.position(at: offset))
                )
            }
        }
    }

    private static func build(
        _ builder: inout YAMLTreeBuilder, from bytes: UnsafeBufferPointer<UInt8>
    ) throws(YAMLEventFault) {
        guard let reader = YAMLEventReader(bytes) else { throw YAMLEventFault(message: "out of memory", offset: 0) }
        while true {
            let event = try reader.next()
            if case .streamEnd = event.kind { return }
            try builder.add(event)
        }
    }
}
