import LocalizationModel

/// Tells the pieces of code apart by a grammar, in one walk that never goes back further than one line.
///
/// It knows signs and words, no syntax: what is no whole program reads as well as what is. A quotation mark that nothing closes opens nothing.
struct CodeLexer {
    let code: UnsafeBufferPointer<UInt8>
    let grammar: Grammar
    let end: Int
    private let writer: TokenWriter
    var i: Int
    /// True where the next word is a command.
    var isCommand = true
    /// For each kind of string an offset before which no more of them close: no end is sought twice.
    var unclosed: [Int]
    /// The same for what is put into strings.
    var unclosedHole = 0

    init(_ code: UnsafeBufferPointer<UInt8>, _ grammar: Grammar, in range: Range<Int>, _ writer: TokenWriter) {
        self.code = code
        self.grammar = grammar
        self.writer = writer
        (i, end) = (range.lowerBound, range.upperBound)
        unclosed = Array(repeating: 0, count: grammar.stringCount)
    }

    mutating func run() {
        startLine()
        while i < end { step() }
    }

    private mutating func step() {
        let byte = code[i]
        if byte == UInt8(ascii: "\n") {
            plain(i + 1)
            startLine()
            return
        }
        if byte.isWhitespace { return plain(i + 1) }
        for opener in grammar.openers[Int(byte)] where hasSign(opener.sign, at: i) && open(opener) { return }
        if byte == UInt8(ascii: "\\"), i + 1 < end, code[i + 1] != UInt8(ascii: "\n") { return plain(i + 2) }
        if byte.isASCIIDigit { return number() }
        if isCommand, grammar.hasCommands, isPath(byte) { return path() }
        if byte == UInt8(ascii: "-") {
            if grammar.hasOptions, option() { return }
        } else if grammar.wordBytes[Int(byte)] {
            return word()
        }
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "`"): isCommand = true
        default: isCommand = false
        }
        plain(i + 1)
    }

    mutating func piece(_ end: Int, _ kind: TokenClass?) {
        writer.piece(upTo: min(end, self.end), kind)
        i = min(end, self.end)
    }

    private mutating func plain(_ end: Int) { piece(end, nil) }

    func hasSign(_ sign: [UInt8], at index: Int) -> Bool {
        guard index + sign.count <= end else { return false }
        for offset in 0..<sign.count where code[index + offset] != sign[offset] { return false }
        return true
    }

    func isWord(at index: Int) -> Bool { index < end && grammar.wordBytes[Int(code[index])] }

    /// The offset of the next line end, else of the code's.
    private func lineEnd(_ start: Int) -> Int {
        var j = start
        while j < end, code[j] != UInt8(ascii: "\n") { j += 1 }
        return j
    }

    // MARK: Lines

    private mutating func startLine() {
        isCommand = true
        if let line = grammar.lines.first(where: { hasSign($0.sign, at: i) }) { return piece(lineEnd(i), line.kind) }
        for prompt in grammar.prompts where hasSign(prompt.open, at: i) {
            var j = i + prompt.open.count
            let stop = prompt.close.isEmpty ? j : lineEnd(j)
            while j < stop, !hasSign(prompt.close, at: j) { j += 1 }
            if prompt.close.isEmpty || j < stop { return piece(j + prompt.close.count, .meta) }
        }
        if grammar.keyMark != 0 { key() }
    }

    /// A key at the beginning of a line: `name: value`, `- name: value`.
    private mutating func key() {
        var start = i
        while start < end, code[start].isBlank || code[start] == UInt8(ascii: "-") && start + 1 < end && code[start + 1].isBlank { start += 1 }
        var j = start
        while j < end, code[j] != grammar.keyMark {
            switch code[j] {
            case UInt8(ascii: "'") where j > start && isWord(at: j - 1): j += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"):
                return
            default: j += 1
            }
        }
        guard j < end, j > start, isMark(at: j) else { return }
        var last = j
        while last > start, code[last - 1].isBlank { last -= 1 }
        plain(start)
        piece(last, .attribute)
    }

    func isMark(at index: Int) -> Bool {
        guard index < end, code[index] == grammar.keyMark else { return false }
        return !grammar.isKeyMarkApart || index + 1 == end || code[index + 1].isWhitespace
    }

    // MARK: Openers

    private mutating func open(_ opener: Grammar.Opener) -> Bool {
        switch opener {
        case .comment(let comment): self.comment(comment)
        case .string(let form): string(form, from: i, at: i)
        case .prefixed(let sign, let kind): prefixed(sign, kind)
        }
    }

    private mutating func comment(_ comment: Grammar.Comment) -> Bool {
        // `$#`, `a#b` and `https://` open none.
        if i > 0, comment.open.count == 1, !code[i - 1].isWhitespace, !Self.closes(code[i - 1]) { return false }
        guard let close = comment.close else {
            piece(lineEnd(i), .comment)
            return true
        }
        var j = i + comment.open.count
        while j < end, !hasSign(close, at: j) { j += 1 }
        piece(j + close.count, .comment)
        return true
    }

    private static func closes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"): true
        default: false
        }
    }

    private mutating func prefixed(_ sign: [UInt8], _ kind: TokenClass) -> Bool {
        if i > 0, kind != .variable, isWord(at: i - 1) { return false }
        guard let stop = nameEnd(after: i + sign.count) else { return false }
        let isCommand = self.isCommand
        piece(stop, grammar.kind(code[i..<stop]) ?? kind)
        self.isCommand = isCommand && kind != .variable
        return true
    }

    /// Where a name or a name in braces ends; nil where none begins.
    func nameEnd(after start: Int) -> Int? {
        var j = start
        if j < end, code[j] == UInt8(ascii: "{") {
            // Names in braces are short.
            let stop = min(end, j + 80)
            while j < stop, code[j] != UInt8(ascii: "}"), code[j] != UInt8(ascii: "\n") { j += 1 }
            return j < stop && code[j] == UInt8(ascii: "}") ? j + 1 : nil
        }
        while j < end, code[j].isASCIIAlphanumeric || code[j] == UInt8(ascii: "_") || code[j] >= 0x80 || isInnerColon(j, start) { j += 1 }
        return j > start ? j : nil
    }

    /// `$env:PATH`, but not `$host: on`.
    private func isInnerColon(_ j: Int, _ start: Int) -> Bool { code[j] == UInt8(ascii: ":") && j > start && j + 1 < end && code[j + 1].isASCIILetter }

    // MARK: Words

    private mutating func number() {
        var j = i + 1
        while j < end {
            let byte = code[j]
            let isSign = (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && code[j - 1] | 0x20 == UInt8(ascii: "e") && code[i] != UInt8(ascii: "0")
            let isInner = byte == UInt8(ascii: ".") || isSign
            guard byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || isInner && j + 1 < end && code[j + 1].isASCIIDigit else { break }
            j += 1
        }
        // A digit inside a longer name: `7z-file`, `1日`.
        if isWord(at: j) { return word() }
        isCommand = false
        piece(j, grammar.hasNumbers ? .number : nil)
    }

    private mutating func word() {
        var j = i + 1
        while isWord(at: j) { j += 1 }
        if !grammar.stringPrefixes.isEmpty, j - i <= 2, j < end, code[i..<j].allSatisfy(grammar.stringPrefixes.contains) {
            for case .string(let form) in grammar.openers[Int(code[j])] where hasSign(form.open, at: j) && string(form, from: i, at: j) { return }
        }
        let word = code[i..<j]
        if let kind = grammar.kind(word) {
            let isBefore = isCommand && grammar.isBeforeCommand(word)
            piece(j, kind)
            isCommand = isBefore
        } else if isCommand, grammar.hasCommands, word.first != UInt8(ascii: "-") {
            piece(j, isAssigned(j) ? .variable : .function)
            isCommand = false
        } else if grammar.hasFunctions, isCalled(j) {
            piece(j, .function)
        } else {
            piece(j, grammar.hasCapitalTypes && isCapital(word) ? .type : nil)
            isCommand = false
        }
    }

    /// `NAME=value`, `Name = value`; not `a == b`.
    private func isAssigned(_ stop: Int) -> Bool {
        var j = stop
        while j < end, code[j].isBlank { j += 1 }
        return j < end && code[j] == UInt8(ascii: "=") && !(j + 1 < end && code[j + 1] == UInt8(ascii: "="))
    }

    private func isCalled(_ stop: Int) -> Bool {
        var j = stop
        while j < end, code[j].isBlank { j += 1 }
        return j < end && code[j] == UInt8(ascii: "(")
    }

    /// `List`, not `MAX_SIZE`.
    private func isCapital(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.first?.isASCIIUppercase ?? false && word.count > 1 && word.contains { $0.isASCIILetter && !$0.isASCIIUppercase }
    }

    private func isPath(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "~") }

    /// A command that is named by its path.
    private mutating func path() {
        var j = i
        while j < end, isWord(at: j) || isPath(code[j]) || code[j] == UInt8(ascii: "-") { j += 1 }
        isCommand = false
        piece(j, .function)
    }

    private mutating func option() -> Bool {
        guard i == 0 || code[i - 1].isWhitespace || code[i - 1] == UInt8(ascii: "["), i + 1 < end, code[i + 1].isASCIILetter || code[i + 1] == UInt8(ascii: "-")
        else { return false }
        var j = i + 1
        while j < end, code[j].isASCIIAlphanumeric || code[j] == UInt8(ascii: "-") || code[j] == UInt8(ascii: "_") { j += 1 }
        let kind = grammar.kind(code[i..<j]) ?? .attribute
        isCommand = false
        piece(j, kind)
        return true
    }
}
