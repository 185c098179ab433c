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
    private var words: CostTable
    private var letters: CostTable

    /// Longer n-grams than these are not looked up: no file has them.
    public static let longestOrder = 8
    /// Stands before and after each word in the n-grams.
    static let edge = UInt8(ascii: "_")

    public init(order: Int, wordElsewhere: Int, letterElsewhere: Int) {
        precondition((1...Self.longestOrder).contains(order))
        self.order = order
        self.wordElsewhere = wordElsewhere
        self.letterElsewhere = letterElsewhere
        words = CostTable()
        letters = CostTable()
    }

    /// False where the word was listed before. `word` is UTF-8 in lower case; it costs `inLowerCase` more where it is written so,
    /// for a noun of a language that writes nouns in capitals.
    public mutating func list(word: ArraySlice<UInt8>, cost: Int16, inLowerCase: Int16) -> Bool {
        words.insert(CostTable.key(word), CostTable.Entry(cost: cost, extra: inLowerCase))
    }

    /// False where the n-gram was listed before; `cost` is nil for one that is only the beginning of others.
    public mutating func list(letters gram: ArraySlice<UInt8>, cost: Int16?, backoff: Int16) -> Bool {
        letters.insert(CostTable.key(gram), CostTable.Entry(cost: cost ?? .max, extra: backoff))
    }

    struct Cost {
        var decinats: Int
        var isListed: Bool
        /// True for a noun in lower case, of a language that writes nouns in capitals.
        var isUnusual: Bool
    }

    /// Cost of a word. `isLower` says how it is written; `edged` is the word in lower case between two `edge` bytes; linear in its length.
    func cost(edged: ArraySlice<UInt8>, isLower: Bool) -> Cost {
        let word = edged.dropFirst().dropLast()
        if let entry = words[CostTable.key(word)] {
            let extra = isLower ? Int(entry.extra) : 0
            return Cost(decinats: Int(entry.cost) + extra, isListed: true, isUnusual: extra > 0)
        }
        // Where the last letters start: a window of `order` beginnings.
        var starts = InlineWindow(order)
        starts.push(edged.startIndex)
        var sum = wordElsewhere
        var end = edged.startIndex + 1
        while end < edged.endIndex {
            let last = end
            repeat { end += 1 } while end < edged.endIndex && edged[end].isContinuation
            starts.push(last)
            sum += cost(edged, starts, end: end)
        }
        return Cost(decinats: sum, isListed: false, isUnusual: false)
    }

    /// Cost of the last letter before `end` after the ones before it.
    private func cost(_ text: ArraySlice<UInt8>, _ starts: InlineWindow, end: Int) -> Int {
        var sum = 0
        let last = starts.last
        for start in starts {
            if let entry = letters[CostTable.key(text[start..<end])], entry.cost != .max { return sum + Int(entry.cost) }
            if start < last { sum += Int(letters[CostTable.key(text[start..<last])]?.extra ?? 0) }
        }
        return sum + letterElsewhere
    }
}

/// The last few offsets of a text, the earliest first.
private struct InlineWindow: Sequence, IteratorProtocol {
    private var offsets = SIMD8<Int>(repeating: 0)
    private var count = 0
    private var next_ = 0
    private let size: Int

    init(_ size: Int) { self.size = size }

    var last: Int { offsets[count - 1] }

    mutating func push(_ offset: Int) {
        if count == size {
            for i in 1..<count { offsets[i - 1] = offsets[i] }
            count -= 1
        }
        offsets[count] = offset
        count += 1
    }

    mutating func next() -> Int? {
        guard next_ < count else { return nil }
        defer { next_ += 1 }
        return offsets[next_]
    }
}

/// A hash table of costs by a 64-bit key, open addressing: it is filled in some 0.1 ms and asked in some 10 ns.
private struct CostTable: Sendable {
    struct Entry: Sendable {
        let cost: Int16
        /// In lower case, or of a context that does not know the next letter.
        let extra: Int16
    }

    private var keys: [UInt64] = Array(repeating: 0, count: 1024)
    private var entries: [Entry] = Array(repeating: Entry(cost: 0, extra: 0), count: 1024)
    private var count = 0

    /// FNV-1a (RFC draft-eastlake-fnv), never 0. Two of ten thousand texts share a key with odds of one in 10^11.
    static func key(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash == 0 ? 1 : hash
    }

    subscript(key: UInt64) -> Entry? {
        let slot = slot(of: key)
        return keys[slot] == key ? entries[slot] : nil
    }

    mutating func insert(_ key: UInt64, _ entry: Entry) -> Bool {
        if count * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        guard keys[slot] == 0 else { return false }
        keys[slot] = key
        entries[slot] = entry
        count += 1
        return true
    }

    /// Where the key is or belongs; at least half of the slots are free.
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        // The upper half is mixed best by FNV.
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldEntries) = (keys, entries)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        entries = Array(repeating: Entry(cost: 0, extra: 0), count: keys.count)
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            entries[slot] = oldEntries[index]
        }
    }
}
