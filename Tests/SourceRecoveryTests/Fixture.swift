import FrontMatter
import LocaleData
import LocalizationModel
import MarkdownSource
import Segmentation
import SourceRecovery
import TestSupport

/// Translations read as the pipeline reads them, and the source recovered from them.
struct Fixture {
    let pages: [Page]
    let recovered: RecoveredSource?
    /// Newest first, laid out as pages.
    let revisions: [RecoveredSource]

    init(_ files: [(locale: String, bytes: [UInt8])]) throws {
        var profiles: [LocaleTag: LocaleProfile] = [:]
        pages = try files.map { file in
            let profile = try Self.profile(file.locale)
            profiles[profile.locale] = profile
            return Self.page(file.bytes, profile)
        }
        let source = try Self.profile("en-US")
        recovered = SourceRecovery.recover(pages, SiteLanguages(profiles, source: source))
        revisions = SourceRecovery.revisions(of: pages, SiteLanguages(profiles, source: source), layout: .page)
    }

    init(_ files: [(locale: String, text: String)]) throws { try self.init(files.map { ($0.locale, Array($0.text.utf8)) }) }

    static func page(_ bytes: [UInt8], _ profile: LocaleProfile) -> Page {
        let document = MarkdownReader.read(bytes).document
        let metadata = document.frontMatter.map { FrontMatterReader.read(document.text, span: $0) } ?? .none
        return Page(
            locale: profile.locale, path: "page.md", file: "page.md", document: document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata), segments: Segmenter(profile: profile).segments(of: document), hashes: [])
    }

    /// The newest page.
    var page: String { revisions.first.map { String(decoding: $0.markdown, as: UTF8.self) } ?? "" }

    /// With what tells the languages apart, as the pipeline loads them.
    static func profile(_ tag: String) throws -> LocaleProfile {
        if let locale = LocaleTag(tag), let shipped = try profiles.get()[locale] { return shipped }
        return try Repository.profile(tag)
    }

    private static let profiles = Result {
        let store = LocaleStore(directory: Repository.locales)
        return try store.profiles(for: try store.available())
    }

    /// Front matter of a translation that names its source.
    static func head(commit: Character, date: String = "07/07/2017", hash: Character? = nil) -> String {
        let file = hash.map { "ms.openlocfilehash: \(String(repeating: $0, count: 40))\n" } ?? ""
        return "---\n\(file)ms.sourcegitcommit: \(String(repeating: commit, count: 40))\nms.lasthandoff: \(date)\n---\n"
    }

    var text: String { recovered.map { String(decoding: $0.markdown, as: UTF8.self) } ?? "" }

    /// The segments of the recovered page with the line and the method of their origin.
    func segments() throws -> [(text: String, method: SourceOrigin.Method, line: Int, ownLine: Int)] {
        guard let recovered else { return [] }
        return Self.page(recovered.markdown, try Repository.profile("en-US")).segments.map { segment in
            let origin = recovered.origin(at: segment.span.lower)
            return (segment.text, origin.method, origin.line, segment.line)
        }
    }
}
