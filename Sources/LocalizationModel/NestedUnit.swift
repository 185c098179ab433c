/// Texts that translate each other apart from the running text: image texts, link titles, front matter values.
///
/// They follow from the units of the running text and from their keys, and are no part of the alignment itself.
public struct NestedUnit: Sendable {
    /// Index into `Bitext.units` of the unit whose segments hold them; nil for what is found by its key alone.
    public let holder: Int?
    /// One of the two may be missing.
    public let source: Segment?
    public let target: Segment?
    public let state: TranslationUnit.State

    init(holder: Int?, _ source: Segment?, _ target: Segment?, _ evidence: LanguageEvidence) {
        self.holder = holder
        self.source = source
        self.target = target
        guard let source, let target else {
            state = target == nil ? .missing : .extra
            return
        }
        switch evidence.verdict(on: target.facts, source: source.facts) {
        case .source: state = .untranslated
        case .mixed: state = .partial
        case .own, .undecided: state = .translated
        }
    }
}

extension Bitext {
    /// The same units, with what stands beside the running text paired: `source` and `target` are what is found by a key.
    public func pairingNested(source: [Segment], target: [Segment], evidence: LanguageEvidence) -> Bitext {
        var nested = NestedPairs(source, target, byOrder: false).units(holder: nil, evidence)
        for (index, unit) in units.enumerated() {
            let (left, right) = (unit.source.flatMap { self.source[$0].nested }, unit.target.flatMap { self.target[$0].nested })
            guard !left.isEmpty || !right.isEmpty else { continue }
            nested += NestedPairs(left, right, byOrder: true).units(holder: index, evidence)
        }
        return Bitext(source: self.source, target: self.target, units: units, movedSections: movedSections, nested: nested)
    }
}

/// Pairs texts of the same kind by key, each key's in order; then, where asked, the rest of a kind in order: a
/// translation may have pictures of its own. Linear.
private struct NestedPairs {
    private struct Key: Hashable {
        let kind: Segment.Kind
        let key: String
    }

    private let source: [Segment]
    private let target: [Segment]
    /// For each text of the source the index of its partner.
    private var partners: [Int?]
    private var taken: [Bool]

    init(_ source: [Segment], _ target: [Segment], byOrder: Bool) {
        self.source = source
        self.target = target
        partners = Array(repeating: nil, count: source.count)
        taken = Array(repeating: false, count: target.count)
        match { Key(kind: $0.kind, key: $0.kind == .metadata ? ($0.key ?? "").lowercased() : LinkIdentity.canonical($0.key ?? "")) }
        if byOrder { match { Key(kind: $0.kind, key: "") } }
    }

    private mutating func match(_ key: (Segment) -> Key) {
        var waiting: [Key: ArraySlice<Int>] = [:]
        for index in target.indices where !taken[index] { waiting[key(target[index]), default: []].append(index) }
        for index in source.indices where partners[index] == nil {
            guard let partner = waiting[key(source[index])]?.popFirst() else { continue }
            partners[index] = partner
            taken[partner] = true
        }
    }

    /// In the order of the source; what only the target has stands behind.
    func units(holder: Int?, _ evidence: LanguageEvidence) -> [NestedUnit] {
        source.indices.map { NestedUnit(holder: holder, source[$0], partners[$0].map { target[$0] }, evidence) }
            + target.indices.filter { !taken[$0] }.map { NestedUnit(holder: holder, nil, target[$0], evidence) }
    }
}
