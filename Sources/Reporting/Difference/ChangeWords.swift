import LocalizationModel

/// A change of a fact in words for people: what changed, from what to what, and who has followed.
struct ChangeWords {
    /// What languages with the same two values state.
    struct Transition {
        let old: String
        let new: String
        /// Ascending.
        let locales: [LocaleTag]
    }

    /// `gold, developed markets`; empty for front matter.
    let place: String
    /// `quantity (user)`, `requirement added`, `requirement moved from silver`.
    let what: String
    /// The largest first; for what was added, removed or moved one without values.
    let transitions: [Transition]
    /// What became of the languages that did not change: `still 4,000 in de-DE, ja-JP`.
    let others: [String]
    /// The words of the requirement; nil for sections and front matter.
    let label: String?

    init(_ change: FactChange) {
        let scope = change.scope.map { Self.words($0) }
        place = [change.place.map { $0.name.isEmpty ? "top of the page" : $0.name }, scope].compactMap(\.self).joined(separator: ", ")
        label = change.requirement?.label
        let noun = Self.noun(change.aspect)
        switch change.kind {
        case .changed: what = change.counted.map { "\(noun) (\(Self.words($0)))" } ?? noun
        case .added: what = "\(noun) added"
        case .removed: what = "\(noun) removed"
        case .moved: what = "\(noun) moved from \(change.origin.map { $0.address == change.place?.address ? "elsewhere in it" : $0.name } ?? "elsewhere")"
        }
        transitions = Self.transitions(change)
        others = change.kind == .changed ? Self.left(change, transitions) : Self.leftOfPresence(change)
    }

    /// `en-US, zh-CN`, or `all 5 locales` where all of several changed alike.
    func locales(_ transition: Transition) -> String {
        let isAll = transitions.count == 1 && others.isEmpty && transition.locales.count > 2
        return isAll ? "all \(transition.locales.count) locales" : Self.list(transition.locales)
    }

    // MARK: Languages

    private static func transitions(_ change: FactChange) -> [Transition] {
        let changed = change.cells.filter(\.isChanged)
        guard change.kind == .changed else { return [Transition(old: "", new: "", locales: changed.map(\.locale))] }
        func text(_ values: [String]?) -> String { Self.text(values ?? [], change.aspect) }
        let groups = Dictionary(grouping: changed) { [$0.old ?? [], $0.new ?? []] }
        let sorted = groups.values.sorted { (-$0.count, $0[0].locale) < (-$1.count, $1[0].locale) }
        return sorted.map { Transition(old: text($0[0].old), new: text($0[0].new), locales: $0.map(\.locale)) }
    }

    private static func left(_ change: FactChange, _ transitions: [Transition]) -> [String] {
        let same = change.cells.filter { !$0.isChanged }
        if change.aspect.isText { return same.isEmpty ? [] : ["unchanged in \(list(same.map(\.locale)))"] }
        let groups = Dictionary(grouping: same) { text($0.new ?? [], change.aspect) }
        return groups.sorted { $0.value[0].locale < $1.value[0].locale }.map { value, cells in
            let adverb = transitions.contains { $0.old == value } ? "still " : transitions.contains { $0.new == value } ? "already " : ""
            return "\(adverb)\(value) in \(list(cells.map(\.locale)))"
        }
    }

    private static func leftOfPresence(_ change: FactChange) -> [String] {
        let same = change.cells.filter { !$0.isChanged }
        let present = same.filter { $0.new != nil }.map(\.locale)
        let absent = same.filter { $0.new == nil }.map(\.locale)
        return (present.isEmpty ? [] : ["\(change.kind == .added ? "already" : "still") in \(list(present))"])
            + (absent.isEmpty ? [] : ["not in \(list(absent))"])
    }

    static func list(_ locales: [LocaleTag]) -> String { locales.map(\.description).joined(separator: ", ") }

    // MARK: Values

    private static func noun(_ aspect: FactChange.Aspect) -> String {
        switch aspect {
        case .choice: "choice"
        case .connector: "joined by"
        case .counted: "what is counted"
        case .focusArea: "focus area"
        case .commit: "source commit"
        case .withdrawal: "page"
        default: aspect.rawValue
        }
    }

    private static func text(_ values: [String], _ aspect: FactChange.Aspect) -> String {
        values.isEmpty ? "none" : values.map { text($0, aspect) }.joined(separator: ", ")
    }

    private static func text(_ value: String, _ aspect: FactChange.Aspect) -> String {
        switch aspect {
        case .title, .description, .keywords: "'\(value)'"
        case .commit: String(value.prefix(shortCommit))
        case .choice: value.replacing("-", with: " ")
        case .scope: words(value)
        case .quantity: grouped(value[...])
        case .comparison: qualified(value) { "\(words($0)) \(grouped($1))" }
        case .counted: qualified(value) { "\(grouped($1)) \(words($0))" }
        case .money: amount(value)
        default: value
        }
    }

    /// Hexadecimal digits that tell the commits of a repository apart.
    private static let shortCommit = 8

    /// A value behind its qualifier, as in `atLeast 4000`.
    private static func qualified(_ value: String, _ write: (String, Substring) -> String) -> String {
        guard let space = value.firstIndex(of: " ") else { return value }
        return write(String(value[..<space]), value[value.index(after: space)...])
    }

    /// `15000 USD`, or `perYear 15000 USD` where the time is what changed.
    private static func amount(_ value: String) -> String {
        let parts = value.split(separator: " ")
        guard let number = parts.firstIndex(where: { $0.utf8.first?.isASCIIDigit ?? false }) else { return value }
        let amount = ([grouped(parts[number])] + parts[(number + 1)...].map(String.init)).joined(separator: " ")
        return number == 0 ? amount : "\(amount) \(words(String(parts[0])))"
    }

    /// Digits in groups of three: `4,000`.
    private static func grouped(_ number: Substring) -> String {
        let whole = number.prefix { $0 != "." }
        guard whole.utf8.count > 3, whole.utf8.allSatisfy(\.isASCIIDigit) else { return String(number) }
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.utf8.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text + number.dropFirst(whole.count)
    }

    /// A name of the vocabulary as words: `developedMarkets` becomes `developed markets`.
    private static func words(_ role: String) -> String {
        role.reduce(into: "") { text, letter in
            if letter.isUppercase { text += " " + letter.lowercased() } else { text.append(letter) }
        }
    }
}
