import LocalizationModel

/// Runs of `*` and `_`, paired as CommonMark pairs them (0.31.2, section 6.2), with the amendment
/// for CJK text that the parser follows too (see CCMarkGFM): CJK punctuation does not block, any CJK character rescues.
struct EmphasisDelimiters {
    private struct Run {
        let byte: UInt8
        var range: Range<Int>
        let original: Int
        let canOpen: Bool
        let canClose: Bool
    }

    private var runs: [Run] = []

    /// Takes the run that starts at `i`; returns the offset after it.
    mutating func add(_ bytes: [UInt8], _ i: Int) -> Int {
        let byte = bytes[i]
        var end = i
        while end < bytes.count, bytes[end] == byte { end += 1 }
        let before = Flank(bytes, before: i)
        let after = Flank(bytes, after: end)
        let isLeft = after != .space && (after != .punctuation || before != .letter)
        let isRight = before != .space && (before != .punctuation || after != .letter)
        let canOpen = byte == UInt8(ascii: "*") ? isLeft : isLeft && (!isRight || before == .punctuation)
        let canClose = byte == UInt8(ascii: "*") ? isRight : isRight && (!isLeft || after == .punctuation)
        runs.append(Run(byte: byte, range: i..<end, original: end - i, canOpen: canOpen, canClose: canClose))
        return end
    }

    private enum Flank {
        case space, punctuation, letter, cjk

        init(_ bytes: [UInt8], before i: Int) {
            guard i > 0 else {
                self = .space
                return
            }
            var k = i - 1
            while k > 0, bytes[k].isContinuation { k -= 1 }
            self.init(bytes.scalar(at: k).value)
        }

        init(_ bytes: [UInt8], after i: Int) {
            if i < bytes.count { self.init(bytes.scalar(at: i).value) } else { self = .space }
        }

        init(_ scalar: UInt32) {
            switch scalar {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
            case 0...0x7F: self = UInt8(scalar).isASCIIPunctuation ? .punctuation : .letter
            case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
                self = .cjk
            default: self = Self.isPunctuation(scalar) ? .punctuation : .letter
            }
        }

        /// General category P, as the specification has it (CommonMark 0.29, section 2.1).
        private static func isPunctuation(_ scalar: UInt32) -> Bool {
            switch Unicode.Scalar(scalar)?.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation:
                true
            default: false
            }
        }
    }

    /// Pairs the runs; adds the emphases found. Linear but for the search for an opener, which is bounded per kind.
    mutating func match(_ bytes: [UInt8], into inlines: inout [Inline]) {
        var stack: [Int] = []
        for closer in runs.indices {
            while runs[closer].canClose, !runs[closer].range.isEmpty, let at = opener(for: closer, in: stack) {
                let opener = stack[at]
                let width = runs[opener].range.count >= 2 && runs[closer].range.count >= 2 ? 2 : 1
                let start = runs[opener].range.upperBound - width
                let end = runs[closer].range.lowerBound + width
                if start + width < end - width {
                    inlines.append(Inline(kind: width == 2 ? .strong : .emphasis, range: start..<end, content: start + width..<end - width))
                }
                runs[opener].range = runs[opener].range.lowerBound..<start
                runs[closer].range = end..<runs[closer].range.upperBound
                stack.removeSubrange((runs[opener].range.isEmpty ? at : at + 1)...)
            }
            if runs[closer].canOpen, !runs[closer].range.isEmpty { stack.append(closer) }
        }
    }

    private func opener(for closer: Int, in stack: [Int]) -> Int? {
        let close = runs[closer]
        // 64 open runs deep is beyond any real text; the bound keeps hostile input linear.
        for at in stack.indices.reversed().prefix(64) {
            let open = runs[stack[at]]
            guard open.byte == close.byte else { continue }
            let isOdd =
                (open.canClose || close.canOpen) && (open.original + close.original) % 3 == 0
                && (open.original % 3 != 0 || close.original % 3 != 0)
            if !isOdd { return at }
        }
        return nil
    }
}
