import LocalizationModel

/// What a finding about a row of the facts table says.
struct FactWords {
    let row: FactRow
    let cell: FactRow.Cell

    /// `quantity 1000 here, 2000 in de-DE, ja-JP and the source (section 'silver')`, the first letter in upper case.
    func message(source: LocaleTag?, remark: String? = nil) -> String {
        let text = row.aspect == .presence ? presence(source) : "\(name) \(shown(cell.values)) here, \(others(source))"
        let place = row.section.split(separator: "/").last.map { " (section '\($0)')" } ?? ""
        return text.prefix(1).uppercased() + text.dropFirst() + place + (remark.map { "; \($0)" } ?? "")
    }

    var evidence: Finding.Evidence {
        row.aspect == .choice
            ? .init(expected: Self.choice(row.values), found: Self.choice(cell.values)) : .init(expected: Self.text(row.values), found: Self.text(cell.values))
    }

    private var name: String {
        switch row.aspect {
        case .choice: "asks for"
        case .connector: "joined to the requirement before by"
        case .conjunction: "says"
        case .link: "link"
        case .money: "amount"
        default: row.aspect.rawValue
        }
    }

    /// Every other value with those who state it, the most frequent first.
    private func others(_ source: LocaleTag?) -> String {
        let stated = row.cells.filter { $0.standing != .open && $0.values != cell.values }
        let groups = Dictionary(grouping: stated, by: { shown($0.values) }).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return groups.map { "\($0.key) in \(Self.list($0.value.map(\.locale), source))" }.joined(separator: ", ")
    }

    private func presence(_ source: LocaleTag?) -> String {
        let having = row.cells.filter { $0.values == ["present"] }
        let words = (having.first { $0.locale == source } ?? having.first)?.wording.map { " \(Quoted.text(PlainWords.text($0.text)))" } ?? ""
        let others = Self.list(row.cells.filter { $0.values != cell.values }.map(\.locale), source)
        return cell.values == ["absent"] ? "lacks the requirement\(words) of \(others)" : "has the requirement\(words), which \(others) lack"
    }

    /// As `text`; words of the page in quotation marks.
    private func shown(_ values: [String]) -> String {
        let text = Self.text(values)
        return row.aspect == .connector || row.aspect == .conjunction ? "'\(text)'" : text
    }

    private static func text(_ values: [String]) -> String {
        values.isEmpty ? "none" : values.map(word).joined(separator: ", ")
    }

    private static func choice(_ values: [String]) -> String { text(values) + " of the list" }

    /// `2` for `2-of`, `one` for `any-of`; other values as they are.
    private static func word(_ value: String) -> String {
        choices[value] ?? (value.hasSuffix("-of") && Int(value.dropLast(3)) != nil ? String(value.dropLast(3)) : value)
    }

    private static let choices = ["all-of": "all", "any-of": "one"]

    /// `de-DE, ja-JP and the source`.
    private static func list(_ locales: [LocaleTag], _ source: LocaleTag?) -> String {
        let names = locales.filter { $0 != source }.sorted().map(\.description) + (source.map(locales.contains) ?? false ? ["the source"] : [])
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension GroupContext {
    /// Findings about the cells of the facts table with a standing; the source's own are the source's affair.
    func findings(
        _ rule: any Rule.Type, about standing: FactRow.Standing, in rows: [FactRow], remark: (Page) -> String? = { _ in nil }
    ) -> [Finding] {
        let source = group.source.flatMap { $0.isRecovered ? nil : $0.page }
        return rows.indices.filter { index in rows[index].cells.contains { $0.standing == standing } }.flatMap { index -> [Finding] in
            let row = rows[index]
            return row.cells.filter { $0.standing == standing }.compactMap { cell in
                guard let page = group.translations.first(where: { $0.page.locale == cell.locale })?.page else { return nil }
                let words = FactWords(row: row, cell: cell)
                let sourceSpan = row.cells.first { $0.locale == sourceLocale }?.wording?.span
                return page.finding(
                    rule, words.message(source: source?.locale, remark: remark(page)), at: cell.wording?.span,
                    source: source.flatMap { page in sourceSpan.map { Place.of($0, in: page.document.text) } }, evidence: words.evidence)
            }
        }
    }
}
