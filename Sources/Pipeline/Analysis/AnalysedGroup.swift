import LocalizationModel
import MarkdownSource

/// A page group with everything that was found about it.
public struct AnalysedGroup: Sendable {
    public let group: PageGroup
    /// When the source left a translation behind, ISO 8601, by the repository's history.
    let drift: [LocaleTag: String]
    /// In the order of all output.
    public let findings: [Finding]
    public let isFragment: Bool
    /// What its translations say of which other pages may say the same; sorted, without doubles.
    let statements: [SiteStatement]
    /// For rendering; the source's own tree among them where it has a file.
    let trees: [LocaleTag: SyntaxTree]

    /// The same with some of the findings.
    func with(findings: [Finding]) -> AnalysedGroup {
        AnalysedGroup(group: group, drift: drift, findings: findings, isFragment: isFragment, statements: statements, trees: trees)
    }
}
