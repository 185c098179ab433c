import FrontMatter
import LocaleData
import LocalizationModel
import MarkdownSource
import Requirements
import Segmentation

/// Pages read as the pipeline reads them.
enum PageFixture {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    static let shared = root.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/shared"
    static let locales = LocaleStore(directory: root + "/locales")

    static func tag(_ text: String) throws -> LocaleTag {
        guard let tag = LocaleTag(text) else { throw HexaplaError("no locale: \(text)") }
        return tag
    }

    static func page(_ bytes: [UInt8], _ locale: String, profile: LocaleProfile) throws -> Page {
        let document = MarkdownReader.read(bytes).document
        let metadata = document.frontMatter.map { FrontMatterReader.read(document.text, span: $0) } ?? .none
        return Page(
            locale: try tag(locale), path: "page.md", file: "page.md", document: document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata), segments: Segmenter(profile: profile).segments(of: document), hashes: [])
    }

    /// The sections of a page given as text.
    static func sections(_ markdown: String, _ locale: String = "en-US") throws -> [RequirementSection] {
        try sections(Array(markdown.utf8), locale)
    }

    static func sections(_ bytes: [UInt8], _ locale: String) throws -> [RequirementSection] {
        let profile = try locales.profile(for: try tag(locale))
        let reader = RequirementReader(profile: profile, sourceProfile: try locales.profile(for: try tag("en-US")))
        return reader.read(try page(bytes, locale, profile: profile))
    }

    static func merge(_ pages: [(String, [RequirementSection])]) throws -> [RequirementSection] {
        RequirementMerger.merge(try pages.map { (try tag($0.0), $0.1) }, hasSource: false)
    }

    /// The sections of several locales' pages, merged.
    static func merged(_ pages: [(String, String)]) throws -> [RequirementSection] {
        try merge(try pages.map { ($0.0, try sections($0.1, $0.0)) })
    }
}
