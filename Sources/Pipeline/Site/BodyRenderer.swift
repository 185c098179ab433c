import FileSystem
import LocalizationModel
import MarkdownSource
import Rendering

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

    /// Fragments may include fragments this deep; deeper ones go round in circles.
    private static let deepestInclude = 8

    /// - Parameter requirements: the sections whose lists are set from the model.
    func html(
        _ page: Page, tree: SyntaxTree?, ids: [Int: String], foreign: ForeignPassages, requirements: [RequirementSection]
    ) throws(HexaplaError) -> [UInt8] {
        var parsed = ParsedPage(document: page.document, tree: tree)
        // Marks inside blocks need the parser's eyes; pages without any are rendered from the tree at hand.
        if !foreign.spans.isEmpty { parsed = MarkdownReader.read(LanguageMarks.insert(into: page.document.text.bytes, around: foreign.spans)) }
        var options = options(file: page.path, language: page.locale, strings, depth: 0)
        options.ids = ids
        options.markedLanguage = context.source.description
        options.foreignDirection = context.language(context.source, in: page.locale)?.direction?.rawValue
        for block in foreign.blocks { options.languages[block] = context.source.description }
        guard requirements.contains(where: { section in section.extents.contains { $0.locale == page.locale } }) else {
            return BodyHTML.render(parsed, options)
        }
        let rendered = BodyHTML.renderWithPlaces(parsed, options)
        return try RequirementBody(
            page, rendered, languages: options.languages, direction: options.foreignDirection, renderer: context.renderer, strings: strings
        ).html(requirements)
    }

    /// - Parameters:
    ///   - file: the path of the page or fragment.
    ///   - language: what it is written in, with the words of that language.
    private func options(file: String, language: LocaleTag, _ strings: InterfaceText, depth: Int) -> BodyOptions {
        var options = BodyOptions()
        options.alertTitle = { Self.alerts[$0].map { strings[$0] } }
        (options.taskOpen, options.taskDone) = (strings["taskOpen"], strings["taskDone"])
        options.footnotes = strings["footnotes"]
        options.footnoteBack = strings["footnoteBack"]
        let (resolver, folder) = (lookup.resolver(locale, file: file), SitePaths.folder(pagePath))
        options.link = { resolver.address(of: $0, from: folder) }
        let images = PageImages(
            resolver: resolver, folder: folder, sizes: context.images, reads: reads, allowsRemote: context.project.allowsRemoteImages)
        options.image = { images.shown($0) }
        options.highlight = { [highlighter = context.highlighter] in highlighter.html($0, language: $1) }
        if depth < Self.deepestInclude { options.include = { include($0, from: file, language, depth: depth) } }
        return options
    }

    private static let alerts = [
        "NOTE": "alertNote", "TIP": "alertTip", "IMPORTANT": "alertImportant", "WARNING": "alertWarning", "CAUTION": "alertCaution", "INFO": "alertNote",
        "ATTENTION": "alertWarning", "DANGER": "alertCaution",
    ]

    /// The fragment in the page's locale, else the source's; nil where there is none.
    private func include(_ destination: String, from file: String, _ language: LocaleTag, depth: Int) -> [UInt8]? {
        guard let path = SitePaths.normalised(SitePaths.folder(file) + SitePaths.decoded(destination)) else { return nil }
        let found = context.group(path)?.file(for: locale, source: context.source)
        let bytes = found.flatMap { try? FileSystem.read($0.file) }
        reads.asked(fragment: path, for: locale, found: found?.locale, bytes: bytes)
        guard let found, let bytes, let strings = try? context.strings(found.locale) else { return nil }
        let html = BodyHTML.render(MarkdownReader.read(bytes), options(file: path, language: found.locale, strings, depth: depth + 1))
        guard let mark = context.language(found.locale, in: language) else { return html }
        let direction = mark.direction.map { " dir=\"\($0.rawValue)\"" } ?? ""
        return Array("<div lang=\"\(mark.tag)\"\(direction)>\n".utf8) + html + Array("</div>\n".utf8)
    }
}
