import LocalizationModel

/// What the words of a page's segments say, by the place of the segment in the page. What several questions need is found once.
final class PageWords {
    let vocabulary: Vocabulary
    private let segments: [Segment]
    private var verdicts: [LanguageEvidence.Verdict?]
    private var isJudged: [Bool]
    private var lowered: [[UInt8]?]
    /// Words of labels in the page's own language, and in its source's.
    private var ownLabels: [[RoleWords.Label]?]
    private var sourceLabels: [[RoleWords.Label]?]

    private var roles: RoleTable { vocabulary.roles }

    init(_ segments: [Segment], _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.segments = segments
        verdicts = Array(repeating: nil, count: segments.count)
        isJudged = Array(repeating: false, count: segments.count)
        lowered = Array(repeating: nil, count: segments.count)
        ownLabels = Array(repeating: nil, count: segments.count)
        sourceLabels = ownLabels
    }

    /// The words that a reader sees, in lower case.
    func lower(_ segment: Int) -> [UInt8] {
        if let known = lowered[segment] { return known }
        let bytes = LowerCase.bytes(of: segments[segment].facts.plain)
        lowered[segment] = bytes
        return bytes
    }

    // MARK: Language

    private func verdict(_ segment: Int) -> LanguageEvidence.Verdict? {
        if !isJudged[segment] {
            isJudged[segment] = true
            verdicts[segment] = vocabulary.verdict(on: segments[segment].facts)
        }
        return verdicts[segment]
    }

    /// The languages that a segment may be in.
    func languages(of segment: Int) -> [RoleWords] {
        switch verdict(segment) {
        case nil, .own?: vocabulary.own
        default: vocabulary.both
        }
    }

    /// How the words of a paragraph stand to their source, by the words alone; nil in the source itself.
    func state(of paragraph: [Int]) -> TranslationUnit.State? {
        let verdicts = paragraph.compactMap(verdict)
        guard verdicts.count == paragraph.count else { return nil }
        if verdicts.contains(.mixed) { return .partial }
        guard verdicts.contains(.source) else { return .translated }
        return verdicts.allSatisfy { $0 == .source } ? .untranslated : .partial
    }

    // MARK: Words

    func clause(_ segment: Int) -> ClauseText {
        ClauseText(segments[segment].facts, lower: lower(segment), languages: languages(of: segment), roles: roles)
    }

    /// The connector that a segment is, with nothing else.
    func connector(_ segment: Int) -> RequirementNode.Connector.Kind? {
        guard segments[segment].facts.plain.utf8.count <= Vocabulary.longestConnector else { return nil }
        return vocabulary.connector(lower(segment))
    }

    func startsNote(_ segment: Int) -> Bool { vocabulary.startsNote(lower(segment)) }

    func hasObligation(_ segment: Int) -> Bool { has(roles.obligation, segment) }
    func hasObligationOrSubject(_ segment: Int) -> Bool { has(roles.obligationOrSubject, segment) }
    func namesFocusArea(_ segment: Int) -> Bool { has(roles.focusArea, segment) }

    private func has(_ wanted: RoleSet, _ segment: Int) -> Bool {
        // Where the page's own language has the word, it need not be asked which language it is.
        let isOwn = vocabulary.own.contains { $0.contains(wanted, in: labels(segment, $0)) }
        return isOwn || languages(of: segment).dropFirst().contains { $0.contains(wanted, in: labels(segment, $0)) }
    }

    /// The words of labels in a segment, as one of its languages has them.
    private func labels(_ segment: Int, _ words: RoleWords) -> [RoleWords.Label] {
        let isOwn = words === vocabulary.own[0]
        if let known = isOwn ? ownLabels[segment] : sourceLabels[segment] { return known }
        let labels = words.labels(in: PreparedText(lower(segment), separatesWords: words.separatesWords))
        if isOwn { ownLabels[segment] = labels } else { sourceLabels[segment] = labels }
        return labels
    }

    /// Words that may be numbers, in the languages that the segment may be in; each value once, ascending.
    func weakNumbers(_ segment: Int) -> [Double] {
        let found = languages(of: segment).flatMap { $0.weakNumbers(in: labels(segment, $0)) }
        return found.count > 1 ? Set(found).sorted() : found
    }

    /// The spelled-out numbers of a segment in the source's language, which the page's own reader cannot know.
    func foreignCardinals(_ segment: Int) -> [Double] { verdict(segment) == .source ? vocabulary.sourceCardinals(in: lower(segment)) : [] }

    // MARK: Labels

    /// Kind of a group by what its label says; nil where it says nothing. Where it says several things, the later words decide:
    /// `one of the individuals must pass all of the following exams`; of words that end together the longest: `every one of these`.
    func cue(_ label: Range<Int>) -> Group.Cue? {
        var found: (kind: RequirementNode.Kind, segment: Int, place: RoleWords.Place)?
        for segment in label {
            for words in languages(of: segment) {
                let labels = labels(segment, words)
                guard !labels.isEmpty else { continue }
                let hits: [(RequirementNode.Kind, RoleWords.Place?)] = [
                    (.allOf, words.last(roles.allOf, in: labels)), (.anyOf, words.last(roles.anyOf, in: labels)),
                ]
                for case (let kind, let place?) in hits where found.map({ ($0.segment, $0.place) < (segment, place) }) ?? true {
                    found = (kind, segment, place)
                }
            }
        }
        if let kind = found?.kind { return .init(kind: kind) }
        return label.lazy.compactMap(choice).first.map { .init(kind: .someOf, choose: $0) }
    }

    /// The number that stands right beside `of the following`, not of people: how many of the members.
    private func choice(_ segment: Int) -> Int? {
        guard segments[segment].facts.numbers.contains(where: { $0.value >= 2 }) else { return nil }
        let text = clause(segment)
        let places = text.mentions(of: roles.someOf)
        guard !places.isEmpty else { return nil }
        let people = text.mentions(of: roles.person)
        let chosen = text.numbers.first { one in
            guard let range = one.range, one.number.value >= 2, one.number.value < Self.mostChosen, one.number.value == one.number.value.rounded(),
                text.nearest(to: range, among: people, within: Self.besideNumber) == nil
            else { return false }
            return places.contains { place in
                let gap = place.range.lowerBound >= range.upperBound ? place.range.lowerBound - range.upperBound : range.lowerBound - place.range.upperBound
                return (0...1).contains(gap)
            }
        }
        return chosen.map { Int($0.number.value) }
    }

    private static let mostChosen = 100.0
    /// Bytes from a number to the word that counts for it.
    private static let besideNumber = 6
}
