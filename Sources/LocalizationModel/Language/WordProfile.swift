/// Counts over the words of a text that the two languages' frequent words are looked up in.
struct WordProfile {
    /// Words in the source's script.
    private(set) var count = 0
    /// Of these, in lower case.
    private(set) var lowerCase = 0
    /// Of these, no frequent word of the source and of more than two letters: `markets`, `steps`.
    private(set) var lowerCaseWords = 0
    private(set) var sourceHits = 0
    private(set) var ownHits = 0
    /// The longest run of words of the source's script and language that no other word interrupts.
    private(set) var longestRun = 0
    private(set) var longestRunHits = 0
    private(set) var longestRunLowerCase = 0
    /// Hashes of the words in the source's script.
    private var seen: [UInt64] = []
    private var run = (length: 0, hits: 0, lowerCase: 0)

    private let own: WordTable
    private let source: WordTable
    private let isSourceLatin: Bool

    init(_ text: [FoldedCharacter], own: WordTable, source: WordTable, isSourceLatin: Bool) {
        self.own = own
        self.source = source
        self.isSourceLatin = isSourceLatin
        var place = 0
        while place < text.count {
            let start = place
            while place < text.count, Self.isInside(text[place]) { place += 1 }
            if place > start { addParts(of: text[start..<place]) }
            place += 1
        }
    }

    func contains(anyOf words: WordTable) -> Bool { seen.contains { words.contains(hash: $0) } }

    private static func isInside(_ character: FoldedCharacter) -> Bool {
        if character.isLetterOrNumber { return true }
        switch character.code {
        case 0x27, 0x2D, 0x2E, 0x5F, 0x2019: return true
        default: return false
        }
    }

    /// Adds what stands where Latin letters touch others, as in `Office的`; full stops and hyphens at the end are no part of a word.
    private mutating func addParts(of word: ArraySlice<FoldedCharacter>) {
        var start = word.startIndex
        var wasLatin: Bool?
        for place in word.indices where word[place].isLetter {
            let isLatin = word[place].isLatin
            if let wasLatin, isLatin != wasLatin {
                add(word[start..<place])
                start = place
            }
            wasLatin = isLatin
        }
        var end = word.endIndex
        while end > start, word[end - 1].isSame(as: ".") || word[end - 1].isSame(as: "-") { end -= 1 }
        if end > start { add(word[start..<end]) }
    }

    private mutating func add(_ part: ArraySlice<FoldedCharacter>) {
        guard let first = part.first, first.isLetter else { return }
        let hash = part.wordHash
        guard first.isLatin == isSourceLatin else {
            run = (0, 0, 0)
            if own.contains(hash: hash) { ownHits += 1 }
            return
        }
        let isLower = !part.contains { $0.isCapital || $0.isNumber || $0.isSame(as: "_") || $0.isSame(as: ".") }
        count += 1
        seen.append(hash)
        let isSource = source.contains(hash: hash)
        let isOwn = !isSource && own.contains(hash: hash)
        if isLower { lowerCase += 1 }
        if isLower, !isSource, part.reduce(0, { $0 + $1.length }) > 2 { lowerCaseWords += 1 }
        if isSource { sourceHits += 1 }
        if isOwn { ownHits += 1 }
        run = isOwn ? (0, 0, 0) : (run.length + 1, run.hits + (isSource ? 1 : 0), run.lowerCase + (isLower ? 1 : 0))
        if run.length > longestRun { (longestRun, longestRunHits, longestRunLowerCase) = run }
    }
}
