import LocalizationModel

/// Which lines of a page are no text of it: front matter, code between fences, comments.
struct HiddenLines {
    private enum State {
        case start, text, frontMatter, comment
        case fence(mark: UInt8, count: Int)
    }

    private var state = State.start

    /// True for a line that is hidden. Lines are given one after the other.
    mutating func read(_ bytes: [UInt8], _ line: Range<Int>, content start: Int) -> Bool {
        switch state {
        case .start:
            guard bytes.hasBytes("---", at: Self.afterMark(bytes, line.lowerBound)) else {
                state = .text
                return text(bytes, line, start)
            }
            state = .frontMatter
            return true
        case .frontMatter:
            if bytes.hasBytes("---", at: line.lowerBound) || bytes.hasBytes("...", at: line.lowerBound) { state = .text }
            return true
        case .comment:
            if bytes.firstRange(of: "-->", from: line.lowerBound, to: line.upperBound) != nil { state = .text }
            return true
        case .fence(let mark, let count):
            let run = bytes[start..<line.upperBound].prefix { $0 == mark }.count
            if run >= count, bytes[(start + run)..<line.upperBound].allSatisfy(\.isWhitespace) { state = .text }
            return true
        case .text: return text(bytes, line, start)
        }
    }

    /// The byte order mark stands before the first line.
    private static func afterMark(_ bytes: [UInt8], _ start: Int) -> Int { start + (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) }

    private mutating func text(_ bytes: [UInt8], _ line: Range<Int>, _ start: Int) -> Bool {
        guard start < line.upperBound else { return false }
        let mark = bytes[start]
        if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
            let count = bytes[start..<line.upperBound].prefix { $0 == mark }.count
            guard count >= 3 else { return false }
            state = .fence(mark: mark, count: count)
            return true
        }
        if let open = bytes.firstRange(of: "<!--", from: start, to: line.upperBound), bytes.firstRange(of: "-->", from: open + 4, to: line.upperBound) == nil {
            state = .comment
            return open == start
        }
        return false
    }
}
