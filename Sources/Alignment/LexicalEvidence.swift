import Glibc
import LocalizationModel

/// What a lexicon says for and against two runs of segments translating each other.
///
/// Each word of the source that the lexicon knows adds the logarithm of how much likelier its finding is beside its
/// translation than anywhere (naive Bayes). Finding is looked up once a page: bit sets of the words whose forms stand in
/// each target segment.
struct LexicalEvidence {
    /// Per source segment, its words, once each.
    private let lists: [[Int]]
    private let sourceWords: BitRows
    private let targetHits: BitRows
    /// By word of the page: the evidence of its forms being there, and of their not being there, in nats.
    private let present: [Float]
    private let absent: [Float]
    /// By word of the page.
    private let entries: [Lexicon.Entry]

    private enum Limit {
        /// A single word decides nothing.
        static let present: Float = 3
        static let absent: Float = -2
        /// Nor do all of them together decide without regard to anything else.
        static let total: Float = 30
    }

    /// `nil` texts on either side are empty.
    init?(_ lexicon: Lexicon?, source: [String], target: [String]) {
        guard let lexicon, !lexicon.entries.isEmpty else { return nil }
        var local: [Int: Int] = [:]
        var used: [Int] = []
        let words = source.map { text in
            var list: [Int] = []
            LexicalText(text).stems { stem in
                guard let entry = lexicon.position(of: stem) else { return }
                if let known = local[entry] {
                    list.append(known)
                } else {
                    local[entry] = used.count
                    list.append(used.count)
                    used.append(entry)
                }
            }
            return Array(Set(list)).sorted()
        }
        guard !used.isEmpty else { return nil }
        let entries = used.map { lexicon.entries[$0] }
        self.entries = entries
        lists = words
        sourceWords = BitRows(words, width: used.count)
        let scanner = FormScanner(entries)
        targetHits = BitRows(target.map { scanner.hits(LexicalText($0)) }, width: used.count)
        present = entries.map { min(Limit.present, max(0, Float(log(max($0.found, 1e-3) / max($0.chance, 1e-4))))) }
        absent = entries.map { max(Limit.absent, min(0, Float(log(max(1 - $0.found, 1e-3) / max(1 - $0.chance, 1e-3))))) }
    }

    /// What the words of a segment can speak for a match at most, in nats.
    func most(_ source: Int) -> Float { min(Limit.total, lists[source].reduce(0) { $0 + present[$1] }) }

    /// In nats; positive speaks for the pair.
    func support(_ source: Range<Int>, _ target: Range<Int>) -> Float {
        var sum: Float = 0
        forEachWord(source, target) { word, isFound in sum += isFound ? present[word] : absent[word] }
        return max(-Limit.total, min(Limit.total, sum))
    }

    /// The known words of a source run, and whether one of their forms stands in the target run. A word that stands in
    /// several of the source's segments counts once.
    @inline(__always)
    private func forEachWord(_ source: Range<Int>, _ target: Range<Int>, _ body: (Int, Bool) -> Void) {
        for segment in source {
            for word in lists[segment] where segment == source.lowerBound || !sourceWords.holds(word, source.lowerBound..<segment) {
                body(word, targetHits.holds(word, target))
            }
        }
    }

    /// The words that had a say in `support`, in the order of the source; the texts are those of the two runs.
    func words(_ source: Range<Int>, _ target: Range<Int>, _ sourceText: String, _ targetText: String) -> [UnitExplanation.Word] {
        var asked: [(entry: Lexicon.Entry, isFound: Bool)] = []
        forEachWord(source, target) { word, isFound in
            if (isFound ? present[word] : absent[word]) != 0 { asked.append((entries[word], isFound)) }
        }
        let forms = FormScanner(asked.map(\.entry)).words(LexicalText(targetText))
        var known: [[UInt8]: (place: Int, word: String)] = [:]
        LexicalText(sourceText).forEachWord { stem, word in
            if known[Array(stem)] == nil { known[Array(stem)] = (known.count, String(decoding: word, as: UTF8.self)) }
        }
        return asked.enumerated().map { number, item in
            let word = known[Array(item.entry.stem.utf8)]
            return (
                word?.place ?? .max,
                UnitExplanation.Word(word: word?.word ?? item.entry.stem, found: item.isFound ? forms[number] : nil, expected: item.entry.forms.first)
            )
        }.sorted { ($0.0, $0.1.word) < ($1.0, $1.1.word) }.map(\.1)
    }
}

