import LocalizationModel

/// A difference for people at a terminal: grouped by page, one line a fact.
public struct DifferenceReport: Sendable {
    private let style: TerminalStyle
    /// Columns of the terminal.
    private let width: Int

    /// Columns that the words of a requirement need at least, to stand on the line of their fact.
    private static let leastLabel = 24

    public init(style: TerminalStyle, width: Int) {
        self.style = style
        self.width = max(40, width)
    }

    /// The pages and a summary; one line where nothing differs.
    public func text(_ difference: ModelDifference) -> String {
        var blocks: [[String]] = []
        let locales = DifferenceSummary.locales(difference)
        if !locales.isEmpty { blocks.append(locales.map { marked($0.mark, $0.text) }) }
        blocks += difference.pages.map(lines)
        var text = blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
        if !text.isEmpty { text += "\n" }
        let behind = DifferenceSummary.behind(difference)
        text += DifferenceSummary.counts(difference) + style.dim("  " + DifferenceSummary.clean(DifferenceSummary.sides(difference))) + "\n"
        return behind.isEmpty ? text : text + "not followed: " + style.severity(behind, .warning) + "\n"
    }

    private func lines(_ page: PageDifference) -> [String] {
        [style.bold(DifferenceSummary.clean(page.path))]
            + DifferenceSummary.files(page).map { "  " + marked($0.mark, DifferenceSummary.clean($0.text)) } + page.changes.flatMap(lines)
    }

    private func lines(_ change: FactChange) -> [String] {
        let words = ChangeWords(change)
        let others = words.others.map { DifferenceSummary.clean($0) }
        let head = DifferenceSummary.clean(words.place.isEmpty ? words.what + (change.kind == .changed ? ":" : "") : "\(words.place): \(words.what)")
        let heads = words.transitions.enumerated().map { index, transition in
            let values = change.kind == .changed ? " \(DifferenceSummary.clean(transition.old)) → \(DifferenceSummary.clean(transition.new))" : ""
            let followed = words.locales(transition)
            let left = index > 0 || others.isEmpty ? "" : "; " + style.severity(others.joined(separator: "; "), change.behind.isEmpty ? nil : .warning)
            let plain = "  ~ \(head)\(values) (\(followed)\(index > 0 ? "" : others.map { "; " + $0 }.joined()))"
            return (
                text: "  " + marked(DifferenceSummary.mark(change.kind), head + style.bold(values)) + " (\(followed)\(left))", columns: DisplayWidth.of(plain)
            )
        }
        guard let label = words.label.map(DifferenceSummary.clean), let first = heads.first else { return heads.map(\.text) }
        // Beside the fact where there is room, else below it.
        let room = width - first.columns - 2
        let own = heads.dropFirst().map(\.text)
        if room >= min(Self.leastLabel, DisplayWidth.of(label)) { return [first.text + "  " + style.dim(DisplayWidth.fitted(label, room))] + own }
        return [first.text, "      " + style.dim(DisplayWidth.fitted(label, width - 6))] + own
    }

    private func marked(_ mark: String, _ text: String) -> String {
        let severity: Severity = mark == "-" ? .error : mark == "+" ? .note : .warning
        return style.severity(mark, severity) + " " + text
    }
}
