import LocalizationModel

/// Writes code as HTML: every byte of it, escaped, in order, with elements round the pieces that have a class.
///
/// A class: two lexers that write one after the other share its buffer.
final class TokenWriter {
    private let code: UnsafeBufferPointer<UInt8>
    private(set) var html: [UInt8] = []
    /// Where the piece begins that is not written yet.
    private var start: Int
    /// What it is; nil for plain text.
    private var pending: TokenClass?

    init(_ code: UnsafeBufferPointer<UInt8>) {
        self.code = code
        start = 0
        html.reserveCapacity(code.count * 2)
    }

    /// Says what the code is from the end of the last piece on up to an offset. Neighbours of one class are one piece.
    func piece(upTo end: Int, _ kind: TokenClass?) {
        let last = written
        guard end > last else { return }
        if kind != pending {
            flush(last)
            pending = kind
        }
        written = end
    }

    /// Where the last piece ends.
    private(set) var written = 0

    func finish() {
        if written < code.count { piece(upTo: code.count, nil) }
        flush(written)
    }

    private func flush(_ end: Int) {
        guard end > start else { return }
        if let pending { write(pending.opening) }
        html.appendEscapedForHTML(UnsafeBufferPointer(rebasing: code[start..<end]))
        if pending != nil { write("</span>") }
        start = end
    }

    private func write(_ text: StaticString) { html.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }
}
