import FrontMatter
import LocaleData
import LocalizationModel
import MarkdownSource
import Requirements
import Segmentation
import TestSupport

/// Pages read as the pipeline reads them.
enum PageFixture {

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
        let profile = try Repository.profile(locale)
        let reader = RequirementReader(profile: profile, sourceProfile: try Repository.profile("en-US"))
        return reader.read(try page(bytes, locale, profile: profile))
    }

    static func merge(_ pages: [(String, [RequirementSection])], hasSource: Bool = false) throws -> [RequirementSection] {
        RequirementMerger.merge(try pages.map { (try tag($0.0), $0.1) }, hasSource: hasSource)
    }

    /// The locales that the project ships.
    static let all = ["en-US", "de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]

    /// What one list item states, beside an exam that makes its list a requirement list.
    static func facts(_ text: String, _ locale: String = "en-US") throws -> RequirementFacts {
        let nodes = try sections("- [70-101](https://example.org/70-101)\n- \(text)\n", locale).first?.requirements ?? []
        guard nodes.count == 2 else { throw HexaplaError("\(nodes.count) requirements in '\(text)'") }
        return nodes[1].facts
    }

    /// The sections of several locales' pages, merged.
    static func merged(_ pages: [(String, String)]) throws -> [RequirementSection] {
        try merge(try pages.map { ($0.0, try sections($0.1, $0.0)) })
    }
}
