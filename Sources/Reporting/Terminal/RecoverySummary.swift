import LocalizationModel

/// What was recovered of a page and from where, in a few lines for people.
public enum RecoverySummary {
    /// `page` is the one that was printed, of all that are known.
    public static func text(_ page: RecoveredPage, of pages: [RecoveredPage], path: String, sourceFile: String?) -> String {
        var lines = ["\(path): \(name(page)), \(coverage(page))"]
        lines += page.shares.map { "  \($0.segments) \(phrase($0.method)) in \($0.locale)" }
        let retired = page.segments.filter(\.isRetired)
        if let first = retired.first, let last = retired.last {
            lines.append("  lines \(first.line) to \(last.line) stand in a comment there: the source has withdrawn them")
        }
        if !page.gaps.isEmpty { lines.append("  \(page.gaps.count) not recovered, of which comments name the place in \(page.locale)") }
        lines += pages.filter { $0.commit != page.commit }.map { other in
            let hint = other.segments.isEmpty ? "" : other.commit.map { ": --commit \($0.prefix(8))" } ?? ""
            return "also \(name(other)), \(coverage(other))\(hint)"
        }
        if let sourceFile { lines.append("note: its source file '\(sourceFile)' was not looked into") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ page: RecoveredPage) -> String {
        let commit = page.commit.map { "source commit \($0.prefix(12))" } ?? "source of unknown commit"
        let details = [page.handOffDate.map { "handed off \($0)" }, page.locales.map(\.description).joined(separator: ", ")].compactMap { $0 }
        return "\(commit) (\(details.joined(separator: "; ")))"
    }

    private static func coverage(_ page: RecoveredPage) -> String { "\(page.segments.count) of \(page.total) segments recovered, \(page.percent)%" }

    private static func phrase(_ method: SourceOrigin.Method) -> String {
        switch method {
        case .file: "in the source file"
        case .comment: "in a comment"
        case .sideBySide: "beside their translation"
        case .leftUntranslated: "left untranslated"
        case .agreement: "the same in several languages, read"
        }
    }
}
