/// Words of a language to look others up in, in lower case.
public struct WordTable: Sendable {
    @usableFromInline var keys = KeyTable<Bool>(empty: false)

    public init(_ words: some Sequence<String>) {
        for word in words { _ = keys.insert(FoldedText(word).characters[...].wordHash, true) }
    }

    public func contains(_ word: ArraySlice<FoldedCharacter>) -> Bool { keys[word.wordHash] != nil }

    /// As `contains`, by the word's hash.
    @inlinable public func contains(hash: UInt64) -> Bool { keys[hash] != nil }
}

extension [FoldedCharacter] {
    /// The runs of letters, in order, until `body` says that it has seen enough.
    @inlinable public func forEachWord(_ body: (ArraySlice<FoldedCharacter>) -> Bool) {
        var place = 0
        while place < count {
            guard self[place].isLetter else {
                place += 1
                continue
            }
            let start = place
            repeat { place += 1 } while place < count && self[place].isLetter
            guard body(self[start..<place]) else { return }
        }
    }
}
