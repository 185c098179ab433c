import LocalizationModel

extension CodeLexer {
    /// - Parameters:
    ///   - start: where its prefix begins.
    ///   - sign: where its first sign stands.
    mutating func string(_ form: Grammar.StringForm, from start: Int, at sign: Int) -> Bool {
        if start == sign, sign > 0, isWord(at: sign - 1), form.open[0] == form.close[0] { return false }
        guard sign >= unclosed[form.number] else { return false }
        guard let stop = stringEnd(form, from: sign + form.open.count) else { return false }
        if form.isCharacter, !isCharacter(form, sign + form.open.count, stop - form.close.count) { return false }
        if form.hasVariables || form.hole != nil { parts(form, from: sign + form.open.count, to: stop) }
        piece(stop, isKey(stop) ? .attribute : .string)
        isCommand = false
        return true
    }

    /// True for a string with the sign after it that follows keys.
    private func isKey(_ stop: Int) -> Bool {
        guard grammar.keyMark != 0 else { return false }
        var j = stop
        while j < end, code[j].isBlank { j += 1 }
        return isMark(at: j)
    }

    /// After the closing sign; nil where there is none, which is remembered.
    private mutating func stringEnd(_ form: Grammar.StringForm, from start: Int) -> Int? {
        var j = start
        while j < end {
            let byte = code[j]
            if byte == UInt8(ascii: "\n"), !form.isLong { break }
            // Before the escape: in Swift the one begins like the other.
            if let hole = form.hole, let after = holeEnd(hole, at: j) {
                j = after
            } else if byte == form.escape, byte != 0 {
                j += 2
            } else if byte == form.close[0], hasSign(form.close, at: j) {
                let next = j + form.close.count
                guard form.isDoubled, hasSign(form.close, at: next) else { return next }
                j = next + form.close.count
            } else {
                j += 1
            }
        }
        unclosed[form.number] = min(j, end)
        return nil
    }

    private func isCharacter(_ form: Grammar.StringForm, _ start: Int, _ stop: Int) -> Bool {
        // The longest escapes name a character by its number: `\u{10FFFF}`.
        if start < stop, code[start] == form.escape { return stop - start <= 12 }
        return start < stop && code[start..<stop].count { !$0.isContinuation } == 1
    }

    /// After the sign that closes what is put into a string, nested brackets counted; nil where none is opened, or it is not closed on the line.
    private mutating func holeEnd(_ hole: (open: [UInt8], close: UInt8), at start: Int) -> Int? {
        guard start >= unclosedHole, hasSign(hole.open, at: start), let bracket = hole.open.last else { return nil }
        var (j, depth) = (start + hole.open.count, 1)
        while j < end, code[j] != UInt8(ascii: "\n") {
            if code[j] == bracket { depth += 1 }
            if code[j] == hole.close { depth -= 1 }
            j += 1
            if depth == 0 { return j }
        }
        unclosedHole = j
        return nil
    }

    /// Tells variables and what is put into a string apart from its text.
    private mutating func parts(_ form: Grammar.StringForm, from start: Int, to stop: Int) {
        var j = start
        while j < stop - form.close.count {
            if let hole = form.hole, let after = holeEnd(hole, at: j), after < stop {
                part(j, after)
                j = after
            } else if code[j] == form.escape, form.escape != 0 {
                j += 2
            } else if form.hasVariables, let after = variable(at: j), after < stop {
                part(j, after)
                j = after
            } else {
                j += 1
            }
        }
    }

    private mutating func part(_ start: Int, _ stop: Int) {
        piece(start, .string)
        piece(stop, .variable)
    }

    private func variable(at index: Int) -> Int? {
        for case .prefixed(let sign, .variable) in grammar.openers[Int(code[index])] where hasSign(sign, at: index) {
            return nameEnd(after: index + sign.count)
        }
        return nil
    }
}
