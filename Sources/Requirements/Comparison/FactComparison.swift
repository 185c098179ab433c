import LocalizationModel

/// Lays the facts of a merged tree side by side, language by language, and tells who is the odd one out.
public enum FactComparison {
    /// - Parameter witnesses: one for each language of the page.
    /// - Returns: rows in the order of the tree; facts that no language states have none.
    public static func rows(_ sections: [RequirementSection], witnesses: [Witness]) -> [FactRow] {
        sections.flatMap { section in
            let present = Set(section.headings.map(\.locale)).union(locales(section.requirements))
            let judge = Judge(witnesses: witnesses.filter { present.contains($0.locale) })
            return section.requirements.flatMap { rows(of: $0, in: section.address, judge) }
        }
    }

    private static func locales(_ nodes: [RequirementNode]) -> [LocaleTag] { nodes.flatMap { $0.readings.map(\.locale) } }

    /// The rows of a node and of what is below it; the reader of the tree bounds the depth.
    private static func rows(of node: RequirementNode, in section: String, _ judge: Judge) -> [FactRow] {
        let readings = judge.witnesses.map { witness in node.readings.indices.first { node.readings[$0].locale == witness.locale } }
        var rows = readings.contains(nil) && statesAnything(node) ? [judge.presence(of: node, in: section)] : []
        for aspect in FactRow.Aspect.allCases where aspect.isStated(in: node) {
            var claims: [Judge.Claim] = []
            claims.reserveCapacity(readings.count)
            for (witness, index) in zip(judge.witnesses, readings) {
                guard let index else { continue }
                let isOpen = aspect.isOpen(node.readings[index], of: node)
                claims.append(.init(witness: witness, values: aspect.values(node.readings[index]), isOpen: isOpen))
            }
            guard claims.contains(where: { !$0.values.isEmpty && !$0.isOpen && aspect.isWorthARow($0.values) }) else { continue }
            rows.append(judge.row(aspect, of: node, in: section, claims))
        }
        for child in node.children { rows += self.rows(of: child, in: section, judge) }
        return rows
    }

    /// True where the node, or anything below it, states a fact that can be missed.
    private static func statesAnything(_ node: RequirementNode) -> Bool {
        let facts = node.facts
        return facts.subjects.contains(where: \.isCode) || !facts.links.isEmpty || !facts.quantities.isEmpty || !facts.money.isEmpty
            || node.children.contains(where: statesAnything)
    }
}

/// A language as evidence of what the source states.
public struct Witness: Sendable {
    public let locale: LocaleTag
    /// What the page says it was translated from: the hash of the source file, else the commit; nil where it says nothing.
    public let revision: String?
    /// ISO 8601: the day of its hand-off, which orders revisions.
    public let date: String?
    /// True for a source that has a file.
    public let isSource: Bool
    /// False where the page names another version of the source file than the one at hand.
    public let followsSource: Bool

    public init(locale: LocaleTag, revision: String?, date: String?, isSource: Bool, followsSource: Bool) {
        self.locale = locale
        self.revision = revision
        self.date = date
        self.isSource = isSource
        self.followsSource = followsSource
    }
}

extension FactRow.Aspect {
    /// What the facts state of this aspect, free of language.
    func values(_ reading: RequirementNode.Reading) -> [String] {
        let facts = reading.facts
        return switch self {
        case .connector: reading.connector.map { [$0.kind.rawValue] } ?? []
        case .choice: facts.kind.isGroup ? [facts.choose.map { "\($0)-of" } ?? facts.kind.rawValue] : []
        // One language repeats a number where another says `both`: each counts once.
        case .quantity: Set(facts.quantities.flatMap { [$0.value] + ($0.among.map { [$0] } ?? []) }).sorted().map(Self.text)
        case .money: facts.money.map { "\(Self.text($0.amount)) \($0.currency)" }
        case .date: facts.dates.map(\.text)
        case .exam: facts.subjects.filter { $0.kind == .exam }.map(\.name)
        case .certification: facts.subjects.filter { $0.kind == .certification }.map(\.name)
        case .product: facts.subjects.filter { $0.kind == .product }.map(\.name)
        case .link: facts.links.map(LinkIdentity.canonical).sorted()
        case .conjunction: facts.conjunction.map { [$0.rawValue] } ?? []
        case .presence: []
        }
    }

    /// True where a language has values of the aspect: its `values` are not empty.
    func isStated(in node: RequirementNode) -> Bool {
        let languages = node.readings.indices
        return switch self {
        case .connector: languages.contains { node.readings[$0].connector != nil }
        case .choice: languages.contains { node.readings[$0].facts.kind.isGroup }
        case .quantity: languages.contains { !node.readings[$0].facts.quantities.isEmpty }
        case .money: languages.contains { !node.readings[$0].facts.money.isEmpty }
        case .date: languages.contains { !node.readings[$0].facts.dates.isEmpty }
        case .exam: languages.contains { node.readings[$0].facts.subjects.contains { $0.kind == .exam } }
        case .certification: languages.contains { node.readings[$0].facts.subjects.contains { $0.kind == .certification } }
        case .product: languages.contains { node.readings[$0].facts.subjects.contains { $0.kind == .product } }
        case .link: languages.contains { !node.readings[$0].facts.links.isEmpty }
        case .conjunction: languages.contains { node.readings[$0].facts.conjunction != nil }
        case .presence: false
        }
    }

    /// True where the words leave the aspect open.
    func isOpen(_ reading: RequirementNode.Reading, of node: RequirementNode) -> Bool {
        switch self {
        case .choice: reading.facts.isKindImplied || !reading.facts.kind.isGroup || Self.isConnected(node.children, reading.locale)
        case .connector: reading.connector == nil
        case .conjunction: reading.facts.conjunction == nil
        default: false
        }
    }

    /// Words that only add are worth no row: `and` and a comma mean the same.
    func isWorthARow(_ values: [String]) -> Bool { self != .conjunction || values == [RequirementNode.Connector.Kind.or.rawValue] }

    /// True where words between the members say how they are joined: they are compared one by one.
    private static func isConnected(_ nodes: [RequirementNode], _ locale: LocaleTag) -> Bool {
        nodes.contains { node in
            node.readings.contains { $0.locale == locale && $0.connector != nil } || node.isWordless && isConnected(node.children, locale)
        }
    }

    static func text(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value) }
}
