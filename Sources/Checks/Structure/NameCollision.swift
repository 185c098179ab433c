import LocalizationModel

/// Two files that want one address, or addresses that not every server tells apart.
public enum NameCollision: GroupRule {
    public static let metadata = RuleMetadata(
        id: "name-collision", severity: .error, sign: .structure, scope: .site, issueType: "other",
        summary: "Another file has the same address in the published site, or nearly the same.",
        explanation: """
            `a.md` and `a.markdown` would both be `a.html`: `a.md` is published, and links to either lead there. A page is published in the \
            place of an asset of its name (`a.md` and `a.html`). An error in both cases. Names that differ by case alone (`Fees.md`, `fees.md`), or by how \
            a letter with an accent is composed (Unicode NFC and NFD), are published both, and are one file on the disks of macOS and Windows and on \
            some servers: a warning. Rename one of the two.
            """,
        examples: [
            .good(("en-US", "# Fees\n"), ("de-DE", "# Gebühren\n")), .good(("en-US", "# Fees\n"), ("zh-TW", "# 費用\n")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        guard let site = group.site, let page = group.anyPage else { return [] }
        return site.clashes(of: group.group.path).map { clash in
            switch clash {
            case .hidden(let other): page.finding(Self.self, "Not published: \(Quoted.text(other)) has the same address", evidence: .init(found: other))
            case .hides(let other):
                page.finding(Self.self, "\(Quoted.text(other)) is not published: this page has the same address", evidence: .init(found: other))
            case .alike(let other):
                page.finding(
                    Self.self, "Its name differs from \(Quoted.text(other)) by case or composition alone: one file on some disks and servers",
                    severity: .warning, evidence: .init(found: other))
            }
        }
    }
}

extension GroupContext {
    /// The page that stands for all in what is said of their name: the source's, else the first.
    var anyPage: Page? { sourceFile ?? group.translations.first?.page }
}
