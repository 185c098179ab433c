import LocalizationModel

/// Why each sentence found its partner or none, for editors at a terminal: a block for each unit.
public struct AlignmentReport: Sendable {
    private let style: TerminalStyle
    /// Columns of the terminal.
    private let width: Int

    /// Columns before the `│` of a text.
    private static let gutter = 13

    public init(style: TerminalStyle, width: Int) {
        self.style = style
        self.width = max(40, width)
    }

    private static let legend = """
        How the translation was aligned with its source. Points: + speaks for a pair, − against it. Sentences are put together \
        where that has more points than leaving them alone. Lengths count Latin letters; a Chinese or Japanese one counts 2.4. \
        A word in brackets is the beginning of the translation that was looked for in vain.
        """

    /// `explanations` has one for each unit. `isByOldSource` says that an older source led the way.
    public func text(_ bitext: Bitext, _ explanations: [UnitExplanation], isByOldSource: Bool = false) -> String {
        var lines = DisplayWidth.wrapped(Self.legend, width).map(style.dim)
        if isByOldSource {
            let note = "Aligned by way of the old source (--base): the points tell how well today's words fit."
            lines += DisplayWidth.wrapped(note, width).map(style.dim)
        }
        for (index, (unit, explanation)) in zip(bitext.units, explanations).enumerated() {
            lines.append("")
            lines += block(index, unit, explanation, bitext)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(_ index: Int, _ unit: TranslationUnit, _ explanation: UnitExplanation, _ bitext: Bitext) -> [String] {
        let words = ExplanationWords(bitext, explanation)
        var lines = [head(unit, explanation)]
        lines += sides(unit, bitext, index)
        for row in words.rows(index) {
            let points = row.points.map { ExplanationWords.points($0) } ?? ""
            let label = "    " + DisplayWidth.padded(row.label, 10) + DisplayWidth.rightAligned(points, 5) + "  "
            for (number, line) in DisplayWidth.wrapped(row.text, width - DisplayWidth.of(label)).enumerated() {
                lines.append((number == 0 ? label : String(repeating: " ", count: DisplayWidth.of(label))) + line)
            }
        }
        return lines
    }

    private func head(_ unit: TranslationUnit, _ explanation: UnitExplanation) -> String {
        let (mark, severity): (String, Severity?) =
            switch unit.state {
            case .translated: ("=", nil)
            case .untranslated, .missing: ("※", .error)
            case .partial: ("※", .warning)
            case .extra: ("÷", .error)
            }
        let sure = Int((unit.confidence * 100).rounded())
        let moved = explanation.isMoved ? style.severity(", in a section that stands elsewhere in the translation (¶)", .warning) : ""
        return "\(style.severity("\(mark) \(unit.state.rawValue)", severity)), \(sure)% sure\(moved)"
    }

    private func sides(_ unit: TranslationUnit, _ bitext: Bitext, _ index: Int) -> [String] {
        func rows(_ name: String, _ segments: [Segment]) -> [String] {
            segments.map { row("\(name) \($0.line)", $0.text) }
        }
        var lines = rows("source", unit.source.map { bitext.source[$0] })
        lines += rows("target", unit.target.map { bitext.target[$0] })
        if unit.target.isEmpty, let before = bitext.units[..<index].last(where: { !$0.target.isEmpty })?.target.last {
            lines.append(row("target", style.dim("nothing; looked for after line \(bitext.target[before].line)")))
        } else if unit.source.isEmpty, let before = bitext.units[..<index].last(where: { !$0.source.isEmpty })?.source.last {
            lines.append(row("source", style.dim("nothing; looked for after line \(bitext.source[before].line)")))
        }
        return lines
    }

    private func row(_ label: String, _ text: String) -> String {
        DisplayWidth.rightAligned(label, Self.gutter) + style.dim(" │ ") + DisplayWidth.fitted(text, width - Self.gutter - 3)
    }
}
