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

    private struct Entry: Sendable {
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
        letters.insert(FNV1a.hash(gram), Entry(cost: cost ?? .max, extra: backoff))
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
        // The hashes of the last letters, from each of up to `order` beginnings, the earliest first.
        var contexts = InlineWindow(order)
        contexts.push(FNV1a.next(FNV1a.basis, UInt64(Self.edge)))
        var sum = 0
        var end = 1
        while end < edged.count {
            let start = end
            repeat { end += 1 } while end < edged.count && edged[end].isContinuation
            contexts.push(FNV1a.basis)
            var grams = contexts
            for byte in edged[start..<end] { grams.append(byte) }
            sum += costOfLetter(grams, after: contexts)
            contexts = grams
        }
        return sum
    }

    /// Cost of a letter by the longest run of letters that is known to end with it.
    private func costOfLetter(_ grams: InlineWindow, after contexts: InlineWindow) -> Int {
        var sum = 0
        for index in 0..<grams.count {
            if let entry = letters[grams[index]], entry.cost != .max { return sum + Int(entry.cost) }
            // The last beginning is the letter itself: nothing stands before it.
            if index + 1 < grams.count { sum += Int(letters[contexts[index]]?.extra ?? 0) }
        }
        return sum + letterElsewhere
    }
}

/// A few running hashes, the earliest first.
private struct InlineWindow {
    private var hashes = SIMD8<UInt64>(repeating: 0)
    private(set) var count = 0
    private let size: Int

    init(_ size: Int) { self.size = size }

    subscript(index: Int) -> UInt64 { hashes[index] }

    mutating func push(_ hash: UInt64) {
        if count == size {
            for i in 1..<count { hashes[i - 1] = hashes[i] }
            count -= 1
        }
        hashes[count] = hash
        count += 1
    }

    /// Adds a byte to each.
    mutating func append(_ byte: UInt8) {
        for i in 0..<count { hashes[i] = FNV1a.next(hashes[i], UInt64(byte)) }
    }
}
