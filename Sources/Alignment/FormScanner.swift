import LocalizationModel

/// Finds which words' forms stand in a text: at the start of a word, or anywhere for runs that are not divided and for forms
/// long enough to be part of a compound.
struct FormScanner {
    private let lexicon: AlignmentLexicon
    /// By slot of the first three bytes, the forms that start so, in their order.
    private var starts = [Int32](repeating: 0, count: Self.slots + 1)
    private var candidates: [Candidate] = []
    /// One bit per hash of three bytes: most places need no look-up.
    private var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)

    private struct Candidate {
        let key: UInt32
        let word: Int32
        let form: AlignmentLexicon.Form
    }

    private static let filterBits = 1 << 16
    private static let slots = 1 << 10

    /// The words are numbered as the entries are given.
    init(_ lexicon: AlignmentLexicon, _ entries: [Int]) {
        self.lexicon = lexicon
        var found: [Candidate] = []
        found.reserveCapacity(8 * entries.count)
        for (word, entry) in entries.enumerated() {
            for form in lexicon.forms(of: entry) {
                let key = lexicon.bytes.withUnsafeBufferPointer { Self.key($0, Int(form.start)) }
                found.append(Candidate(key: key, word: Int32(word), form: form))
                let hash = Self.hash(key)
                filter[hash / 64] |= 1 << UInt64(hash % 64)
                starts[Self.slot(hash) + 1] += 1
            }
        }
        guard let first = found.first else { return }
        for slot in 0..<Self.slots { starts[slot + 1] += starts[slot] }
        candidates = Array(repeating: first, count: found.count)
        var next = starts
        for candidate in found {
            let slot = Self.slot(Self.hash(candidate.key))
            candidates[Int(next[slot])] = candidate
            next[slot] += 1
        }
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

    /// Each form in the text, from its start on, as the number of its word and its place.
    @inline(__always)
    func scan(_ text: LexicalText, _ body: (Int, Range<Int>) -> Void) {
        text.bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count >= 3 else { return }
            for i in 0...(bytes.count - 3) where bytes[i] != 0x20 && !bytes[i].isContinuation {
                let key = Self.key(bytes, i)
                let hash = Self.hash(key)
                guard filter[hash / 64] & (1 << UInt64(hash % 64)) != 0 else { continue }
                let startsWord = i == 0 || bytes[i - 1] == 0x20 || (bytes[i] < 0xE0) != (bytes[i - 1] < 0x80 || bytes[i - 1] >= 0xC0)
                let slot = Self.slot(hash)
                for candidate in candidates[Int(starts[slot])..<Int(starts[slot + 1])] where candidate.key == key && (candidate.form.anywhere || startsWord) {
                    if stands(candidate.form, bytes, at: i) { body(Int(candidate.word), i..<i + Int(candidate.form.count)) }
                }
            }
        }
    }

    private func stands(_ form: AlignmentLexicon.Form, _ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        guard text.count - i >= Int(form.count) else { return false }
        for k in 3..<max(3, Int(form.count)) where text[i + k] != lexicon.bytes[Int(form.start) + k] { return false }
        return true
    }

    @inline(__always)
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> UInt32 {
        UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2])
    }

    @inline(__always)
    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

    @inline(__always)
    private static func slot(_ hash: Int) -> Int { hash >> 6 }
}
