import LocalizationModel

/// What the lexer knows of a language: the content of one file of `templates/syntax`, ready for looking up by bytes.
struct Grammar: Sendable {
    /// A comment: to its end, else to the end of the line.
    struct Comment: Sendable {
        let open: [UInt8]
        let close: [UInt8]?
    }

    /// A kind of string.
    struct StringForm: Sendable {
        /// Its place among the grammar's strings.
        var number = 0
        var open: [UInt8] = []
        var close: [UInt8] = []
        /// The character that takes the meaning from the next one; 0 for none.
        var escape: UInt8 = 0
        /// True where the closing sign, written twice, stands for itself.
        var isDoubled = false
        /// True where it may hold line ends.
        var isLong = false
        /// True for one character or one escape alone: `'a` opens nothing.
        var isCharacter = false
        /// True where variables in it are told apart.
        var hasVariables = false
        /// What stands round an expression in it: `${` and `}`.
        var hole: (open: [UInt8], close: UInt8)?
    }

    /// What a sign begins.
    enum Opener: Sendable {
        case comment(Comment)
        case string(StringForm)
        /// A sign with the name after it: `$name`, `@name`.
        case prefixed([UInt8], TokenClass)

        var sign: [UInt8] {
            switch self {
            case .comment(let comment): comment.open
            case .string(let form): form.open
            case .prefixed(let sign, _): sign
            }
        }
    }

    /// A line that begins with a sign and is one piece.
    struct Line: Sendable {
        let sign: [UInt8]
        let kind: TokenClass
    }

    /// What stands before a command: from a sign to another one, or the sign alone.
    struct Prompt: Sendable {
        let open: [UInt8]
        let close: [UInt8]
    }

    /// As readers know it; empty for one that has no name worth showing.
    var name = ""
    var isCaseInsensitive = false
    var isMarkup = false
    /// True where a digit begins a number.
    var hasNumbers = true
    /// True where a name before a bracket is a function.
    var hasFunctions = false
    /// True where names in camel case with a capital are types.
    var hasCapitalTypes = false
    /// True where the first word of a line is a command.
    var hasCommands = false
    /// Digests of words after which a command follows: `then`, `sudo`.
    private var beforeCommands: Set<UInt64> = []
    /// True where `-x` and `--name` are options.
    var hasOptions = false
    /// The sign after a key; 0 for none.
    var keyMark: UInt8 = 0
    /// True where a space or the line's end follows that sign.
    var isKeyMarkApart = false
    /// Letters that may stand before a quotation mark and belong to the string.
    var stringPrefixes: [UInt8] = []
    var lines: [Line] = []
    var prompts: [Prompt] = []
    /// Element → the language of what it holds.
    var embedded: [(element: [UInt8], language: String)] = []
    /// True for any byte that may stand in a word.
    var wordBytes = Grammar.letters
    /// By the first byte of their signs, the longest first; 256 of them.
    private(set) var openers = [[Opener]](repeating: [], count: 256)
    private(set) var stringCount = 0
    private var words: [UInt64: TokenClass] = [:]

    /// Letters, digits, the underscore, and all that is not ASCII.
    private static let letters = (0..<256).map { byte in
        let byte = UInt8(truncatingIfNeeded: byte)
        return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    mutating func add(_ opener: Opener) {
        var opener = opener
        if case .string(var form) = opener {
            form.number = stringCount
            stringCount += 1
            opener = .string(form)
        }
        guard let first = opener.sign.first else { return }
        openers[Int(first)].append(opener)
        openers[Int(first)].sort { $0.sign.count > $1.sign.count }
    }

    mutating func add(word: some Collection<UInt8>, _ kind: TokenClass) {
        words[FNV1a.hash(isCaseInsensitive ? word.map(\.asciiLowercased) : Array(word))] = kind
    }

    mutating func add(beforeCommand word: some Collection<UInt8>) { beforeCommands.insert(FNV1a.hash(Array(word))) }

    func isBeforeCommand(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { hasCommands && beforeCommands.contains(FNV1a.hash(word)) }

    /// What a word is by itself.
    func kind(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> TokenClass? {
        if words.isEmpty { return nil }
        var hash = FNV1a.basis
        for byte in word { hash = FNV1a.next(hash, UInt64(isCaseInsensitive ? byte.asciiLowercased : byte)) }
        return words[hash]
    }
}
