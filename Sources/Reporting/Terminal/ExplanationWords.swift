import LocalizationModel

/// An explanation in the words of an editor.
struct ExplanationWords {
    /// A line of the block: what it is about, its points, what there is to say.
    struct Row {
        let label: String
        /// Points; nil where the row has none of its own.
        let points: Double?
        let text: String
    }

    private let bitext: Bitext
    private let explanation: UnitExplanation

    init(_ bitext: Bitext, _ explanation: UnitExplanation) {
        self.bitext = bitext
        self.explanation = explanation
    }

    /// One decimal with its sign: `+4.0`, `−0.3`.
    static func points(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let digits = "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        return tenths == 0 ? digits : (tenths > 0 ? "+" : "−") + digits
    }

    func rows(_ index: Int) -> [Row] {
        guard !explanation.terms.isEmpty else {
            return [Row(label: "why", points: nil, text: "put together by way of the old source; today's sentences do not stand side by side")]
        }
        var rows = explanation.terms.compactMap { row($0, bitext.units[index]) }
        if !explanation.terms.contains(where: { $0.kind == .words }), !explanation.words.isEmpty {
            rows.append(Row(label: "words", points: nil, text: "of this sentence, beside its neighbours: \(words)"))
        }
        return rows + [verdict(bitext.units[index])].compactMap { $0 }
    }

    private func row(_ term: UnitExplanation.Term, _ unit: TranslationUnit) -> Row? {
        let points = -term.cost
        switch term.kind {
        case .length: return Row(label: "length", points: points, text: length)
        case .structure: return Row(label: "place", points: points, text: structure)
        case .joining:
            guard unit.source.count + unit.target.count > 2 else { return nil }
            return Row(label: "joined", points: points, text: "\(unit.source.count) of the source, \(unit.target.count) of the translation taken together")
        case .marks: return explanation.isSameText || !explanation.marks.isEmpty ? Row(label: "shared", points: points, text: marks) : nil
        case .words: return explanation.words.isEmpty ? nil : Row(label: "words", points: points, text: words)
        case .gap: return Row(label: "alone", points: points, text: gap)
        }
    }

    private var length: String {
        guard let length = explanation.length else { return "" }
        func letters(_ value: Double) -> Int { Int(value.rounded()) }
        return "\(letters(length.source)) letters, \(letters(length.target)) in the translation; \(letters(length.expected)) would be usual on this page"
    }

    private var structure: String {
        if explanation.differences.isEmpty { return "same kind, level and place in the paragraph" }
        return explanation.differences.map { difference in
            switch difference {
            case .level: "another level or column"
            case .heading: "only one is a heading"
            case .tableCell: "only one is a table cell"
            case .kind: "another kind of text (list item, paragraph)"
            case .repetition: "only one repeats a line before it"
            case .blockStart: "only one starts its paragraph"
            case .blockEnd: "only one ends its paragraph"
            }
        }.joined(separator: ", ")
    }

    private var marks: String {
        if explanation.isSameText { return "the same text on both sides" }
        func list(_ side: UnitExplanation.Mark.Side) -> String? {
            let marks = explanation.marks.filter { $0.side == side }
            return marks.isEmpty ? nil : marks.map { "\($0.kind.rawValue) \($0.text)" }.joined(separator: ", ")
        }
        return [list(.both).map { "on both sides: \($0)" }, list(.source).map { "only source: \($0)" }, list(.target).map { "only translation: \($0)" }]
            .compactMap { $0 }.joined(separator: "; ")
    }

    private var words: String {
        let found = explanation.words.compactMap { word in word.found.map { $0 == word.word ? $0 : "\(word.word) → \($0)" } }
        let lacking = explanation.words.filter { $0.found == nil }.map { word in word.expected.map { "\(word.word) (\($0)…)" } ?? word.word }
        return [found.isEmpty ? nil : "found " + found.joined(separator: ", "), lacking.isEmpty ? nil : "not found " + lacking.joined(separator: ", ")]
            .compactMap { $0 }.joined(separator: "; ")
    }

    private var gap: String {
        let reasons = explanation.gapReasons.compactMap { reason -> String? in
            switch reason {
            case .any: nil
            case .repetition: "it repeats a line just before it"
            case .inner: "it stands inside a paragraph"
            case .heading: "it is a heading"
            case .marks: "it holds links, codes, numbers or names"
            }
        }
        return "left without a partner" + (reasons.isEmpty ? "" : "; " + reasons.joined(separator: ", "))
    }

    /// What was chosen against what came next.
    private func verdict(_ unit: TranslationUnit) -> Row? {
        let total = -explanation.cost
        guard let alternative = explanation.alternative else { return nil }
        let (surplus, comparison) = (Self.points(abs(alternative.surplus)).dropFirst(), alternative.surplus >= 0 ? "fewer" : "more")
        let other = alternative.unit.map { bitext.units[$0] }
        switch alternative.reading {
        case .apart:
            return Row(label: "in all", points: total, text: "next best: both without a partner, \(surplus) points \(comparison)")
        case .together:
            return Row(label: "next best", points: nil, text: "\(together(unit, other)), \(surplus) points \(comparison)")
        case .instead:
            let (partner, left) = unit.target.isEmpty ? (targetLine(other), sourceLine(other)) : (sourceLine(other), targetLine(other))
            return Row(label: "next best", points: nil, text: "as partner of \(partner), leaving \(left) alone instead, \(surplus) points \(comparison)")
        }
    }

    private func together(_ unit: TranslationUnit, _ other: TranslationUnit?) -> String {
        guard let other, !other.source.isEmpty, !other.target.isEmpty else {
            return "as partner of \(unit.target.isEmpty ? targetLine(other) : sourceLine(other))"
        }
        let (mate, partner) = unit.target.isEmpty ? (sourceLine(other), targetLine(other)) : (targetLine(other), sourceLine(other))
        return "together with \(mate) as partner of \(partner)"
    }

    private func sourceLine(_ unit: TranslationUnit?) -> String { unit?.source.first.map { "source line \(bitext.source[$0].line)" } ?? "" }
    private func targetLine(_ unit: TranslationUnit?) -> String { unit?.target.first.map { "target line \(bitext.target[$0].line)" } ?? "" }
}
