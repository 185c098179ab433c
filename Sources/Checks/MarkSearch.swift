import LocalizationModel

/// Finds the very words of segments that a finding is about.
struct MarkSearch {
    /// What to look for, as the facts of a segment name it.
    enum Sought: Hashable {
        /// Words or a number, as written.
        case text(String)
        /// Words outside code spans.
        case term(String)
        /// A link, by its destination.
        case link(String)
        /// A code span, or an identifier in running text.
        case code(String)
        case emphasis(String)
        /// What stands at a place of the file.
        case span(SourceSpan)
    }

    private let document: Document

    /// So many marks show what is meant; a page that is one line may have thousands.
    private static let most = 8
    /// So many places of one word are looked at.
    private static let mostPlaces = 64

    init(_ document: Document) { self.document = document }

    /// The places in the order of the text; each thing sought takes the first one that is still free, or none.
    func marks(_ sought: [Sought], in segments: [Segment]) -> [Finding.Mark] {
        guard !sought.isEmpty else { return [] }
        let scopes = segments.compactMap { scope($0) }
        var taken: [SourceSpan] = []
        for item in sought.prefix(Self.most) {
            if case .span(let span) = item {
                taken.append(span)
                continue
            }
            let spans = scopes.lazy.flatMap { scope in Self.ranges(item, scope).map { scope.leaf.fileSpan($0) } }
            if let span = spans.first(where: { span in !taken.contains { $0.overlaps(span) } }) { taken.append(span) }
        }
        return taken.sorted { $0.lower < $1.lower }.map(mark)
    }

    func mark(_ span: SourceSpan) -> Finding.Mark {
        let start = document.text.position(at: span.lower)
        let text = document.text.string(span).split(whereSeparator: \.isNewline).joined(separator: " ")
        return Finding.Mark(line: start.line, column: start.column, byteColumn: document.text.byteColumn(at: span.lower), text: text)
    }

    // MARK: Inside a segment

    private struct Scope {
        let leaf: LeafText
        let range: Range<Int>
        let inlines: [Inline]
    }

    private func scope(_ segment: Segment) -> Scope? {
        guard document.blocks.indices.contains(segment.block), let leaf = document.blocks[segment.block].leaf, let range = leaf.range(of: segment.span) else {
            return nil
        }
        return Scope(leaf: leaf, range: range, inlines: leaf.inlines.filter { range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound })
    }

    private static func ranges(_ sought: Sought, _ scope: Scope) -> [Range<Int>] {
        switch sought {
        case .span: return []
        case .text(let text): return occurrences(text, scope)
        case .term(let text):
            let code = scope.inlines.filter { $0.kind == .code }.map(\.range)
            return occurrences(text, scope).filter { range in !code.contains { $0.overlaps(range) } }
        case .link(let destination): return links(destination, scope)
        case .code(let text):
            return contents(text, scope) { $0 == .code } + occurrences(text, scope)
        case .emphasis(let text):
            return contents(text, scope) { $0 == .strong || $0 == .emphasis }
        }
    }

    private static func contents(_ text: String, _ scope: Scope, where isKind: (Inline.Kind) -> Bool) -> [Range<Int>] {
        scope.inlines.filter { isKind($0.kind) && scope.leaf.bytes[$0.content].elementsEqual(text.utf8) }.map(\.content)
    }

    /// The destination itself where it is written out, else the whole link.
    private static func links(_ destination: String, _ scope: Scope) -> [Range<Int>] {
        scope.inlines.compactMap { inline in
            switch inline.kind {
            case .link(destination, _), .image(destination):
                let tail = max(inline.content.upperBound, inline.range.lowerBound)..<inline.range.upperBound
                return scope.leaf.bytes[tail].firstRange(ofBytes: Array(destination.utf8)) ?? inline.range
            case .autolink(destination): return inline.range
            default: return nil
            }
        }
    }

    private static func places(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var (places, rest) = ([Range<Int>](), bytes)
        while places.count < mostPlaces, let next = rest.firstRange(ofBytes: needle) {
            places.append(next)
            rest = rest[next.upperBound...]
        }
        return places
    }

    /// Where the text stands on its own: `5` neither in `15` nor in `1.5`. What stands in addresses and tags is no text.
    private static func occurrences(_ text: String, _ scope: Scope) -> [Range<Int>] {
        let (bytes, needle) = (scope.leaf.bytes, Array(text.utf8))
        guard let first = needle.first, let last = needle.last, needle.count <= scope.range.count else { return [] }
        let hidden = scope.inlines.compactMap { inline -> Range<Int>? in
            switch inline.kind {
            case .link, .image: max(inline.content.upperBound, inline.range.lowerBound)..<inline.range.upperBound
            case .html, .directive: inline.range
            default: nil
            }
        }
        func continues(_ inner: UInt8, _ step: Int, from edge: Int) -> Bool {
            guard scope.range.contains(edge), inner.isASCIIDigit || inner.isASCIILetter else { return false }
            let next = bytes[edge]
            if next.isASCIIDigit || inner.isASCIILetter && next.isASCIILetter { return true }
            let isSeparator = next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
            return inner.isASCIIDigit && isSeparator && scope.range.contains(edge + step) && bytes[edge + step].isASCIIDigit
        }
        return places(of: needle, in: bytes[scope.range]).filter { range in
            !continues(first, -1, from: range.lowerBound - 1) && !continues(last, 1, from: range.upperBound) && !hidden.contains { $0.overlaps(range) }
        }
    }
}
