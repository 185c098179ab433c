import LocalizationModel

/// The segments of a page with the text of every locale, in the order of the source.
struct ModelSegments {
    /// The states of XLIFF 2.1 (section 4.7.1, state) that a program can claim: `reviewed` and `final` are for people.
    enum State: String {
        case initial, translated
    }

    /// What a locale has for a segment.
    struct Target {
        /// Nil where the locale has nothing.
        let text: String?
        let line: Int?
        /// Nil where no source is known to align with.
        let alignment: TranslationUnit.State?
        /// All source segments that this text translates: more than one where the translation merged them.
        let unit: [Int]

        var state: State {
            switch alignment {
            case .untranslated, .missing: .initial
            case .translated, .partial, .extra, nil: .translated
            }
        }
    }

    struct Segment {
        /// Unique on the page, and the same after edits elsewhere.
        let id: String
        /// Nil before the first heading.
        let section: String?
        let kind: LocalizationModel.Segment.Kind
        /// Index of the source's segment; nil where only a translation has it.
        let source: Int?
        let targets: ByLocale<Target>
    }

    private(set) var segments: [Segment] = []
    private var positions: [Int] = []
    /// How often each id was wanted.
    private var wanted: [String: Int] = [:]

    init(_ group: PageGroup, _ sections: ModelSections) {
        let tables = group.translations.map(TargetTable.init)
        addExtras(tables, after: -1, sections)
        guard let source = group.source else { return }
        for (index, segment) in source.page.segments.enumerated() {
            let targets = tables.compactMap { table in table.targets[index].map { (locale: table.locale, value: $0) } }
            positions.append(segments.count)
            add(
                kind: segment.kind, section: sections.id(of: segment, in: source.page.locale), digested: segment.text, source: index,
                targets: ByLocale(targets))
            addExtras(tables, after: index, sections)
        }
    }

    /// Where the source's segment stands among all.
    func position(ofSource index: Int) -> Int { positions[index] }

    private mutating func addExtras(_ tables: [TargetTable], after index: Int, _ sections: ModelSections) {
        for table in tables {
            for extra in table.extras[index] ?? [] {
                add(
                    kind: extra.first.kind, section: sections.id(of: extra.first, in: table.locale), digested: "\(table.locale) \(extra.target.text ?? "")",
                    source: nil, targets: ByLocale([(table.locale, extra.target)]))
            }
        }
    }

    private mutating func add(kind: LocalizationModel.Segment.Kind, section: String?, digested: String, source: Int?, targets: ByLocale<Target>) {
        let base = "\(section ?? "")/\(ShortHash.of(digested))"
        let ordinal = wanted[base, default: 0] + 1
        wanted[base] = ordinal
        segments.append(Segment(id: ordinal == 1 ? base : "\(base)-\(ordinal)", section: section, kind: kind, source: source, targets: targets))
    }
}

/// What one locale has: by source segment, and beyond the source.
private struct TargetTable {
    typealias Extra = (first: Segment, target: ModelSegments.Target)

    let locale: LocaleTag
    private(set) var targets: [Int: ModelSegments.Target] = [:]
    /// By the source segment after which they stand; -1 before the first.
    private(set) var extras: [Int: [Extra]] = [:]

    init(_ translation: PageGroup.Translation) {
        let page = translation.page
        locale = page.locale
        guard let bitext = translation.bitext else {
            extras[-1] = page.segments.map { ($0, .init(text: $0.text, line: $0.line, alignment: nil, unit: [])) }
            return
        }
        var previous = -1
        for unit in bitext.units {
            let segments = unit.target.map { bitext.target[$0] }
            let target = ModelSegments.Target(text: Self.text(segments), line: segments.first?.line, alignment: unit.state, unit: unit.source)
            for index in unit.source { targets[index] = target }
            if unit.source.isEmpty, let first = segments.first { extras[previous, default: []].append((first, target)) }
            previous = unit.source.last ?? previous
        }
    }

    /// The segments as one text: a space between them where the file has something between them.
    private static func text(_ segments: [Segment]) -> String? {
        guard var text = segments.first?.text else { return nil }
        for (before, after) in zip(segments, segments.dropFirst()) { text += (before.span.upper == after.span.lower ? "" : " ") + after.text }
        return text
    }
}
