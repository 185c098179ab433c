import LocalizationModel

/// A rule: one file, registered in `RuleRegistry`.
public protocol Rule: Sendable {
    static var metadata: RuleMetadata { get }
}

/// Judges one translation against its source.
public protocol PageRule: Rule {
    static func check(_ pair: PairContext) -> [Finding]
}

/// Judges one page in all its locales.
public protocol GroupRule: Rule {
    static func check(_ group: GroupContext) -> [Finding]
}

/// Judges what the pages of a whole site say together. What each says is kept in numbers and laid side by side; a page that differs from most
/// is judged once more, and asks `SiteLookup.prevailing`.
public protocol SiteRule: PageRule {
    /// What a translation says of which other pages may say the same; in any order.
    static func statements(_ pair: PairContext) -> [SiteStatement]
}

extension Rule {
    static var id: String { metadata.id }
}

/// All rules, in the order of the documentation. A rule that is not listed here does not run; a test compares
/// this list with the files.
public enum RuleRegistry {
    public static let all: [any Rule.Type] = [
        UntranslatedSegment.self, PartiallyTranslatedSegment.self, UntranslatedMetadata.self, WrongLanguage.self, SourceNameKept.self,
        InconsistentTranslation.self, DoubledWord.self, LengthOutlier.self,
        MissingSegment.self, ExtraSegment.self, DuplicateSegment.self, ReorderedSection.self, StructureMismatch.self,
        MissingHeading.self, HalfReadRequirements.self, ListReadAsCode.self,
        BrokenLink.self, RemoteImage.self, BrokenAnchor.self, LostAnchor.self, ChangedAnchor.self, DuplicateAnchor.self, CircularInclusion.self,
        NameCollision.self, UnportableName.self, RemovedHTML.self,
        NumberMismatch.self, EntityMismatch.self, CodeMismatch.self, LinkMismatch.self, EmphasisMismatch.self, NegationMismatch.self,
        PlaceholderMismatch.self,
        RequirementDisagreement.self, FactDisagreement.self,
        StaleSegment.self, StaleRequirement.self, StalePage.self, MissingPage.self, OrphanPage.self, RetiredPage.self, MachineTranslation.self,
        IncompleteLocale.self,
        InvalidFrontMatter.self, FrontMatterViolation.self, InconsistentMetadata.self,
        ForbiddenTerm.self, MissingTerm.self, TranslatedTerm.self,
        WrongLocaleLink.self, LinkTextWhitespace.self, MissingAltText.self, PunctuationWidth.self, QuotationMarks.self, WrongScript.self,
        InconsistentNumberFormat.self, MalformedHeading.self, InvalidEncoding.self,
        InvalidSuppression.self, UnusedSuppression.self,
    ]

    static let pageRules = all.compactMap { $0 as? any PageRule.Type }
    static let siteRules = all.compactMap { $0 as? any SiteRule.Type }
    static let groupRules = all.compactMap { $0 as? any GroupRule.Type }

    /// By id.
    static let severities = Dictionary(all.map { ($0.metadata.id, $0.metadata.severity) }, uniquingKeysWith: { first, _ in first })

    public static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.metadata.id == id } }
}
