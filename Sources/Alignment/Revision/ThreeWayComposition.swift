import LocalizationModel

/// Composes the comparison of two sources with the alignment of the older one.
struct ThreeWayComposition {
    private let links: RevisionComparison.Links
    private let followed: Bitext
    private let direct: Bitext
    /// For each segment of today's source the direct alignment's unit that it is in.
    private let directUnit: [Int]
    /// What the units with both sides will be.
    private var units: [TranslationUnit] = []
    private(set) var standing: [SourceRevision.Standing] = []
    private var placedSource: Set<Int> = []
    private var placedTarget: Set<Int> = []

    init(_ links: RevisionComparison.Links, followed: Bitext, direct: Bitext) {
        self.links = links
        self.followed = followed
        self.direct = direct
        var directUnit = [Int](repeating: 0, count: direct.source.count)
        for (number, unit) in direct.units.enumerated() { for index in unit.source { directUnit[index] = number } }
        self.directUnit = directUnit
    }

    mutating func settle() {
        let heirs = heirs()
        for component in components(heirs) { place(component) }
        findStanding(heirs)
        placeAhead()
        placeDirect()
    }

    /// For each segment of the old source the new ones that come from it.
    private func heirs() -> [[Int]] {
        var heirs = [[Int]](repeating: [], count: followed.source.count)
        for (index, sources) in links.origins.enumerated() { for source in sources { heirs[source].append(index) } }
        return heirs
    }

    // MARK: By way of the old source

    private struct Component {
        var source: Set<Int> = []
        var target: Set<Int> = []
        var states: Set<TranslationUnit.State> = []
        var confidence = 1.0
    }

    /// What hangs together through units of the old source and segments that were divided or joined since.
    private func components(_ heirs: [[Int]]) -> [Component] {
        var sets = DisjointSets(count: followed.units.count)
        var holder: [Int: Int] = [:]
        for (number, unit) in followed.units.enumerated() where !unit.target.isEmpty {
            for index in unit.source.flatMap({ heirs[$0] }) {
                if let other = holder[index] { sets.join(number, other) } else { holder[index] = number }
            }
        }
        var components: [Int: Component] = [:]
        for (number, unit) in followed.units.enumerated() where !unit.target.isEmpty {
            let source = unit.source.flatMap { heirs[$0] }
            guard !source.isEmpty else { continue }
            var component = components[sets.root(number)] ?? Component()
            component.source.formUnion(source)
            component.target.formUnion(unit.target)
            component.states.insert(unit.state)
            component.confidence = min(component.confidence, unit.confidence)
            components[sets.root(number)] = component
        }
        return components.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func place(_ component: Component) {
        if component.source.count > 1, component.target.count > 1, let parts = divided(component) {
            parts.forEach { add($0) }
            return
        }
        let state = component.states.count == 1 ? component.states.first ?? .translated : .partial
        add(TranslationUnit(source: component.source.sorted(), target: component.target.sorted(), state: state, confidence: component.confidence))
    }

    /// The direct alignment's units of a component, where they neither leave it nor leave anything over.
    private func divided(_ component: Component) -> [TranslationUnit]? {
        let parts = Set(component.source.map { directUnit[$0] }).sorted().map { direct.units[$0] }
        let fits = parts.allSatisfy { !$0.target.isEmpty && component.source.isSuperset(of: $0.source) && component.target.isSuperset(of: $0.target) }
        return fits && Set(parts.flatMap(\.target)) == component.target ? parts : nil
    }

    private mutating func add(_ unit: TranslationUnit) {
        units.append(unit)
        placedSource.formUnion(unit.source)
        placedTarget.formUnion(unit.target)
    }

    // MARK: What went and what came

    /// Removed segments with what the translation still holds of them.
    private mutating func findStanding(_ heirs: [[Int]]) {
        let removed = Set(links.removed)
        for unit in followed.units where !unit.target.isEmpty {
            for index in unit.source where removed.contains(index) {
                standing.append(SourceRevision.Standing(target: unit.target, old: followed.source[index]))
            }
        }
    }

    /// New segments that the translation has already, in the place of a removed one: it holds the marks of the new and not those of the old.
    private mutating func placeAhead() {
        var at: [[Int]: Int] = [:]
        for (number, item) in standing.enumerated() { at[item.target] = number }
        var settled: Set<Int> = []
        for unit in direct.units where isFree(unit) {
            guard let index = at[unit.target] else { continue }
            let new = unit.source.map { direct.source[$0].facts }
            guard RevisionMarks.isAhead(unit.target.map { direct.target[$0].facts }, old: [standing[index].old.facts], new: new) else { continue }
            settled.insert(index)
            add(unit)
        }
        standing = standing.indices.filter { !settled.contains($0) }.map { standing[$0] }
    }

    /// New segments that the translation has already, though the old source had none like them.
    private mutating func placeDirect() {
        let held = Set(standing.flatMap(\.target))
        for unit in direct.units where isFree(unit) && held.isDisjoint(with: unit.target) { add(unit) }
    }

    private func isFree(_ unit: TranslationUnit) -> Bool {
        !unit.source.isEmpty && !unit.target.isEmpty && placedSource.isDisjoint(with: unit.source) && placedTarget.isDisjoint(with: unit.target)
    }

    // MARK: The whole

    /// Each segment of either side in exactly one unit, in the order that `Bitext` promises.
    var bitext: Bitext {
        let left = direct.source.indices.filter { !placedSource.contains($0) }.map {
            TranslationUnit(source: [$0], target: [], state: .missing, confidence: 1)
        }
        var ordered = (units + left).sorted { ($0.source.first ?? 0) < ($1.source.first ?? 0) }
        var owner = [Int](repeating: -1, count: direct.target.count)
        for (number, unit) in ordered.enumerated() { for index in unit.target { owner[index] = number } }
        var extras: [Int: [TranslationUnit]] = [:]
        var current = -1
        for run in extraRuns(owner) {
            if let first = run.first, first > 0, owner[first - 1] >= 0 { current = owner[first - 1] }
            extras[current, default: []].append(TranslationUnit(source: [], target: run, state: .extra, confidence: 1))
        }
        ordered = (extras[-1] ?? []) + ordered.enumerated().flatMap { [$1] + (extras[$0] ?? []) }
        return Bitext(source: direct.source, target: direct.target, units: ordered, movedSections: direct.movedSections)
    }

    /// Target segments without an owner, those together that translated one removed segment.
    private func extraRuns(_ owner: [Int]) -> [[Int]] {
        var group: [Int: Int] = [:]
        for (number, item) in standing.enumerated() { for index in item.target { group[index] = number } }
        var runs: [[Int]] = []
        for index in owner.indices where owner[index] < 0 {
            if let last = runs.last?.last, last == index - 1, let number = group[index], group[last] == number {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs
    }
}

/// Sets that only ever grow together (Galler and Fischer, 1964).
private struct DisjointSets {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(_ element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    /// The smaller root stays.
    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        parent[max(x, y)] = min(x, y)
    }
}
