import LocalizationModel

/// The page that GitHub Actions shows of a job (`GITHUB_STEP_SUMMARY`), in Markdown.
public enum JobSummary {
    /// GitHub refuses more for one step (1 MiB), and shows nothing then.
    public static let mostBytes = 1_048_576

    /// - Parameter room: bytes that the step has left.
    public static func text(_ report: CheckReport, room: Int = mostBytes) -> String {
        let head =
            "## \(MarkdownReport.headline(report))\n\n\(MarkdownReport.count(report.pages, "page")) checked.\n\n"
            + MarkdownReport.table(report) + MarkdownReport.problems(report)
        let tail = MarkdownReport.fixed(report, most: 50) + MarkdownReport.rest(report)
        let sections = FindingSections(report: report) { $0.utf8.count }
        let shown = sections.text(room: room - head.utf8.count - tail.utf8.count - 200, most: 200)
        var text = head + shown.text
        if shown.left > 0 { text += "\n… and \(MarkdownReport.count(shown.left, "more finding")); the worst ones are shown.\n" }
        text += tail
        return text.utf8.count <= room ? text : ""
    }
}
