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
    /// True while no letter makes a word cheaper.
    private var isAscending = true

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
        words = KeyTable(empty: .none, minimumCapacity: 512)
        letters = KeyTable(empty: .none, minimumCapacity: 512)
    }

    /// False where the word was listed before. `word` is UTF-8 in lower case; it costs `inLowerCase` more where it is written so,
    /// for a noun of a language that writes nouns in capitals.
    public mutating func list(word: ArraySlice<UInt8>, cost: Int16, inLowerCase: Int16) -> Bool {
        words.insert(FNV1a.hash(word), Entry(cost: cost, extra: inLowerCase))
    }

    /// False where the n-gram was listed before; `cost` is nil for one that is only the beginning of others.
    public mutating func list(letters gram: ArraySlice<UInt8>, cost: Int16?, backoff: Int16) -> Bool {
        if cost ?? 0 < 0 || backoff < 0 { isAscending = false }
        let last = gram.lastIndex { !$0.isContinuation } ?? gram.startIndex
        if last > gram.startIndex, letters[FNV1a.hash(gram[..<last])] == nil { isClosed = false }
        return letters.insert(FNV1a.hash(gram), Entry(cost: cost ?? .max, extra: backoff))
    }

    /// What the model says of a word that it lists.
    struct Listed {
        let decinats: Int
        /// True for a noun in lower case, of a language that writes nouns in capitals.
        let isUnusual: Bool
    }

    /// The cost of a word by the FNV-1a hash of its bytes in lower case; nil where it is not listed. `isLower` says how it is written.
    func listed(_ key: UInt64, isLower: Bool) -> Listed? {
        words[key].map { entry in
            let extra = isLower ? Int(entry.extra) : 0
            return Listed(decinats: Int(entry.cost) + extra, isUnusual: extra > 0)
        }
    }

    /// Cost of a word that is not listed, in decinats: each letter after the ones before it. `edged` is the word in lower case between
    /// two `edge` bytes. A word that costs as much as `limit` or more may be said to cost less than it does, but no less than that.
    func unlisted(_ edged: [UInt8], limit: Int = .max) -> Int {
        let bytes = edged.span
        let limit = isAscending ? limit : .max
        var window = ContextWindow(order)
        window.push(Context(hash: FNV1a.next(FNV1a.basis, UInt64(Self.edge)), backoff: Context.unread))
        var sum = wordElsewhere
        var end = 1
        while end < bytes.count, sum < limit {
            let start = end
            repeat { end += 1 } while end < bytes.count && bytes[end].isContinuation
            window.push(.nothing)
            sum += costOfLetter(bytes, start..<end, after: &window)
        }
        return sum
    }

    /// Cost of a letter by the longest run of letters that is known to end with it; the runs are the contexts of the next one.
    @inline(__always)
    private func costOfLetter(_ bytes: Span<UInt8>, _ letter: Range<Int>, after window: inout ContextWindow) -> Int {
        var sum = 0
        var isKnown = false
        for index in 0..<window.count {
            let context = window[index]
            var hash = context.hash
            for place in letter { hash = FNV1a.next(hash, UInt64(bytes[place])) }
            guard !isKnown else {
                window[index] = Context(hash: hash, backoff: Context.unread)
                continue
            }
            let entry = isClosed && context.backoff == Context.unknown ? nil : letters[hash]
            window[index] = Context(hash: hash, backoff: entry.map { Int($0.extra) } ?? Context.unknown)
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
        switch context.backoff {
        case Context.unread: Int(letters[context.hash]?.extra ?? 0)
        case Context.unknown: 0
        default: context.backoff
        }
    }
}

/// The last letters from some beginning on.
private struct Context {
    let hash: UInt64
    /// What it costs to give it up for a shorter one.
    let backoff: Int

    /// Not looked up yet.
    static var unread: Int { .max }
    /// The model does not know it.
    static var unknown: Int { .min }

    /// Before a letter that nothing stands before.
    static var nothing: Context { Context(hash: FNV1a.basis, backoff: 0) }
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
