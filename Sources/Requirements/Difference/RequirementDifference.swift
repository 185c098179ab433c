import LocalizationModel

/// Compares the requirements of two states of a page as facts.
///
/// Sections and requirements are paired by their words where those stayed, else as languages are when they are merged. What has no
/// partner was added or removed, and is told once, at its top; where both states have the same facts in different places, it moved.
public enum RequirementDifference {
    /// The changes in the order of the newer page; what is gone stands behind what it followed.
    ///
    /// - Parameters:
    ///   - locales: those that have the page in both states. What the others state is no change of a fact.
    ///   - source: the locale that requirements are called by.
    public static func changes(
        from old: [RequirementSection], to new: [RequirementSection], locales: Set<LocaleTag>, source: LocaleTag
    ) -> [FactChange] {
        let names = SectionNames(old + new, source: source)
        var found = FoundChanges()
        for (first, second) in SectionAlignment(old, new).order {
            guard let section = second.map({ new[$0] }) ?? first.map({ old[$0] }) else { continue }
            var comparison = SectionComparison(place: names.place(of: section), locales: locales, source: source)
            comparison.compare(first.map { old[$0] }, second.map { new[$0] })
            found.append(comparison.found)
        }
        return found.changes
    }
}

/// What a section's heading is called.
struct SectionNames {
    private let source: LocaleTag
    /// Levels that several options have.
    private let repeated: Set<String>

    init(_ sections: [RequirementSection], source: LocaleTag) {
        self.source = source
        var options: [String: Set<String>] = [:]
        for section in sections { if let level = section.level { options[level, default: []].insert(section.option ?? "") } }
        repeated = Set(options.filter { $0.value.count > 1 }.keys)
    }

    func place(of section: RequirementSection) -> FactChange.Place {
        .init(address: section.address, level: section.level, option: section.option, name: name(section))
    }

    private func name(_ section: RequirementSection) -> String {
        guard let level = section.level else {
            let heading = section.headings.first { $0.locale == source } ?? section.headings.first
            return heading.map { PlainWords.text($0.text) } ?? section.anchor
        }
        guard repeated.contains(level), let option = section.option else { return level }
        return "\(option)/\(level)"
    }
}
