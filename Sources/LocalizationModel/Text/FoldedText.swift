/// A text as its characters in lower case.
public struct FoldedText: Sendable {
    public let characters: [FoldedCharacter]

    public init(_ text: String) {
        characters = Self.loneCharacters(text) ?? text.map(FoldedCharacter.init)
    }

    /// The characters of a text that is made of `LoneScalars`; nil for another. Linear.
    private static func loneCharacters(_ text: String) -> [FoldedCharacter]? {
        var text = text
        return text.withUTF8 { bytes in
            let alphabets = LoneScalars.alphabets
            var isLone = true
            let characters = [FoldedCharacter](unsafeUninitializedCapacity: bytes.count) { buffer, count in
                var place = 0
                while place < bytes.count {
                    let first = bytes[place]
                    let found: FoldedCharacter?
                    if first < 0x80 {
                        found = alphabets[Int(first)]
                        place += 1
                    } else {
                        let (scalar, length) = bytes.scalar(at: place)
                        found = LoneScalars[scalar]
                        place += length
                    }
                    guard let found else {
                        isLone = false
                        return
                    }
                    buffer.initializeElement(at: count, to: found)
                    count += 1
                }
            }
            return isLone ? characters : nil
        }
    }
}

extension ArraySlice<FoldedCharacter> {
    /// Equal for equal words: FNV-1a over the characters.
    public var wordHash: UInt64 {
        withUnsafeBufferPointer { characters in
            var hash = FNV1a.basis
            for character in characters { hash = FNV1a.next(hash, character.code) }
            return hash
        }
    }
}
