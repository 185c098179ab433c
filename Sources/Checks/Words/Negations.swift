import LocalizationModel

/// A locale's words that deny.
struct Negations: Sendable {
    private let whole: [String]
    /// By the hash of a whole word its index.
    private var places = KeyTable<Int>(empty: 0)
    /// Parts of words, and words of languages that do not divide them.
    private let parts: [(text: String, characters: [FoldedCharacter])]
    /// A bit for each character that a part starts with, by the end of its code.
    private let starts: UInt64

    init(_ profile: LocaleProfile) {
        let words = profile.words("negation")
        let isPart: (String) -> Bool = { !profile.separatesWords || $0.contains("'") || $0.contains("’") || $0.contains(" ") }
        whole = words.filter { !isPart($0) }
        parts = words.filter { isPart($0) && !$0.isEmpty }.map { ($0, FoldedText($0).characters) }
        starts = parts.reduce(0) { $0 | Self.bit($1.characters[0]) }
        for (index, word) in whole.enumerated() { _ = places.insert(FoldedText(word).characters[...].wordHash, index) }
    }

    var isEmpty: Bool { whole.isEmpty && parts.isEmpty }

    /// What a text was found to hold.
    enum Reading {
        case unread, none
        case part(Int)
        case whole(Int)
    }

    /// Reads a text: the first of the parts in the order of the list, else the first whole word of the text.
    func read(_ text: [FoldedCharacter]) -> Reading {
        if let part = firstPart(in: text) { return .part(part) }
        guard !whole.isEmpty else { return .none }
        var found: Int?
        text.forEachWord { word in
            found = places[word.wordHash]
            return found == nil
        }
        return found.map { .whole($0) } ?? .none
    }

    /// The word that was found.
    func word(_ reading: Reading) -> String? {
        switch reading {
        case .unread, .none: nil
        case .part(let index): parts[index].text
        case .whole(let index): whole[index]
        }
    }

    /// True where the text denies.
    func areIn(_ text: [FoldedCharacter]) -> Bool {
        if case .none = read(text) { false } else { true }
    }

    private func firstPart(in text: [FoldedCharacter]) -> Int? {
        var best: Int?
        for place in text.indices where starts & Self.bit(text[place]) != 0 {
            best = parts[..<(best ?? parts.count)].firstIndex { text[place...].starts(with: $0.characters) } ?? best
        }
        return best
    }

    private static func bit(_ character: FoldedCharacter) -> UInt64 { 1 << (character.code & 63) }
}
