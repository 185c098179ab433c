import LocalizationModel

/// A unit with what its words say of their language.
struct JudgedUnit {
    private let source: [Int]
    private let target: [Int]
    private let confidence: Double
    private let state: TranslationUnit.State
    /// True where the target repeats the source and the words belong to no language: a name, a code, one word in capitals.
    private let isOpen: Bool
    /// What the lexicon knows of a title that repeats the source.
    private let title: Lexicon.TitleEvidence?

    init(
        source: [Int], target: [Int], cost: Double, _ sourceSegments: [Segment], _ targetSegments: [Segment], _ evidence: LanguageEvidence,
        titleEvidence: (String) -> Lexicon.TitleEvidence?
    ) {
        self.source = source
        self.target = target
        confidence = max(0, min(1, 1 - cost / 12))
        guard !source.isEmpty, !target.isEmpty else {
            state = target.isEmpty ? .missing : .extra
            isOpen = false
            title = nil
            return
        }
        let originals = source.map { sourceSegments[$0].facts }
        let texts = target.map { targetSegments[$0].facts }
        let verdicts = texts.map { text in evidence.verdict(on: text, source: originals.first { LanguageEvidence.agree($0, text) } ?? originals.first) }
        let repeatsSource = originals.count == 1 && texts.count == 1 && texts[0].letters.total > 1 && LanguageEvidence.agree(originals[0], texts[0])
        // Names that are kept by design leave nothing to be told by lexicon or neighbours.
        let repeats = repeatsSource && !evidence.isNames(texts[0])
        isOpen = repeats && verdicts.allSatisfy { $0 == .undecided }
        // Who touched the punctuation or the case translated it.
        title = repeats && originals[0].plain == texts[0].plain && evidence.isTitle(texts[0]) ? titleEvidence(texts[0].plain) : nil
        if verdicts.allSatisfy({ $0 == .source }) {
            state = .untranslated
        } else {
            state = verdicts.contains(.source) || verdicts.contains(.mixed) ? .partial : .translated
        }
    }

    /// How many neighbours on either side are asked about an open unit.
    private static let neighbours = 2

    /// Words that stay as they are this often are names, this rarely none.
    private static let leastKept = 0.4
    private static let mostTranslated = 0.22

    private func settled(_ state: TranslationUnit.State) -> TranslationUnit {
        TranslationUnit(source: source, target: target, state: state, confidence: confidence)
    }

    /// The units. A title that repeats the source is a name where its words usually stay, and left untranslated where they
    /// usually do not. Where the lexicon does not know, or is of two minds, an open unit goes with its neighbours: `Silver`
    /// between two English paragraphs is English, between two translated ones a name.
    static func settled(_ units: [JudgedUnit]) -> [TranslationUnit] {
        units.indices.map { index in
            let unit = units[index]
            if let title = unit.title, title.kept >= leastKept { return unit.settled(.translated) }
            if let title = unit.title, title.kept <= mostTranslated, title.isComplete { return unit.settled(.untranslated) }
            return unit.settled(unit.isOpen && isAmongUntranslated(index, units) ? .untranslated : unit.state)
        }
    }

    private static func isAmongUntranslated(_ index: Int, _ units: [JudgedUnit]) -> Bool {
        func speaks(_ unit: JudgedUnit) -> Bool { !unit.isOpen && !unit.source.isEmpty && !unit.target.isEmpty }
        // Only so far: a neighbour half a page away says nothing.
        let before = units[max(0, index - 8)..<index].reversed().filter(speaks).prefix(neighbours)
        let after = units[(index + 1)..<min(units.count, index + 9)].filter(speaks).prefix(neighbours)
        let asked = before + after
        let left = asked.count { $0.state == .untranslated }
        return !asked.isEmpty && left * 4 >= asked.count * 3
    }
}
