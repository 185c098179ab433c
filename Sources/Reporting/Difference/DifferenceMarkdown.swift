import LocalizationModel

/// A difference as Markdown for a comment on a pull request: a table a page.
public enum DifferenceMarkdown {
    public static func text(_ difference: ModelDifference) -> String {
        var text = "**\(DifferenceSummary.counts(difference))** \(code(DifferenceSummary.sides(difference)))\n"
        let behind = DifferenceSummary.behind(difference)
        if !behind.isEmpty { text += "\nNot followed: \(behind)\n" }
        let locales = DifferenceSummary.locales(difference)
        if !locales.isEmpty { text += "\n" + locales.map { "- \($0.text)\n" }.joined() }
        return text + difference.pages.map(page).joined()
    }

    private static func page(_ page: PageDifference) -> String {
        var text = "\n### \(code(page.path))\n\n"
        let files = DifferenceSummary.files(page)
        if !files.isEmpty { text += files.map { "- \(code($0.text))\n" }.joined() }
        guard !page.changes.isEmpty else { return text }
        if !files.isEmpty { text += "\n" }
        return text + "| Where | Fact | Before | Now | Locales | Not yet, or already |\n| --- | --- | --- | --- | --- | --- |\n"
            + page.changes.flatMap(rows).joined()
    }

    private static func rows(_ change: FactChange) -> [String] {
        let words = ChangeWords(change)
        let label = words.label.map { "<br>\(code($0))" } ?? ""
        return words.transitions.enumerated().map { index, transition in
            let isChange = change.kind == .changed
            let cells = [
                words.place.isEmpty ? "front matter" : code(words.place), code(words.what) + label, isChange ? code(transition.old) : "",
                isChange ? code(transition.new) : "", words.locales(transition),
                index == 0 && !words.others.isEmpty ? words.others.map(code).joined(separator: "<br>") : "",
            ]
            return "| " + cells.joined(separator: " | ") + " |\n"
        }
    }

    /// Text of pages as code: it can neither be markup nor name a user. A table would still divide it at `|`.
    private static func code(_ text: String) -> String {
        let inner = DifferenceSummary.clean(text).replacing("`", with: "'").replacing("|", with: "\\|")
        return inner.isEmpty ? "" : "`\(inner)`"
    }
}