/// Rows of bits.
private struct BitRows {
    private let wordsPerRow: Int
    private var bits: [UInt64]

    init(_ rows: [[Int]], width: Int) {
        wordsPerRow = (width + 63) / 64
        bits = [UInt64](repeating: 0, count: rows.count * wordsPerRow)
        for (row, set) in rows.enumerated() { for bit in set { bits[row * wordsPerRow + bit / 64] |= 1 << UInt64(bit % 64) } }
    }

    /// True where one of the rows has the bit.
    func holds(_ bit: Int, _ rows: Range<Int>) -> Bool {
        let mask: UInt64 = 1 << UInt64(bit % 64)
        for row in rows where bits[row * wordsPerRow + bit / 64] & mask != 0 { return true }
        return false
    }
}

/// Finds which words' forms stand in a text: at the start of a word, or anywhere for runs that are not divided and for forms
/// long enough to be part of a compound.
private struct FormScanner {
    private struct Form {
        let bytes: [UInt8]
        let anywhere: Bool
        let word: Int
    }
    private var forms: [UInt32: [Form]] = [:]
    /// One bit per hash of three bytes: most places need no look-up.
    private var filter = [UInt64](repeating: 0, count: 1024)

    /// Letters that a form must have to be found inside a word.
    private static let compoundLength = 5

    init(_ entries: [Lexicon.Entry]) {
        for (word, entry) in entries.enumerated() {
            for form in entry.forms + [entry.stem] {
                let bytes = Array(form.utf8)
                guard bytes.count >= 3 else { continue }
                let key = Self.key(bytes, 0)
                let anywhere = LexicalText.isUndivided(bytes[...]) || form.unicodeScalars.count >= Self.compoundLength
                forms[key, default: []].append(Form(bytes: bytes, anywhere: anywhere, word: word))
                filter[Self.slot(key) / 64] |= 1 << UInt64(Self.slot(key) % 64)
            }
        }
    }

    func hits(_ text: LexicalText) -> [Int] {
        var found: [Int] = []
        scan(text) { word, _ in found.append(word) }
        return found
    }

    /// The first word of the text that holds a form of each; of runs that are not divided the form itself.
    func words(_ text: LexicalText) -> [Int: String] {
        var runs: [ArraySlice<UInt8>] = []
        text.forEachRun { runs.append($0) }
        var words: [Int: String] = [:]
        scan(text) { word, range in
            guard words[word] == nil else { return }
            let run = runs.first { $0.startIndex <= range.lowerBound && range.lowerBound < $0.endIndex && !LexicalText.isUndivided($0) }
            words[word] = String(decoding: run ?? text.bytes[range], as: UTF8.self)
        }
        return words
    }

    @inline(__always)
    private func scan(_ text: LexicalText, _ body: (Int, Range<Int>) -> Void) {
        let bytes = text.bytes
        guard bytes.count >= 3 else { return }
        for i in 0...(bytes.count - 3) where bytes[i] != 0x20 && bytes[i] & 0xC0 != 0x80 {
            let key = Self.key(bytes, i)
            guard filter[Self.slot(key) / 64] & (1 << UInt64(Self.slot(key) % 64)) != 0, let candidates = forms[key] else { continue }
            let startsWord = i == 0 || bytes[i - 1] == 0x20 || (bytes[i] < 0xE0) != (bytes[i - 1] < 0x80 || bytes[i - 1] >= 0xC0)
            for form in candidates where form.anywhere || startsWord {
                if bytes.count - i >= form.bytes.count, bytes[i..<(i + form.bytes.count)].elementsEqual(form.bytes) {
                    body(form.word, i..<(i + form.bytes.count))
                }
            }
        }
    }

    private static func key(_ bytes: [UInt8], _ i: Int) -> UInt32 { UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) }
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }
}
