import LocalizationModel
import Rendering

/// Makes the units of one report page: both sides, the signs between them, the findings that belong to each.
struct ReportUnits {
    private let translation: PageGroup.Translation
    private let source: SourcePage?
    private let sourceLocale: LocaleTag
    private let directions: [LocaleTag: LocaleProfile.Direction]
    private let places: ReportPlaces
    private let sourceTag: String
    private let targetTag: String
    private var open: OpenFindings
    private var addresses: FindingAddresses
    /// Where the last source text came from: said once for all that follow from there.
    private var lastOrigin: (locale: LocaleTag, method: SourceOrigin.Method)?

    init(
        _ translation: PageGroup.Translation, _ source: SourcePage?, sourceLocale: LocaleTag, directions: [LocaleTag: LocaleProfile.Direction],
        places: ReportPlaces, findings: [Finding], states: FindingStates
    ) {
        addresses = FindingAddresses(states)
        self.places = places
        self.translation = translation
        self.source = source
        self.sourceLocale = sourceLocale
        self.directions = directions
        sourceTag = sourceLocale.description
        targetTag = translation.page.locale.description
        open = OpenFindings(findings)
    }

    /// All units in the order of the report, and the findings that belong to none of them.
    mutating func all() -> (units: [ReportPageView.Unit], rest: [FindingView]) {
        var units: [ReportPageView.Unit] = []
        units.reserveCapacity(places.keyed.count + places.units.count)
        for unit in places.keyed { units.append(self.unit(unit, id: places.address(units.count))) }
        if let bitext = translation.bitext { for unit in places.units { units.append(self.unit(unit, bitext, id: places.address(units.count))) } }
        return (units, views(open.rest))
    }

    private mutating func views(_ findings: [Finding]) -> [FindingView] {
        findings.map { finding in
            let (address, state) = addresses.next(finding)
            return FindingView(finding, id: address, state: state)
        }
    }

    // MARK: Units

    /// A front matter value, or the text of an image directive, with its findings, which are then taken.
    private mutating func unit(_ unit: NestedUnit, id: String) -> ReportPageView.Unit {
        let own = open.take(target: unit.target.map { [$0] } ?? []) { finding in
            guard let target = unit.target, let place = finding.target else { return false }
            return finding.key != nil && finding.key == target.key || Self.stands(place, [target])
        }
        let language = unit.state == .untranslated ? sourceLocale : translation.page.locale
        return ReportPageView.Unit(
            id: id, source: unit.source.map { side([$0], sourceLocale, nil, recoveredFrom: nil) },
            target: unit.target.map { side([$0], language, nil, recoveredFrom: nil) }, state: unit.state,
            signs: own.filter(\.asksForAction).prefix(1).map(\.sign), findings: views(own))
    }

    /// A unit with its findings, which are then taken.
    private mutating func unit(_ unit: TranslationUnit, _ bitext: Bitext, id: String) -> ReportPageView.Unit {
        let sourceSegments = unit.source.map { bitext.source[$0] }
        let targetSegments = unit.target.map { bitext.target[$0] }
        let own = open.take(target: targetSegments, source: sourceSegments) { finding in
            if let target = finding.target { return Self.stands(target, targetSegments) }
            return finding.source.map { Self.stands($0, sourceSegments) } ?? false
        }
        let origin = source?.isRecovered ?? false ? unit.source.first.flatMap { index in source?.origins[index] } : nil
        let isSaid = origin.map { $0.locale == lastOrigin?.locale && $0.method == lastOrigin?.method } ?? true
        if let origin { lastOrigin = (origin.locale, origin.method) }
        let sourceSide =
            sourceSegments.isEmpty
            ? nil
            : side(
                sourceSegments, sourceLocale, origin?.line, recoveredFrom: isSaid ? nil : origin.map { "\($0.locale) (\($0.method.rawValue))" },
                places: own.compactMap(\.source))
        let language = unit.state == .untranslated ? sourceLocale : translation.page.locale
        let targetSide = targetSegments.isEmpty ? nil : side(targetSegments, language, nil, recoveredFrom: nil, places: own.compactMap(\.target))
        var signs = Sign(unit.state).map { [$0] } ?? []
        for finding in own where finding.asksForAction && !signs.contains(finding.sign) { signs.append(finding.sign) }
        return ReportPageView.Unit(id: id, source: sourceSide, target: targetSide, state: unit.state, signs: signs, findings: views(own))
    }

    /// True where the place is that of the segments: the same line, and one text within the other.
    private static func stands(_ place: Finding.Place, _ segments: [Segment]) -> Bool {
        !place.text.isEmpty
            && segments.contains { segment in
                segment.line >= place.line && segment.line <= place.endLine
                    && (TextSearch.contains(place.text, segment.text) || TextSearch.contains(segment.text, place.text))
            }
    }

    // MARK: Sides

    /// The words that the findings' places mark are marked.
    private func side(
        _ segments: [Segment], _ locale: LocaleTag, _ line: Int?, recoveredFrom: String?, places: [Finding.Place] = []
    ) -> ReportPageView.Side {
        let text = segments.count == 1 ? segments[0].text : segments.map(\.text).joined(separator: " ")
        let marked = places.isEmpty ? [] : places.filter { $0.text == text }.flatMap(\.markedRanges).sorted { $0.lowerBound < $1.lowerBound }
        return .init(
            marked.isEmpty ? .plain(text) : .html(Self.marked(text, marked)), language: tag(locale), direction: directions[locale] ?? .leftToRight,
            line: line ?? segments.first?.line ?? 1, recoveredFrom: recoveredFrom)
    }

    private func tag(_ locale: LocaleTag) -> String { locale == sourceLocale ? sourceTag : targetTag }

    /// Ranges count Unicode scalars; of those that overlap the first counts.
    private static func marked(_ text: String, _ ranges: [Range<Int>]) -> [UInt8] {
        var html = ByteBuffer(capacity: text.utf8.count + 16)
        var (rest, end) = (text.unicodeScalars[...], 0)
        func escape(upTo offset: Int) {
            let head = rest.prefix(offset - end)
            HTMLEscape.append(Substring(head), keepingApostrophes: true, to: &html)
            (rest, end) = (rest[head.endIndex...], offset)
        }
        let count = text.unicodeScalars.count
        for range in ranges where range.lowerBound >= end && range.upperBound <= count {
            escape(upTo: range.lowerBound)
            html.append("<mark>")
            escape(upTo: range.upperBound)
            html.append("</mark>")
        }
        HTMLEscape.append(Substring(rest), keepingApostrophes: true, to: &html)
        return html.array
    }
}

extension Finding {
    /// True where its sign stands in the gutter: nobody has explained it, and it is more than a note.
    fileprivate var asksForAction: Bool { severity > .note && suppression == nil }
}
