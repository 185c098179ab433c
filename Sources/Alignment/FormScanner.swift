import LocalizationModel

/// Finds which words' forms stand in a text: at the start of a word, or anywhere for runs that are not divided and for forms
/// long enough to be part of a compound.
struct FormScanner {
    private let lexicon: AlignmentLexicon
    /// By slot of the first three bytes, the first of the forms that start so; -1 where there is none.
    private var first = [Int32](repeating: -1, count: Self.slots)
    private var candidates: [Candidate] = []
    /// One bit per hash of three bytes: most places need no look-up. The first half is for places where a word starts, the second for
    /// those inside one.
    private var filter = [UInt64](repeating: 0, count: 2 * Self.filterBits / 64)

    private struct Candidate {
        let form: AlignmentLexicon.Form
        let word: Int32
        /// The next one of its slot, in the order of words and forms.
        let next: Int32
    }

    private static let filterBits = 1 << 15
    private static let slots = 1 << 10

    /// The words are numbered as the entries are given.
    init(_ lexicon: AlignmentLexicon, _ entries: [Int]) {
        self.lexicon = lexicon
        candidates.reserveCapacity(entries.reduce(0) { $0 + lexicon.forms(of: $1).count })
        // From the last on, so that each is put before those behind it.
        for (word, entry) in entries.enumerated().reversed() {
            for form in lexicon.forms(of: entry).reversed() {
                let hash = Self.hash(form.key)
                filter[hash / 64] |= 1 << UInt64(hash % 64)
                if form.anywhere { filter[(Self.filterBits + hash) / 64] |= 1 << UInt64(hash % 64) }
                let slot = Self.slot(hash)
                candidates.append(Candidate(form: form, word: Int32(word), next: first[slot]))
                first[slot] = Int32(candidates.count - 1)
            }
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
                let key = AlignmentLexicon.key(bytes, i)
                let hash = Self.hash(key)
                let startsWord = i == 0 || bytes[i - 1] == 0x20 || (bytes[i] < 0xE0) != (bytes[i - 1] < 0x80 || bytes[i - 1] >= 0xC0)
                guard filter[(startsWord ? hash : Self.filterBits + hash) / 64] & (1 << UInt64(hash % 64)) != 0 else { continue }
                var next = Int(first[Self.slot(hash)])
                while next >= 0 {
                    let candidate = candidates[next]
                    next = Int(candidate.next)
                    guard candidate.form.key == key, candidate.form.anywhere || startsWord, stands(candidate.form, bytes, at: i) else { continue }
                    body(Int(candidate.word), i..<i + Int(candidate.form.count))
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
    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 17) }

    @inline(__always)
    private static func slot(_ hash: Int) -> Int { hash >> 5 }
}
