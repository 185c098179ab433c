/// What a word costs in one language: the negative natural logarithm of how likely it is, in tenths (`decinats`).
///
/// Frequent words are listed; any other word costs `wordElsewhere` and its letters, n-grams of up to `order` letters with
/// backing off (S. Katz, 1987). Two models tell two languages apart: see `LanguageOdds`. Made by Tools/language-model.
public struct LanguageModel: Sendable {
    /// Letters that are looked at together, the last one with those before it.
    public let order: Int
    /// Cost of a word that is not listed, before its letters.
    private let wordElsewhere: Int
    /// Cost of a letter that the language does not know.
    private let letterElsewhere: Int
    private var words: KeyTable<Entry>
    private var letters: KeyTable<Entry>
    /// True while each n-gram was listed after the one that it begins with: where that is not known, the longer one is not either.
    private var isClosed = true

    fileprivate struct Entry: Sendable {
        let cost: Int16
        /// In lower case, or of a context that does not know the next letter.
        let extra: Int16
        static let none = Entry(cost: 0, extra: 0)
    }

    /// Longer n-grams than these are not looked up: no file has them.
    public static let longestOrder = 8
    /// Stands before and after each word in the n-grams.
    static let edge = UInt8(ascii: "_")

    public init(order: Int, wordElsewhere: Int, letterElsewhere: Int) {
        precondition((1...Self.longestOrder).contains(order))
        self.order = order
        self.wordElsewhere = wordElsewhere
        self.letterElsewhere = letterElsewhere
        words = KeyTable(empty: .none, capacity: 1024)
        letters = KeyTable(empty: .none, capacity: 1024)
    }

    /// False where the word was listed before. `word` is UTF-8 in lower case; it costs `inLowerCase` more where it is written so,
    /// for a noun of a language that writes nouns in capitals.
    public mutating func list(word: ArraySlice<UInt8>, cost: Int16, inLowerCase: Int16) -> Bool {
        words.insert(FNV1a.hash(word), Entry(cost: cost, extra: inLowerCase))
    }

    /// False where the n-gram was listed before; `cost` is nil for one that is only the beginning of others.
    public mutating func list(letters gram: ArraySlice<UInt8>, cost: Int16?, backoff: Int16) -> Bool {
        let last = gram.lastIndex { !$0.isContinuation } ?? gram.startIndex
        if last > gram.startIndex, letters[FNV1a.hash(gram[..<last])] == nil { isClosed = false }
        return letters.insert(FNV1a.hash(gram), Entry(cost: cost ?? .max, extra: backoff))
    }

    struct Cost {
        var decinats: Int
        var isListed: Bool
        /// True for a noun in lower case, of a language that writes nouns in capitals.
        var isUnusual: Bool
    }

    /// Cost of a word. `isLower` says how it is written; `edged` is the word in lower case between two `edge` bytes, `key` the FNV-1a
    /// hash of the word without them; linear in its length.
    func cost(edged: [UInt8], key: UInt64, isLower: Bool) -> Cost {
        guard let entry = words[key] else { return Cost(decinats: wordElsewhere + costOfLetters(edged), isListed: false, isUnusual: false) }
        let extra = isLower ? Int(entry.extra) : 0
        return Cost(decinats: Int(entry.cost) + extra, isListed: true, isUnusual: extra > 0)
    }

    /// Cost of each letter after the ones before it.
    private func costOfLetters(_ edged: [UInt8]) -> Int {
        var window = ContextWindow(order)
        window.push(Context(hash: FNV1a.next(FNV1a.basis, UInt64(Self.edge)), state: .unread))
        var sum = 0
        var end = 1
        while end < edged.count {
            let start = end
            repeat { end += 1 } while end < edged.count && edged[end].isContinuation
            window.push(.nothing)
            sum += costOfLetter(edged[start..<end], after: &window)
        }
        return sum
    }

    /// Cost of a letter by the longest run of letters that is known to end with it; the runs are the contexts of the next one.
    private func costOfLetter(_ letter: ArraySlice<UInt8>, after window: inout ContextWindow) -> Int {
        var sum = 0
        var isKnown = false
        for index in 0..<window.count {
            let context = window[index]
            let hash = letter.reduce(context.hash) { FNV1a.next($0, UInt64($1)) }
            guard !isKnown else {
                window[index] = Context(hash: hash, state: .unread)
                continue
            }
            let entry = isClosed && context.state == .unknown ? nil : letters[hash]
            window[index] = Context(hash: hash, state: entry.map { .known(backoff: $0.extra) } ?? .unknown)
            if let entry, entry.cost != .max {
                sum += Int(entry.cost)
                isKnown = true
            } else {
                sum += backoff(of: context)
            }
        }
        return isKnown ? sum : sum + letterElsewhere
    }

    private func backoff(of context: Context) -> Int {
        switch context.state {
        case .known(let backoff): Int(backoff)
        case .unread: Int(letters[context.hash]?.extra ?? 0)
        case .unknown: 0
        }
    }
}

/// The last letters from some beginning on.
private struct Context {
    enum State: Equatable {
        /// Not looked up yet.
        case unread
        case unknown
        case known(backoff: Int16)
    }

    let hash: UInt64
    let state: State

    /// Before a letter that nothing stands before.
    static let nothing = Context(hash: FNV1a.basis, state: .known(backoff: 0))
}

/// A few contexts, the longest first.
private struct ContextWindow {
    private var contexts = InlineArray<8, Context>(repeating: .nothing)
    private(set) var count = 0
    private let size: Int

    init(_ size: Int) { self.size = size }

    subscript(index: Int) -> Context {
        get { contexts[index] }
        set { contexts[index] = newValue }
    }

    mutating func push(_ context: Context) {
        if count == size {
            for i in 1..<count { contexts[i - 1] = contexts[i] }
            count -= 1
        }
        contexts[count] = context
        count += 1
    }
}
