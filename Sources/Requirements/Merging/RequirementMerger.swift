import LocalizationModel

/// Merges the requirement lists of a page's languages into one tree.
public enum RequirementMerger {
    /// One list of sections with the words and facts of every language; what only some languages have keeps just those.
    ///
    /// - Parameters:
    ///   - pages: the source first, where there is one.
    ///   - hasSource: true where it is: its order and its groups are kept, and its facts win where languages are even. Else those of the
    ///     first language that groups its requirements as most do.
    public static func merge(_ pages: [(locale: LocaleTag, sections: [RequirementSection])], hasSource: Bool) -> [RequirementSection] {
        let ordered = hasSource ? pages : mostCommonShapeFirst(pages)
        guard let first = ordered.first else { return [] }
        let merged = ordered.dropFirst().reduce(first.sections) { merge($0, $1.sections) }
        return merged.map { section in
            RequirementSection(
                anchor: section.anchor, path: section.path, level: section.level, headings: section.headings,
                requirements: RequirementIdentity.assign(Agreement.settle(section.requirements)), extents: section.extents)
        }
    }

    private static func mostCommonShapeFirst(
        _ pages: [(locale: LocaleTag, sections: [RequirementSection])]
    ) -> [(locale: LocaleTag, sections: [RequirementSection])] {
        guard pages.count > 2 else { return pages }
        let shapes = pages.map { page in page.sections.map { Regrouping.shape($0.requirements) }.joined(separator: "/") }
        guard let first = shapes.firstIndex(of: Agreement.most(shapes)) else { return pages }
        return [pages[first]] + pages[..<first] + pages[(first + 1)...]
    }

    private static func merge(_ a: [RequirementSection], _ b: [RequirementSection]) -> [RequirementSection] {
        SectionAlignment(a, b).order.compactMap { first, second in
            switch (first, second) {
            case (let i?, let j?): merge(a[i], b[j])
            case (let i?, nil): a[i]
            case (nil, let j?): b[j]
            case (nil, nil): nil
            }
        }
    }

    private static func merge(_ a: RequirementSection, _ b: RequirementSection) -> RequirementSection {
        RequirementSection(
            anchor: a.anchor, path: a.path, level: a.level ?? b.level, headings: a.headings + b.headings,
            requirements: NodeMerger.merge(a.requirements, b.requirements), extents: a.extents + b.extents)
    }
}
