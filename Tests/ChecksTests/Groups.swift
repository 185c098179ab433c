import FrontMatter
import LocaleData
import LocalizationModel
import Terminology
import TestSupport
import Testing

@testable import Pipeline

/// Page groups made of texts.
enum Groups {
    /// The findings on pages given as locale and text; the source is the one in en-US.
    static func findings(_ pages: [(locale: String, text: String)], glossary: String? = nil, frontMatter: String? = nil) throws -> [Finding] {
        try analysed(pages, glossary: glossary, frontMatter: frontMatter).findings
    }

    /// The shipped locales, read once.
    private static let reader = Result {
        let store = LocaleStore(directory: Repository.locales)
        return try PageReader(store, source: try #require(LocaleTag("en-US")), store.available())
    }

    static func analysed(_ pages: [(locale: String, text: String)], glossary: String? = nil, frontMatter: String? = nil) throws -> AnalysedGroup {
        let tags = pages.compactMap { LocaleTag($0.locale) }
        let source = try #require(LocaleTag("en-US"))
        let shipped = try Self.reader.get()
        let schema = try frontMatter.map { try FrontMatterSchemaFile.read(Array($0.utf8), path: "front-matter.yml") }
        let reader = schema == nil ? shipped : PageReader(shipped.profiles, leverage: shipped.leverage, source: source, schema: schema)
        let read = zip(tags, pages).map { tag, page in reader.read(Array(page.text.utf8), file: "\(tag)/page.md", path: "page.md", locale: tag) }
        let analyser = GroupAnalyser(
            reader: reader, sourceLocale: source, translationLocales: tags.filter { $0 != source }, siteHasSource: tags.contains(source),
            glossary: try glossary.map { try GlossaryReader.read(Array($0.utf8), path: "glossary.yml", source: source) })
        // A site of this one page.
        let files = tags.map { ContentTree.File(locale: $0, file: "\($0)/page.md", stamp: .none) }
        let tree = ContentTree(
            locales: tags.sorted(), sourceLocale: source, groups: [.init(path: "page.md", files: files, isFragment: false)], assets: [:])
        let site = GroupLookup(SiteLinks(tree), path: "page.md", read)
        return analyser.analyse(read, path: "page.md", isFragment: false, site: site)
    }
}
