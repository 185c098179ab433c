import FrontMatter
import LocalizationModel
import MarkdownSource
import Segmentation
import TestSupport

/// Page groups made of Markdown, aligned by hand: the model is tested, not the stages before it.
enum ModelFixture {
    /// Source indices, target indices and state of a unit.
    typealias Unit = ([Int], [Int], TranslationUnit.State)

    static func tag(_ text: String) throws -> LocaleTag {
        guard let tag = LocaleTag(text) else { throw HexaplaError("'\(text)' is no locale") }
        return tag
    }

    static func page(_ locale: String, _ markdown: String) throws -> Page {
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        let metadata = document.frontMatter.map { FrontMatterReader.read(document.text, span: $0) } ?? .none
        return Page(
            locale: try tag(locale), path: "page.md", file: "content/\(locale)/page.md", document: document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata),
            segments: Segmenter(profile: try Repository.profile(locale)).segments(of: document), hashes: [])
    }

    static func source(_ markdown: String) throws -> SourcePage {
        let page = try page("en-US", markdown)
        let origins = page.segments.map { SourceOrigin(method: .file, locale: page.locale, span: $0.span, line: $0.line) }
        return SourcePage(page: page, isRecovered: false, isComplete: true, origins: origins, commit: nil, withdrawn: [])
    }

    static func translation(_ locale: String, _ markdown: String, of source: SourcePage?, _ units: [Unit]) throws -> PageGroup.Translation {
        let page = try page(locale, markdown)
        let bitext = source.map { source in
            Bitext(
                source: source.page.segments, target: page.segments,
                units: units.map { TranslationUnit(source: $0.0, target: $0.1, state: $0.2, confidence: 1) }, movedSections: [])
        }
        return PageGroup.Translation(page: page, bitext: bitext)
    }

    static func group(_ source: SourcePage?, _ translations: [PageGroup.Translation], requirements: [RequirementSection] = []) throws -> PageGroup {
        PageGroup(path: "page.md", source: source, translations: translations, missingLocales: [], requirements: requirements)
    }

    /// The n-th segment of both sides belongs together.
    static func pairs(_ count: Int) -> [Unit] { (0..<count).map { ([$0], [$0], .translated) } }
}
