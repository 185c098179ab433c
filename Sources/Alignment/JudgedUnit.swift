import LocalizationModel

/// A unit with what its words say of their language.
struct JudgedUnit {
    private let source: [Int]
    private let target: [Int]
    private let confidence: Double
    private let state: TranslationUnit.State
    /// True where the target repeats the source and the words belong to no language: a name, a code, one word in capitals.
    private let isOpen: Bool

    init(source: [Int], target: [Int], cost: Double, _ sourceSegments: [Segment], _ targetSegments: [Segment], _ evidence: LanguageEvidence) {
        self.source = source
        self.target = target
        confidence = max(0, min(1, 1 - cost / 12))
        guard !source.isEmpty, !target.isEmpty else {
            state = target.isEmpty ? .missing : .extra
            isOpen = false
            return
        }
        let originals = source.map { sourceSegments[$0].facts }
        let texts = target.map { targetSegments[$0].facts }
        let verdicts = texts.map { text in evidence.verdict(on: text, source: originals.first { LanguageEvidence.agree($0, text) } ?? originals.first) }
        isOpen =
            verdicts.allSatisfy { $0 == .undecided } && originals.count == 1 && texts.count == 1 && texts[0].letters.total > 1
            && LanguageEvidence.agree(originals[0], texts[0])
        if verdicts.allSatisfy({ $0 == .source }) {
            state = .untranslated
        } else {
            state = verdicts.contains(.source) || verdicts.contains(.mixed) ? .partial : .translated
        }
    }

    /// How many neighbours on either side are asked about an open unit.
    private static let neighbours = 2

    /// The units; an open one counts as left untranslated where its neighbours were: `Silver` between two English paragraphs is
    /// English, between two translated ones a name.
    static func settled(_ units: [JudgedUnit]) -> [TranslationUnit] {
        units.indices.map { index in
            let unit = units[index]
            let state = unit.isOpen && isAmongUntranslated(index, units) ? .untranslated : unit.state
            return TranslationUnit(source: unit.source, target: unit.target, state: state, confidence: unit.confidence)
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
