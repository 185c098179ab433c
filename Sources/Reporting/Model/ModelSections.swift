import LocalizationModel

/// The sections of a page in all its locales, each under one stable name.
///
/// The source's headings name the sections; a translated heading belongs to the section of the source's heading that it is
/// aligned with. A heading without such a partner joins the section of its own name, or makes a section of its own.
struct ModelSections {
    struct Section {
        /// Unique on the page: the heading's own anchor, or else its slug, with `-1`, `-2` for repetitions as on GitHub.
        let id: String
        let level: Int
        /// The ids of the enclosing sections, outermost first.
        let path: [String]
        /// What readers see of the heading.
        fileprivate(set) var titles: [LocaleTag: String]
    }

    /// The name of a heading that has no letter for a slug.
    private static let nameless = "section"

    /// In the order of the source; what only translations have stands after the section it follows there.
    var sections: [Section] {
        guard let first else { return [] }
        return sequence(first: first) { next[$0] }.map { storage[$0] }
    }

    // A list in which each section knows the one after it: insertion takes the same time anywhere.
    private var storage: [Section] = []
    private var next: [Int?] = []
    private var first: Int?

    private var indices: [String: Int] = [:]
    /// The sections of a name, in the order they were met.
    private var named: [String: [Int]] = [:]
    /// The last number that a name was given against repetition.
    private var repetitions: [String: Int] = [:]
    /// The section of each heading by the index of its segment, ascending.
    private var byHeading: [LocaleTag: [(segment: Int, section: Int)]] = [:]
    private var byLine: [LocaleTag: [Int: Int]] = [:]

    init(_ group: PageGroup) {
        if let source = group.source { add(Headings(source.page), aligned: [:]) }
        for translation in group.translations { add(Headings(translation.page), aligned: aligned(translation, group.source)) }
    }

    /// The section of a segment; nil before the first heading. A heading without text has no segment: what follows it belongs
    /// to the heading before.
    func id(of segment: Segment, in locale: LocaleTag) -> String? {
        guard segment.section >= 0, let headings = byHeading[locale] else { return nil }
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].segment <= segment.section { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : storage[headings[low - 1].section].id
    }

    /// The section whose heading starts on a line of a locale's page.
    func id(ofHeadingAt line: Int, in locale: LocaleTag) -> String? { byLine[locale]?[line].map { storage[$0].id } }

    // MARK: Inside

    /// For each heading of the translation that has a partner in the source, the partner's section.
    private func aligned(_ translation: PageGroup.Translation, _ source: SourcePage?) -> [Int: Int] {
        guard let bitext = translation.bitext, let source else { return [:] }
        let known = Dictionary(byHeading[source.page.locale] ?? [], uniquingKeysWith: { first, _ in first })
        var partners: [Int: Int] = [:]
        for unit in bitext.units {
            let headings = unit.target.filter { bitext.target[$0].kind == .heading }
            for (heading, section) in zip(headings, unit.source.compactMap { known[$0] }) { partners[heading] = section }
        }
        return partners
    }

    private mutating func add(_ headings: Headings, aligned: [Int: Int]) {
        let taken = Set(aligned.values)
        var enclosing: [(level: Int, id: String)] = []
        var last: Int?
        var tried: [String: Int] = [:]
        for heading in headings.all {
            while let outer = enclosing.last, outer.level >= heading.level { enclosing.removeLast() }
            let section =
                aligned[heading.segment] ?? joined(heading, headings.locale, taken, &tried) ?? inserted(heading, enclosing.map(\.id), after: last)
            if storage[section].titles[headings.locale] == nil { storage[section].titles[headings.locale] = heading.title }
            byHeading[headings.locale, default: []].append((heading.segment, section))
            byLine[headings.locale, default: [:]][heading.line] = section
            enclosing.append((heading.level, storage[section].id))
            last = section
        }
    }

    /// The first section of the heading's name that other locales have and this one lacks. `tried` counts those looked at.
    private func joined(_ heading: Headings.Heading, _ locale: LocaleTag, _ taken: Set<Int>, _ tried: inout [String: Int]) -> Int? {
        guard let candidates = named[heading.name], !heading.name.isEmpty else { return nil }
        for position in tried[heading.name, default: 0]..<candidates.count {
            tried[heading.name] = position + 1
            let section = candidates[position]
            if storage[section].titles[locale] == nil, !taken.contains(section) { return section }
        }
        return nil
    }

    private mutating func inserted(_ heading: Headings.Heading, _ path: [String], after previous: Int?) -> Int {
        let name = heading.name.isEmpty ? Self.nameless : heading.name
        var id = name
        while indices[id] != nil {
            repetitions[name, default: 0] += 1
            id = "\(name)-\(repetitions[name, default: 0])"
        }
        let index = storage.count
        indices[id] = index
        named[heading.name, default: []].append(index)
        storage.append(Section(id: id, level: heading.level, path: path, titles: [:]))
        next.append(previous.map { next[$0] } ?? first)
        if let previous { next[previous] = index } else { first = index }
        return index
    }
}

/// The headings of one page, in its order.
private struct Headings {
    struct Heading {
        /// Index of the heading's segment.
        let segment: Int
        let level: Int
        let line: Int
        let title: String
        /// Its explicit anchor, or else its slug.
        let name: String
    }

    let locale: LocaleTag
    let all: [Heading]

    init(_ page: Page) {
        locale = page.locale
        let anchors = Dictionary(page.document.anchors.compactMap { anchor in anchor.block.map { ($0, anchor.name) } }, uniquingKeysWith: { first, _ in first })
        all = page.segments.indices.compactMap { index in
            let segment = page.segments[index]
            guard segment.section == index, case .heading(let level) = page.document.blocks[segment.block].kind else { return nil }
            let title = segment.facts.plain
            return Heading(segment: index, level: level, line: segment.line, title: title, name: anchors[segment.block] ?? HeadingSlug.slug(title))
        }
    }
}
