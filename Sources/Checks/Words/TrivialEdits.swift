import LocalizationModel

/// Changes of a source that no translation has to follow.
struct TrivialEdits {
    private let functionWords: Set<String>

    init(_ profile: LocaleProfile) { functionWords = profile.functionWords }

    /// True where function words moved within their sentence (`However, this is` and `This, however, is`), or a number is written in
    /// another form (`15th`, `15`). Words of meaning may have changed places with each other, and count.
    func holds(_ edits: [WordEdit]) -> Bool {
        guard !edits.isEmpty else { return false }
        let (removed, added) = (words(edits.map(\.removed)), words(edits.map(\.added)))
        return removed == added && removed.allSatisfy { functionWords.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    private func words(_ texts: [String]) -> [String] {
        texts.flatMap { text in
            text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(Self.withoutEnding)
        }.sorted()
    }

    /// `15` of `15th`: an ending of two letters at most.
    private static func withoutEnding(_ word: Substring) -> String {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let ending = word.dropFirst(digits.count)
        return !digits.isEmpty && ending.count == 2 && ending.allSatisfy(\.isLetter) ? String(digits) : String(word)
    }
}
