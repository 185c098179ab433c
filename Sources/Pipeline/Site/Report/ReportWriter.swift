import LocalizationModel
import MarkdownSource
import Rendering

/// Writes the pages of the editors' report: the bitext of each page and locale.
struct ReportWriter {
    private let context: SiteContext
    private let strings: InterfaceText
    private let directions: [LocaleTag: LocaleProfile.Direction]

    init(_ context: SiteContext) throws(HexaplaError) {
        self.context = context
        strings = try context.strings(context.source)
        directions = context.profiles.mapValues(\.direction)
    }

    static let index = "report/index.html"

    /// - Parameter folder: with a slash at its end.
    static func index(ofFolder folder: String) -> String { "report/folders/\(folder)index.html" }

    static func file(_ locale: LocaleTag, _ path: String) -> String { "report/\(locale.lowercased)/\(SitePaths.html(path))" }

    // MARK: A page

    /// - Parameters:
    ///   - findings: those of the translation's locale, in their order.
    ///   - status: the translation's counts.
    func page(_ analysed: AnalysedGroup, _ translation: PageGroup.Translation, findings: [Finding], status: LocaleStatus?) throws(HexaplaError) -> [UInt8] {
        let (page, group) = (translation.page, analysed.group)
        let file = Self.file(page.locale, group.path)
        var open = OpenFindings(findings)
        let metadata = ReportPlaces.keyed(translation).map { keyed($0, page.locale, &open) }
        let units = metadata + ReportPlaces.units(translation, group.source).compactMap { unit in self.unit(unit, translation, group.source, &open) }
        var view = ReportPageView(
            path: group.path, locale: page.locale.description, localeName: context.profile(page.locale).nativeName, siteTitle: context.project.title,
            rootPath: context.root(from: file), indexHref: relative(Self.index, from: file), percent: (status ?? LocaleStatus(locale: page.locale)).percent,
            units: units, strings: strings)
        view.pageTitle = page.metadata.text("title")
        if FactsWriter.hasPage(analysed) { view.factsHref = relative(FactsWriter.file(group.path), from: file) }
        if !analysed.isFragment { view.pageHref = relative("\(page.locale.lowercased)/\(SitePaths.html(group.path))", from: file) }
        view.sourceOrigin = group.source.map(origin)
        view.findings = open.rest.map(FindingView.init)
        view.provenance = provenance(page)
        return try context.renderer.reportPage(view)
    }

