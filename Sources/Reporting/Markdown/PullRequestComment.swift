import LocalizationModel

/// A check as the comment on a pull request: what is new, what was fixed, what is known.
public enum PullRequestComment {
    /// GitHub takes 65,536 characters; counted are UTF-16 units, which are never fewer.
    static let mostCharacters = 65_000
    /// By which a script finds the comment that it wrote before.
    public static let marker = "<!-- hexapla check -->"

    public static func text(_ report: CheckReport) -> String {
        let head = "\(marker)\n### \(MarkdownReport.headline(report))\n\n" + MarkdownReport.table(report) + MarkdownReport.problems(report)
        let tail = MarkdownReport.fixed(report, most: 20) + MarkdownReport.rest(report)
        let room = mostCharacters - head.utf16.count - tail.utf16.count - 200
        let sections = FindingSections(report: report) { $0.utf16.count }
        let shown = sections.text(room: room, most: 500)
        var text = head + shown.text
        if shown.left > 0 { text += "\n… and \(MarkdownReport.count(shown.left, "more finding")), which would not fit: `hexapla check` lists them.\n" }
        return text + tail
    }
}
