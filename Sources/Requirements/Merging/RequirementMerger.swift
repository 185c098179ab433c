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
        var merged = first.sections
        for page in ordered.dropFirst() { merge(page.sections, into: &merged) }
        for index in merged.indices {
            Agreement.settle(&merged[index].requirements)
            RequirementIdentity.assign(&merged[index].requirements)
        }
        return merged
    }

    private static func mostCommonShapeFirst(
        _ pages: [(locale: LocaleTag, sections: [RequirementSection])]
    ) -> [(locale: LocaleTag, sections: [RequirementSection])] {
        guard pages.count > 2 else { return pages }
        let shapes = pages.map { page in page.sections.map { Regrouping.shape($0.requirements) }.joined(separator: "/") }
        guard let first = shapes.firstIndex(of: Agreement.most(shapes)) else { return pages }
        return [pages[first]] + pages[..<first] + pages[(first + 1)...]
    }

    private static func merge(_ sections: [RequirementSection], into merged: inout [RequirementSection]) {
        let alignment = SectionAlignment(merged, sections)
        if alignment.isIdentity {
            for (index, section) in sections.enumerated() { merge(section, into: &merged[index]) }
            return
        }
        merged = alignment.order.compactMap { first, second in
            switch (first, second) {
            case (let i?, let j?):
                var both = merged[i]
                merge(sections[j], into: &both)
                return both
            case (let i?, nil): return merged[i]
            case (nil, let j?): return sections[j]
            case (nil, nil): return nil
            }
        }
    }

    private static func merge(_ section: RequirementSection, into merged: inout RequirementSection) {
        merged.level = merged.level ?? section.level
        merged.headings += section.headings
        NodeMerger.merge(section.requirements, into: &merged.requirements)
        merged.extents += section.extents
    }
}