    private func relative(_ target: String, from file: String) -> String {
        SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file), to: target))
    }

    private func origin(_ source: SourcePage) -> String {
        guard source.isRecovered else { return strings.fill("sourceFromFile", ["file": source.page.file]) }
        let count = strings.number(source.page.segments.count)
        return strings.fill("sourceRecovered", ["recovered": count, "total": count])
    }

    /// A front matter value, or the text of an image directive, with its findings, which are then taken.
    private func keyed(_ unit: NestedUnit, _ locale: LocaleTag, _ open: inout OpenFindings) -> ReportPageView.Unit {
        let own = open.take(target: unit.target.map { [$0] } ?? []) { finding in
            guard let target = unit.target, let place = finding.target else { return false }
            return finding.key != nil && finding.key == target.key || Self.stands(place, [target])
        }
        let language = unit.state == .untranslated ? context.source : locale
        return ReportPageView.Unit(
            source: unit.source.map { side([$0], context.source, nil, recoveredFrom: nil) },
            target: unit.target.map { side([$0], language, nil, recoveredFrom: nil) }, state: unit.state,
            signs: own.filter { $0.severity > .note }.prefix(1).map(\.sign), findings: own.map(FindingView.init))
    }

    /// A unit with its findings, which are then taken.
    private func unit(_ unit: TranslationUnit, _ translation: PageGroup.Translation, _ source: SourcePage?, _ open: inout OpenFindings) -> ReportPageView.Unit?
    {
        guard let bitext = translation.bitext else { return nil }
        let sourceSegments = unit.source.map { bitext.source[$0] }
        let targetSegments = unit.target.map { bitext.target[$0] }
        let own = open.take(target: targetSegments, source: sourceSegments) { finding in
            if let target = finding.target { return Self.stands(target, targetSegments) }
            return finding.source.map { Self.stands($0, sourceSegments) } ?? false
        }
        let origin = source?.isRecovered ?? false ? unit.source.first.flatMap { index in source?.origins[index] } : nil
        let sourceSide =
            sourceSegments.isEmpty
            ? nil
            : side(
                sourceSegments, context.source, origin?.line, recoveredFrom: origin.map { "\($0.locale) (\($0.method.rawValue))" },
                places: own.compactMap(\.source))
        let language = unit.state == .untranslated ? context.source : translation.page.locale
        let targetSide = targetSegments.isEmpty ? nil : side(targetSegments, language, nil, recoveredFrom: nil, places: own.compactMap(\.target))
        var signs = Sign(unit.state).map { [$0] } ?? []
        for finding in own where finding.severity > .note && !signs.contains(finding.sign) { signs.append(finding.sign) }
        return ReportPageView.Unit(source: sourceSide, target: targetSide, state: unit.state, signs: signs, findings: own.map(FindingView.init))
    }

    /// True where the place is that of the segments: the same line, and one text within the other.
    private static func stands(_ place: Finding.Place, _ segments: [Segment]) -> Bool {
        !place.text.isEmpty
            && segments.contains { segment in
                segment.line >= place.line && segment.line <= place.endLine
                    && (TextSearch.contains(place.text, segment.text) || TextSearch.contains(segment.text, place.text))
            }
    }

    /// The words that the findings' places mark are marked.
    private func side(
        _ segments: [Segment], _ locale: LocaleTag, _ line: Int?, recoveredFrom: String?, places: [Finding.Place] = []
    ) -> ReportPageView.Side {
        let text = segments.count == 1 ? segments[0].text : segments.map(\.text).joined(separator: " ")
        let marked = places.isEmpty ? [] : places.filter { $0.text == text }.flatMap(\.markedRanges).sorted { $0.lowerBound < $1.lowerBound }
        return .init(
            html: Self.marked(text, marked), language: locale.description, direction: directions[locale] ?? .leftToRight, line: line ?? segments.first?.line,
            recoveredFrom: recoveredFrom)
    }

    /// Ranges count Unicode scalars; of those that overlap the first counts.
    private static func marked(_ text: String, _ ranges: [Range<Int>]) -> [UInt8] {
        var html = ByteBuffer(capacity: text.utf8.count + 16)
        var (rest, end) = (text.unicodeScalars[...], 0)
        func escape(upTo offset: Int) {
            let head = rest.prefix(offset - end)
            HTMLEscape.append(Substring(head), keepingApostrophes: true, to: &html)
            (rest, end) = (rest[head.endIndex...], offset)
        }
        let count = ranges.isEmpty ? 0 : text.unicodeScalars.count
        for range in ranges where range.lowerBound >= end && range.upperBound <= count {
            escape(upTo: range.lowerBound)
            html.append("<mark>")
            escape(upTo: range.upperBound)
            html.append("</mark>")
        }
        HTMLEscape.append(Substring(rest), keepingApostrophes: true, to: &html)
        return html.array
    }

    private func provenance(_ page: Page) -> [ReportPageView.ProvenanceRow] {
        let facts: [(String, String?)] = [
            ("provenanceFile", page.file), ("provenanceCommit", page.provenance.sourceCommit), ("provenanceHash", page.provenance.sourceHash),
            ("provenanceHandOff", page.provenance.handOffDate),
            ("provenanceOrigin", page.provenance.origin.map { strings[$0 == .human ? "originHuman" : "originMachine"] }),
        ]
        return facts.compactMap { key, value in value.map { .init(strings[key], $0) } }
    }
}
