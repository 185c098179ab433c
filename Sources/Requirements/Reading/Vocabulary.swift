import LocalizationModel

/// The words of a page's language, and of its source's where a segment was left in that.
final class Vocabulary: Sendable {
    let roles: RoleTable
    /// The page's own language, and both.
    let own: [RoleWords]
    let both: [RoleWords]
    /// Nil in the source itself.
    private let evidence: LanguageEvidence?
    private var source: RoleWords { both[1] }

    init(own: RoleWords, profile: LocaleProfile, source: RoleWords, sourceProfile: LocaleProfile) {
        roles = own.roles
        self.own = [own]
        both = [own, source]
        evidence = profile.locale == sourceProfile.locale ? nil : LanguageEvidence(own: profile, source: sourceProfile)
    }

    /// The language of a text by the words alone; nil in the source itself.
    func verdict(on facts: SegmentFacts) -> LanguageEvidence.Verdict? { evidence?.verdict(on: facts, source: nil) }

    /// The connector that a text is, with nothing else: `**OR**`.
    func connector(_ lower: [UInt8]) -> RequirementNode.Connector.Kind? {
        for words in both {
            if let kind = words.connector(lower) { return kind }
        }
        return nil
    }

    /// Bytes that no connector exceeds.
    static let longestConnector = 48

    func startsNote(_ lower: [UInt8]) -> Bool { both.contains { $0.startsNote(lower) } }

    /// The level that a heading names; nil where it names none or several.
    func level(ofHeading plain: String) -> String? {
        let lower = LowerCase.bytes(of: plain)
        for words in both {
            let named = words.levels(in: PreparedText(lower, separatesWords: words.separatesWords))
            if named.count == 1 { return named[0] }
            if !named.isEmpty { return nil }
        }
        return nil
    }

    /// True where a spelled-out number is a cardinal of the page's language.
    func isCardinal(_ word: String) -> Bool { own[0].isCardinal(word) }

    /// The spelled-out numbers of a text in the source's language.
    func sourceCardinals(in lower: [UInt8]) -> [Double] { source.cardinals(in: PreparedText(lower, separatesWords: source.separatesWords)) }
}
