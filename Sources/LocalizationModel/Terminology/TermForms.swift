/// Tells the forms of a word again, by a locale's endings.
struct TermForms: Sendable {
    /// Hashes of the endings.
    private var endings = KeyTable<Bool>(empty: false)
    /// In letters.
    let longestEnding: Int
    private let dropped: [[FoldedCharacter]]
    private var letters = KeyTable<UInt64>(empty: 0)

    init(_ inflection: Inflection) {
        let all = inflection.endings.map { FoldedText($0).characters }
        longestEnding = all.map(\.count).max() ?? 0
        dropped = inflection.dropped.map { FoldedText($0).characters }
        for (letter, plain) in inflection.letters.sorted(by: { $0.key < $1.key }) {
            guard let from = FoldedText(String(letter)).characters.first, let to = FoldedText(String(plain)).characters.first else { continue }
            _ = letters.insert(from.code, to.code)
        }
        for ending in all { _ = endings.insert(hash(ending[...]), true) }
    }

    /// The letter that a character is compared as.
    @inline(__always) func code(_ character: FoldedCharacter) -> UInt64 {
        character.code < 0x80 || character.isEastAsian ? character.code : letters[character.code] ?? character.code
    }

    func isEnding(_ rest: ArraySlice<FoldedCharacter>) -> Bool { endings[hash(rest)] != nil }

    func hash(_ word: ArraySlice<FoldedCharacter>) -> UInt64 {
        var hash = FNV1a.basis
        for character in word { hash = FNV1a.next(hash, code(character)) }
        return hash
    }

    /// The beginnings of a word that endings follow: the word itself, and what is left without the ending of its dictionary form.
    func stems(of word: ArraySlice<FoldedCharacter>) -> [ArraySlice<FoldedCharacter>] {
        guard TermTokens.isWord(word), longestEnding > 0 else { return [word] }
        return [word]
            + dropped.filter { $0.count + Inflection.shortestStem <= word.count && word.suffix($0.count).elementsEqual($0) }.map { word.dropLast($0.count) }
    }
}
