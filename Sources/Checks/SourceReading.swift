import LocalizationModel

/// What the rules read of a source's segments, each once for all translations of the page.
public final class SourceReading {
    let words: LocaleWords
    private let segments: [Segment]
    private var folded: [FoldedText?]
    /// 0 for what is no sentence.
    private var sentences: [UInt64?]
    private var negations: [Negations.Reading]
    private var alternatives: [Int?]
    private var names: [[NumberedName]?]
    private var traits: [SegmentTraits?]
    private var terms: [[TermUse]?]
    private var placeholders: [[Placeholder]?]

    public init(_ segments: [Segment], _ words: LocaleWords) {
        self.segments = segments
        self.words = words
        folded = Array(repeating: nil, count: segments.count)
        sentences = Array(repeating: nil, count: segments.count)
        negations = Array(repeating: .unread, count: segments.count)
        alternatives = Array(repeating: nil, count: segments.count)
        names = Array(repeating: nil, count: segments.count)
        traits = Array(repeating: nil, count: segments.count)
        terms = Array(repeating: nil, count: words.terms == nil ? 0 : segments.count)
        placeholders = Array(repeating: nil, count: segments.count)
    }

    /// The words of a segment in lower case.
    func folded(_ index: Int) -> FoldedText {
        if let known = folded[index] { return known }
        let text = FoldedText(segments[index].facts.plain)
        folded[index] = text
        return text
    }

    /// Of the words of a segment in lower case; nil for one of fewer than three words, which may well be said in several ways.
    func sentence(_ index: Int) -> UInt64? {
        if let known = sentences[index] { return known == 0 ? nil : known }
        let hash = segments[index].facts.wordCount >= Self.leastWords ? folded(index).characters[...].wordHash : 0
        sentences[index] = hash
        return hash == 0 ? nil : hash
    }

    /// The word of a segment that denies.
    func negation(_ index: Int) -> String? {
        if case .unread = negations[index] { negations[index] = words.negations.read(folded(index).characters) }
        return words.negations.word(negations[index])
    }

    /// The names of a segment that have a number behind them.
    func numberedNames(_ index: Int) -> [NumberedName] {
        if let known = names[index] { return known }
        let found = segments[index].facts.names.flatMap(NumberedName.all(in:))
        names[index] = found
        return found
    }

    /// The terms of the glossary that a segment uses.
    func terms(_ index: Int) -> [TermUse] {
        guard let glossary = words.terms else { return [] }
        if let known = terms[index] { return known }
        let found = glossary.uses(in: segments[index].facts, folded(index))
        terms[index] = found
        return found
    }

    /// What a program or a reader fills in.
    func placeholders(_ index: Int) -> [Placeholder] {
        if let known = placeholders[index] { return known }
        let found = Placeholder.all(in: segments[index].facts)
        placeholders[index] = found
        return found
    }

    func traits(_ index: Int) -> SegmentTraits {
        if let known = traits[index] { return known }
        let found = SegmentTraits(segments, index)
        traits[index] = found
        return found
    }

    /// How many times segments that are one unit join alternatives by `or`.
    func alternatives(_ members: [Int]) -> Int {
        let sum = members.reduce(0) { $0 + alternatives($1) }
        guard members.count > 1, sum > 1 else { return sum }
        return words.alternatives.count(Array(members.map { folded($0).characters }.joined(separator: [.space])), generous: false)
    }

    func alternatives(_ index: Int) -> Int {
        if let known = alternatives[index] { return known }
        let count = words.alternatives.count(folded(index).characters, generous: false)
        alternatives[index] = count
        return count
    }

    // MARK: Repetitions

    /// For each segment of three words or more whose words another one begins alike: the first of those.
    private(set) lazy var repeated: [Int?] = {
        var first = KeyTable<Int>(empty: 0)
        var repeated = [Int?](repeating: nil, count: segments.count)
        for index in segments.indices where segments[index].facts.wordCount >= Self.leastWords {
            let stem = Wording.stem(folded(index).characters)
            guard let original = first[stem] else {
                _ = first.insert(stem, index)
                continue
            }
            repeated[original] = original
            repeated[index] = original
        }
        return repeated
    }()

    private static let leastWords = 3
}
