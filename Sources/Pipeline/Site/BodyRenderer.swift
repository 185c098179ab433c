import FileSystem
import LocalizationModel
import MarkdownSource
import Rendering
import Synchronization

/// Renders the text of a page as HTML: links of the site, alerts in the page's language, included fragments.
struct BodyRenderer: Sendable {
    let context: SiteContext
    /// The locale whose site the page stands in; a fall-back's own language is another.
    let locale: LocaleTag
    let pagePath: String
    /// Of the text's own language.
    let strings: InterfaceText
    /// Takes down which fragments the page includes.
    let reads: SiteReadsRecorder
    let lookup: GroupLookup

    /// - Parameter requirements: the sections whose lists are set from the model.
    func html(
        _ page: Page, tree: SyntaxTree?, ids: HeadingIDs, foreign: ForeignPassages, requirements: [RequirementSection]
    ) throws(HexaplaError) -> [UInt8] {
        var parsed = ParsedPage(document: page.document, tree: tree)
        // Marks inside blocks need the parser's eyes; pages without any are rendered from the tree at hand.
        if !foreign.spans.isEmpty { parsed = MarkdownReader.read(LanguageMarks.insert(into: page.document.text.bytes, around: foreign.spans)) }
        var options = options(file: page.path, language: page.locale, strings)
        (options.ids, options.aliases, options.anchors) = (ids.ids, ids.aliases, BodyAnchors(ids.taken))
        let anchors = options.anchors
        options.include = include(from: page.path, page.locale, within: [page.path], anchors, IncludeBudget())
        options.markedLanguage = context.source.description
        options.foreignDirection = context.language(context.source, in: page.locale)?.direction?.rawValue
        for block in foreign.blocks { options.languages[block] = context.source.description }
        guard requirements.contains(where: { section in section.extents.contains { $0.locale == page.locale } }) else {
            return withAnchors(BodyHTML.render(parsed, options), anchors)
        }
        let rendered = BodyHTML.renderWithPlaces(parsed, options)
        let body = RequirementBody(
            page, rendered, languages: options.languages, direction: options.foreignDirection, renderer: context.renderer, strings: strings)
        return withAnchors(try body.html(requirements), anchors)
    }

    /// What else links may ask for leads to the top: anchors that the translation lost, or that stand where no id can.
    private func withAnchors(_ html: [UInt8], _ anchors: BodyAnchors) -> [UInt8] {
        let missing = anchors.takeMissing(lookup.ids(of: pagePath, in: locale))
        guard !missing.isEmpty else { return html }
        let spans = missing.map { "<span class=\"anchor\" id=\"\(HTMLText.escaped($0))\"></span>" }.joined()
        return Array("<div class=\"anchors\">\(spans)</div>\n".utf8) + html
    }

    /// - Parameters:
    ///   - file: the path of the page or of the fragment in it.
    ///   - language: what it is written in, with the words of that language.
    private func options(file: String, language: LocaleTag, _ strings: InterfaceText) -> BodyOptions {
        var options = BodyOptions()
        options.alertTitle = { Self.alerts[$0].map { strings[$0] } }
        (options.taskOpen, options.taskDone) = (strings["taskOpen"], strings["taskDone"])
        options.footnotes = strings["footnotes"]
        options.footnoteBack = strings["footnoteBack"]
        (options.missingLink, options.missingImage) = (strings["linkMissing"], strings["imageMissing"])
        let resolver = lookup.resolver(locale, file: file)
        let anchors: @Sendable (String, String, LocaleTag) -> String? = { [lookup] in lookup.id(for: $0, on: $1, in: $2) }
        options.link = { [pagePath] in resolver.published($0, on: pagePath, anchors: anchors) }
        let images = PageImages(
            resolver: resolver, page: pagePath, sizes: context.images, reads: reads, allowsRemote: context.project.allowsRemoteImages)
        options.image = { images.shown($0) }
        options.highlight = { [highlighter = context.highlighter] in highlighter.html($0, language: $1) }
        return options
    }

    private static let alerts = [
        "NOTE": "alertNote", "TIP": "alertTip", "IMPORTANT": "alertImportant", "WARNING": "alertWarning", "CAUTION": "alertCaution", "INFO": "alertNote",
        "ATTENTION": "alertWarning", "DANGER": "alertCaution",
    ]

    // MARK: Inclusions

    /// - Parameters:
    ///   - language: that of the file.
    ///   - way: the files that are being included, the page first.
    ///   - anchors: of the page.
    private func include(
        from file: String, _ language: LocaleTag, within way: [String], _ anchors: BodyAnchors, _ budget: IncludeBudget
    ) -> @Sendable (String) -> [UInt8]? {
        { destination in self.included(destination, from: file, language, within: way, anchors, budget) }
    }

    /// The fragment in the page's locale, else the source's; nil where there is none, or where it is being included already.
    private func included(
        _ destination: String, from file: String, _ language: LocaleTag, within way: [String], _ anchors: BodyAnchors, _ budget: IncludeBudget
    ) -> [UInt8]? {
        guard let path = Inclusions.path(destination, from: file), !way.contains(path), way.count <= Inclusions.deepest else { return nil }
        let found = context.group(path)?.file(for: locale, source: context.source)
        let bytes = found.flatMap { try? FileSystem.read($0.file) }
        reads.asked(fragment: path, for: locale, found: found?.locale, bytes: bytes)
        guard let found, let bytes, budget.spend(bytes.count), let strings = try? context.strings(found.locale) else { return nil }
        var options = options(file: path, language: found.locale, strings)
        (options.anchors, options.namesHeadings) = (anchors, true)
        options.include = include(from: path, found.locale, within: way + [path], anchors, budget)
        let html = BodyHTML.render(MarkdownReader.read(bytes), options)
        guard let mark = context.language(found.locale, in: language) else { return html }
        let direction = mark.direction.map { " dir=\"\($0.rawValue)\"" } ?? ""
        return Array("<div lang=\"\(mark.tag)\"\(direction)>\n".utf8) + html + Array("</div>\n".utf8)
    }
}

/// How much text a page may still include: fragments that include several others each grow without bound.
private final class IncludeBudget: Sendable {
    /// In bytes of Markdown; no page that anybody reads has more.
    private static let most = 4 << 20
    private let spent = Mutex(0)

    /// True where so many bytes may still be included.
    func spend(_ bytes: Int) -> Bool {
        spent.withLock { spent in
            // Empty fragments cost something as well.
            spent += bytes + 64
            return spent <= Self.most
        }
    }
}
