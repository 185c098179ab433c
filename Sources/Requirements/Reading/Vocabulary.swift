import LocalizationModel

/// The words of a page's language, and of its source's where a segment was left in that.
struct Vocabulary: Sendable {
    private let own: RoleWords
    private let source: RoleWords
    private let evidence: LanguageEvidence?

    init(profile: LocaleProfile, sourceProfile: LocaleProfile) {
        own = RoleWords(profile)
        source = RoleWords(sourceProfile)
        evidence = profile.locale == sourceProfile.locale ? nil : LanguageEvidence(own: profile, source: sourceProfile)
    }

    /// The connector that a text is, with nothing else: `**OR**`.
    func connector(_ plain: String) -> RequirementNode.Connector.Kind? {
        guard plain.utf8.count <= Self.longestConnector else { return nil }
        for words in [own, source] {
            let text = words.prepared(plain)
            if words.isOnly("or", text) { return .or }
            if words.isOnly("and", text) { return .and }
        }
        return nil
    }

    private static let longestConnector = 48

    func startsNote(_ plain: String) -> Bool { own.startsNote(plain) || source.startsNote(plain) }

    /// Kind of a group by what its label says; nil where it says nothing. Where it says several things, the later words decide:
    /// `one of the individuals must pass all of the following exams`; of words that end together the longest: `every one of these`.
    func cue(_ segments: ArraySlice<Segment>) -> Group.Cue? {
        var found: (kind: RequirementNode.Kind, segment: Int, place: RoleWords.Place)?
        for (index, segment) in segments.enumerated() {
            for words in languages(of: segment) {
                let text = words.prepared(segment.facts.plain)
                // Russian has `или` as `or` and as `either`.
                let any = [words.last("oneOf", in: text), words.last("anyOf", in: text), words.last("either", butNot: "or", in: text)]
                let hits: [(RequirementNode.Kind, RoleWords.Place?)] = [(.allOf, words.last("allOf", in: text)), (.anyOf, any.compactMap(\.self).max())]
                for case (let kind, let place?) in hits where found.map({ ($0.segment, $0.place) < (index, place) }) ?? true {
                    found = (kind, index, place)
                }
            }
        }
        if let kind = found?.kind { return .init(kind: kind) }
        return segments.lazy.compactMap(choice).first.map { .init(kind: .someOf, choose: $0) }
    }

    /// The number that stands right beside `of the following`, not of people: how many of the members.
    private func choice(_ segment: Segment) -> Int? {
        guard segment.facts.numbers.contains(where: { $0.value >= 2 }) else { return nil }
        let text = ClauseText(segment.facts, languages: languages(of: segment))
        let places = text.mentions(of: "someOf")
        let people = text.mentions(of: ["person"])
        let chosen = text.numbers.first { one in
            guard let range = one.range, one.number.value >= 2, one.number.value < Self.mostChosen, one.number.value == one.number.value.rounded(),
                text.nearest(to: range, among: people, within: Self.besideNumber) == nil
            else { return false }
            return places.contains { place in
                let gap = place.lowerBound >= range.upperBound ? place.lowerBound - range.upperBound : range.lowerBound - place.upperBound
                return (0...1).contains(gap)
            }
        }
        return chosen.map { Int($0.number.value) }
    }

    private static let mostChosen = 100.0
    /// Bytes from a number to the word that counts for it.
    private static let besideNumber = 6

    func hasWord(of roles: [String], in segment: Segment) -> Bool {
        languages(of: segment).contains { words in
            let text = words.prepared(segment.facts.plain)
            return roles.contains { words.contains($0, in: text) }
        }
    }

    /// The level that a heading names; nil where it names none or several.
    func level(ofHeading plain: String) -> String? {
        for words in [own, source] {
            let text = words.prepared(plain)
            let named = words.levels.filter { words.names(RoleWords.levelPrefix + $0, in: text) }
            if named.count == 1 { return named[0] }
            if !named.isEmpty { return nil }
        }
        return nil
    }

    /// True where a spelled-out number is a cardinal of the page's language.
    func isCardinal(_ word: String) -> Bool { own.isCardinal(word) }

    /// The spelled-out numbers of a segment in the source's language, which the page's own reader cannot know.
    func foreignCardinals(in segment: Segment) -> [Double] {
        guard let evidence, evidence.verdict(on: segment.facts, source: nil) == .source else { return [] }
        return source.cardinals(in: source.prepared(segment.facts.plain))
    }

    /// Words that may be numbers, in the languages that the segment may be in.
    func weakNumbers(in segment: Segment) -> [Double] {
        Set(languages(of: segment).flatMap { $0.weakNumbers(in: $0.prepared(segment.facts.plain)) }).sorted()
    }

    /// The languages that a segment may be in.
    func languages(of segment: Segment) -> [RoleWords] {
        guard let evidence else { return [own] }
        return evidence.verdict(on: segment.facts, source: nil) == .own ? [own] : [own, source]
    }

    /// How the words of a paragraph stand to their source, by the words alone; nil in the source itself.
    func state(of segments: [Segment]) -> TranslationUnit.State? {
        guard let evidence else { return nil }
        let verdicts = segments.map { evidence.verdict(on: $0.facts, source: nil) }
        if verdicts.contains(.mixed) { return .partial }
        guard verdicts.contains(.source) else { return .translated }
        return verdicts.allSatisfy { $0 == .source } ? .untranslated : .partial
    }

    /// The roles of what may be counted.
    var countedRoles: [String] {
        Self.counted + Set(own.roles(withPrefix: RoleWords.countedPrefix) + source.roles(withPrefix: RoleWords.countedPrefix)).sorted()
    }

    private static let counted = ["person", "user", "customer", "reference", "exam", "certification", "assessment", "organization"]
}
