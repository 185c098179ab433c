import LocalizationModel
import YAML

/// Reads broken front matter key by key: each key at the margin with the lines that follow is read alone, and
/// where even that fails, its first line is taken as `key: value`.
struct LineRecovery {
    /// More keys than any page has; keeps hostile input cheap, because each takes a parser of its own.
    private static let limit = 1_000

    /// A key at the margin and all lines up to the next.
    private struct Chunk {
        let key: SourceSpan
        /// What follows the colon on its line.
        let value: SourceSpan
        var span: SourceSpan
    }

    private let text: SourceText
    private let chunks: [Chunk]

    init(text: SourceText, span: SourceSpan) {
        self.text = text
        chunks = Self.chunks(text, span)
    }

    /// Adds the pairs that were read whole before the error and what the lines say of the other keys.
    func add(to flattener: inout MetadataFlattener, whole: [YAMLNode.Pair]) {
        // A quotation mark that was not closed swallows lines up to the next one: such a pair is not whole.
        let kept = whole.filter { pair in
            let span = SourceSpan(pair.key.span.lower, max(pair.key.span.upper, pair.value.span.upper))
            return !startsKey(after: span.lower, before: span.upper)
        }
        flattener.add(kept)
        let known = Set(kept.map(\.key.span.lower))
        for chunk in chunks where !known.contains(chunk.span.lower) {
            let reading = YAMLReader.readSoFar(text, span: chunk.span)
            if reading.error == nil, let pairs = reading.root?.pairs {
                flattener.add(pairs)
            } else {
                flattener.add(key: text.string(chunk.key), keySpan: chunk.key, value: plain(chunk.value))
            }
        }
    }

    /// True where a key at the margin starts between two offsets, both excluded. O(log keys).
    private func startsKey(after lower: Int, before upper: Int) -> Bool {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if chunks[middle].span.lower <= lower { low = middle + 1 } else { high = middle }
        }
        return low < chunks.count && chunks[low].span.lower < upper
    }

    private func plain(_ span: SourceSpan) -> PageMetadata.Value {
        var content = text[span].trimmed()
        let whole = SourceSpan(content.startIndex, content.endIndex)
        if let quote = content.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            content = content.dropFirst()
            if content.last == quote { content = content.dropLast() }
        } else if let comment = content.firstRange(of: " #", from: content.startIndex) {
            let value = content[content.startIndex..<comment].trimmed()
            return PageMetadata.Value(
                text: String(decoding: value, as: UTF8.self), span: SourceSpan(value.startIndex, value.endIndex))
        }
        return PageMetadata.Value(text: String(decoding: content, as: UTF8.self), span: whole)
    }

    private static func chunks(_ text: SourceText, _ span: SourceSpan) -> [Chunk] {
        guard span.lower <= text.bytes.count else { return [] }
        var chunks: [Chunk] = []
        var number = text.line(at: span.lower)
        while number <= text.lineCount, chunks.count < limit {
            let whole = text.span(ofLine: number)
            guard whole.lower < span.upper else { break }
            let line = SourceSpan(max(whole.lower, span.lower), max(max(whole.lower, span.lower), min(whole.upper, span.upper)))
            if let colon = keyEnd(text, line) {
                chunks.append(
                    Chunk(key: SourceSpan(line.lower, colon), value: SourceSpan(colon + 1, line.upper), span: line))
            } else if let last = chunks.indices.last {
                chunks[last].span = SourceSpan(chunks[last].span.lower, line.upper)
            }
            number += 1
        }
        return chunks
    }

    /// The offset of the colon of a line that is `key:` or `key: value`.
    private static func keyEnd(_ text: SourceText, _ line: SourceSpan) -> Int? {
        var i = line.lower
        while i < line.upper {
            let byte = text.bytes[i]
            if byte == UInt8(ascii: ":"), i + 1 == line.upper || text.bytes[i + 1].isBlank { return i > line.lower ? i : nil }
            let isMark = byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x3A || byte == 0x2F || byte == 0x40
            guard byte.isASCIIAlphanumeric || byte >= 0x80 || (isMark && i > line.lower) else { return nil }
            i += 1
        }
        return nil
    }
}
