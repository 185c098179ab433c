import LocalizationModel

/// Counts the alternatives that a sentence joins by the language's own `or`.
struct Alternatives: Sendable {
    private let separatesWords: Bool
    private let whole: WordTable
    /// The words themselves, the longest first.
    private let words: [[FoldedCharacter]]

    init(_ profile: LocaleProfile) {
        separatesWords = profile.separatesWords
        words = Set(profile.words("or")).map { FoldedText($0).characters }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        whole = WordTable(Set(profile.words("or")))
    }

    /// How many times alternatives are joined. `generous` also counts every comma of an enumeration, since a
    /// translation may join by commas what the source joins by words.
    func count(_ text: [FoldedCharacter], generous: Bool) -> Int {
        var count = 0
        var afterJoint = false
        forEachToken(text) { token in
            switch token {
            case .or:
                if !afterJoint { count += 1 }
                afterJoint = true
            case .comma:
                if generous, !afterJoint { count += 1 }
                afterJoint = generous
            case .word: afterJoint = false
            }
        }
        return count
    }

    private enum Token {
        case or, comma, word
    }

    private func forEachToken(_ text: [FoldedCharacter], _ body: (Token) -> Void) {
        if separatesWords { forEachWord(text, body) } else { forEachRun(text, body) }
    }

    private func forEachWord(_ text: [FoldedCharacter], _ body: (Token) -> Void) {
        var letters: [FoldedCharacter] = []
        for part in text.split(separator: FoldedCharacter.space) {
            letters.removeAll(keepingCapacity: true)
            for character in part where character.isLetter || character.isSame(as: "-") { letters.append(character) }
            body(whole.contains(letters[...]) ? .or : .word)
            if part[part.endIndex - 1].isSame(as: ",") { body(.comma) }
        }
    }

    private func forEachRun(_ text: [FoldedCharacter], _ body: (Token) -> Void) {
        var place = 0
        while place < text.count {
            if let word = words.first(where: { text[place...].starts(with: $0) }) {
                body(.or)
                place += word.count
                continue
            }
            let next = text[place]
            if next.isSame(as: "、") || next.isSame(as: "，") || next.isSame(as: ",") { body(.comma) } else if next.isLetterOrNumber { body(.word) }
            place += 1
        }
    }
}
