import FileSystem
import FrontMatter
import LocaleData
import LocalizationModel
import MarkdownSource
import Segmentation

/// A page, read, and the parser's tree for rendering it.
struct ReadPage: Sendable {
    let page: Page
    let tree: SyntaxTree?
}

/// Reads files into pages: Markdown, front matter, provenance, segments.
struct PageReader: Sendable {
    private let segmenters: [LocaleTag: Segmenter]
    let profiles: [LocaleTag: LocaleProfile]

    init(_ profiles: [LocaleTag: LocaleProfile]) {
        self.profiles = profiles
        segmenters = profiles.mapValues(Segmenter.init)
    }

    /// Loads the profiles of the locales.
    init(_ store: LocaleStore, _ locales: some Sequence<LocaleTag>) throws(HexaplaError) {
        var profiles: [LocaleTag: LocaleProfile] = [:]
        for locale in locales { profiles[locale] = try store.profile(for: locale) }
        self.init(profiles)
    }

    func read(file: String, path: String, locale: LocaleTag) throws(HexaplaError) -> ReadPage {
        read(try FileSystem.read(file), file: file, path: path, locale: locale)
    }

    /// `isSource` asks for the hashes of the file, which only a source's translations are compared with.
    func read(_ bytes: [UInt8], file: String, path: String, locale: LocaleTag, isSource: Bool = true) -> ReadPage {
        let parsed = MarkdownReader.read(bytes)
        let metadata = parsed.document.frontMatter.map { FrontMatterReader.read(parsed.document.text, span: $0) } ?? .none
        let segments = segmenters[locale]?.segments(of: parsed.document) ?? []
        let page = Page(
            locale: locale, path: path, file: file, document: parsed.document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata), segments: segments, hashes: isSource ? Digest.sourceHashes(bytes) : [])
        return ReadPage(page: page, tree: parsed.tree)
    }
}
