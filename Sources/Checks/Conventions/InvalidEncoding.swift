import LocalizationModel

/// A file that is not UTF-8.
public enum InvalidEncoding: PageRule {
    public static let metadata = RuleMetadata(
        id: "invalid-encoding", severity: .error, sign: .structure, scope: .page, issueType: "characters",
        summary: "The file is not UTF-8, or a comment never ends.",
        explanation:
            "Bytes that are not UTF-8 appear as � (U+FFFD) to readers; after `<!--` without `-->` nothing is shown at all. Save the file as UTF-8; close the comment.",
        examples: [
            .bad(("en-US", "Text."), ("de-DE", "Text.\n\n<!-- Anmerkung\n")),
            .good(("en-US", "Text."), ("ru-RU", "Текст.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.page.document.notes.compactMap { note in
            switch note.kind {
            case .invalidUTF8: pair.finding(Self.self, "The file is not UTF-8 from here on", at: note.span)
            case .unclosedComment: pair.finding(Self.self, "The comment is never closed", at: note.span)
            default: nil
            }
        }
    }
}
