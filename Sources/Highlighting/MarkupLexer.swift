import LocalizationModel

/// Tells the pieces of XML and HTML apart. What stands in an element of another language (`script`) is read by that one's grammar.
struct MarkupLexer {
    private let code: UnsafeBufferPointer<UInt8>
    private let grammar: Grammar
    private let languages: (String) -> Grammar?
    private let writer: TokenWriter
    private var i = 0
    /// An offset before which no quotation mark is closed, for `"` and `'`.
    private var unclosed = (double: 0, single: 0)

    init(_ code: UnsafeBufferPointer<UInt8>, _ grammar: Grammar, _ writer: TokenWriter, languages: @escaping (String) -> Grammar?) {
        self.code = code
        self.grammar = grammar
        self.languages = languages
        self.writer = writer
    }

    mutating func run() {
        while i < code.count {
            switch code[i] {
            case UInt8(ascii: "<"): bracket()
            case UInt8(ascii: "&"): reference()
            default: piece(i + 1, nil)
            }
        }
    }

    private mutating func piece(_ end: Int, _ kind: TokenClass?) {
        i = min(end, code.count)
        writer.piece(upTo: i, kind)
    }

    /// After the next place of a sign; the end of the code where there is none.
    private func end(of sign: StaticString) -> Int {
        var j = i
        while j < code.count, !code.hasBytes(sign, at: j) { j += 1 }
        return min(code.count, j + sign.utf8CodeUnitCount)
    }

    private mutating func bracket() {
        if code.hasBytes("<!--", at: i) { return piece(end(of: "-->"), .comment) }
        if code.hasBytes("<![CDATA[", at: i) { return piece(end(of: "]]>"), .string) }
        if code.hasBytes("<!", at: i) || code.hasBytes("<?", at: i) { return piece(end(of: ">"), .meta) }
        var j = i + 1
        if j < code.count, code[j] == UInt8(ascii: "/") { j += 1 }
        let name = j
        while j < code.count, isName(code[j]) { j += 1 }
        guard j > name else { return piece(i + 1, nil) }
        piece(j, .tag)
        attributes()
        embedded(name..<j)
    }

    private func isName(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") || byte >= 0x80
    }

    /// Up to the end of the tag, or to the next one.
    private mutating func attributes() {
        while i < code.count {
            switch code[i] {
            case UInt8(ascii: ">"): return piece(i + 1, .tag)
            case UInt8(ascii: "<"): return
            case UInt8(ascii: "/"): piece(i + 1, .tag)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): value()
            case let byte where isName(byte):
                var j = i
                while j < code.count, isName(code[j]) { j += 1 }
                piece(j, .attribute)
            default: piece(i + 1, nil)
            }
        }
    }

    private mutating func value() {
        let quote = code[i]
        let isDouble = quote == UInt8(ascii: "\"")
        guard i >= (isDouble ? unclosed.double : unclosed.single) else { return piece(i + 1, nil) }
        var j = i + 1
        while j < code.count, code[j] != quote { j += 1 }
        if j < code.count { return piece(j + 1, .string) }
        if isDouble { unclosed.double = j } else { unclosed.single = j }
        piece(i + 1, nil)
    }

    private mutating func reference() {
        // The longest name of a character that HTML knows has 31 letters.
        let limit = min(code.count, i + 33)
        var j = i + 1
        while j < limit, code[j].isASCIIAlphanumeric || code[j] == UInt8(ascii: "#") { j += 1 }
        j < limit && j > i + 1 && code[j] == UInt8(ascii: ";") ? piece(j + 1, .literal) : piece(i + 1, nil)
    }

    private mutating func embedded(_ name: Range<Int>) {
        guard !grammar.embedded.isEmpty, code[name.lowerBound - 1] == UInt8(ascii: "<") else { return }
        guard let element = grammar.embedded.first(where: { $0.element.elementsEqual(code[name].lazy.map(\.asciiLowercased)) }),
            let inner = languages(element.language)
        else { return }
        var j = i
        while j < code.count, !isEnd(of: element.element, at: j) { j += 1 }
        var lexer = CodeLexer(code, inner, in: i..<j, writer)
        lexer.run()
        i = j
    }

    private func isEnd(of element: [UInt8], at index: Int) -> Bool {
        guard code.hasBytes("</", at: index), index + 2 + element.count <= code.count else { return false }
        return code[(index + 2)..<(index + 2 + element.count)].lazy.map(\.asciiLowercased).elementsEqual(element)
    }
}
