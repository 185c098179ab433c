import LocalizationModel

/// Compares wordings regardless of numbers and endings.
enum Wording {
    /// Equal for texts whose words begin alike: what is left when endings change with number and case.
    static func stem(_ text: [FoldedCharacter]) -> UInt64 {
        var hash = FNV1a.basis
        forEachWord(text) { word in
            hash = FNV1a.next(hash, FoldedCharacter.space.code)
            if word.allSatisfy(\.isNumber) {
                hash = FNV1a.next(hash, FoldedCharacter.zero.code)
            } else {
                for character in word.prefix(max(2, word.count * 6 / 10)) { hash = FNV1a.next(hash, character.masked.code) }
            }
        }
        return hash
    }

    /// True where some word of one has no counterpart with the same beginning in the other.
    static func differ(_ a: String, _ b: String) -> Bool {
        if a == b { return false }
        let (left, right) = (FoldedText(a).characters.map(\.masked), FoldedText(b).characters.map(\.masked))
        if left == right { return false }
        let (x, y) = (words(left), words(right))
        guard !x.isEmpty, !y.isEmpty else { return true }
        // So long a text is no sentence, and each word is compared with each.
        guard x.count <= 400, y.count <= 400 else { return false }
        return x.contains { word in !y.contains { related(word, $0) } } || y.contains { word in !x.contains { related(word, $0) } }
    }

    private static func words(_ text: [FoldedCharacter]) -> [ArraySlice<FoldedCharacter>] {
        var words: [ArraySlice<FoldedCharacter>] = []
        forEachWord(text) { if !$0.allSatisfy(\.isNumber) { words.append($0) } }
        // Scripts without spaces: compare pairs of letters instead.
        guard words.contains(where: { $0.contains(where: \.isEastAsian) }) else { return words.filter { $0.count > 3 } }
        let letters = text.filter(\.isLetter)
        return letters.indices.dropLast().map { letters[$0...($0 + 1)] }
    }

    /// Runs of letters and numbers.
    private static func forEachWord(_ text: [FoldedCharacter], _ body: (ArraySlice<FoldedCharacter>) -> Void) {
        var place = 0
        while place < text.count {
            let start = place
            while place < text.count, text[place].isLetterOrNumber { place += 1 }
            if place > start { body(text[start..<place]) }
            place += 1
        }
    }

    private static func related(_ a: ArraySlice<FoldedCharacter>, _ b: ArraySlice<FoldedCharacter>) -> Bool {
        let shorter = min(a.count, b.count)
        var shared = 0
        while shared < shorter, a[a.startIndex + shared] == b[b.startIndex + shared] { shared += 1 }
        if shared == a.count, shared == b.count { return true }
        if shorter <= 2 { return false }
        // German forms change the stem's vowel (muss, müssen): the first and third letters must do for short words.
        return shared * 2 >= shorter || shared >= 1 && shorter <= 5 && abs(a.count - b.count) <= 3
    }
}

extension FoldedCharacter {
    /// A number as any other.
    fileprivate var masked: FoldedCharacter { isNumber ? .zero : self }
}
