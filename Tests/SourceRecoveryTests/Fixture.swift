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

    init(_ files: [(locale: String, bytes: [UInt8])]) throws {
        var profiles: [LocaleTag: LocaleProfile] = [:]
        pages = try files.map { file in
            let profile = try Repository.profile(file.locale)
            profiles[profile.locale] = profile
            return Self.page(file.bytes, profile)
        }
        recovered = SourceRecovery.recover(pages, profiles: profiles, source: try Repository.profile("en-US"))
    }

    init(_ files: [(locale: String, text: String)]) throws { try self.init(files.map { ($0.locale, Array($0.text.utf8)) }) }

    static func page(_ bytes: [UInt8], _ profile: LocaleProfile) -> Page {
        let document = MarkdownReader.read(bytes).document
        let metadata = document.frontMatter.map { FrontMatterReader.read(document.text, span: $0) } ?? .none
        return Page(
            locale: profile.locale, path: "page.md", file: "page.md", document: document, metadata: metadata,
            provenance: FrontMatterReader.provenance(of: metadata), segments: Segmenter(profile: profile).segments(of: document), hashes: [])
    }

    var text: String { recovered.map { String(decoding: $0.markdown, as: UTF8.self) } ?? "" }

    /// The segments of the recovered page with the line and the method of their origin.
    func segments() throws -> [(text: String, method: SourceOrigin.Method, line: Int, ownLine: Int)] {
        guard let recovered, let holder = pages.first(where: { $0.locale == recovered.locale }) else { return [] }
        return Self.page(recovered.markdown, try Repository.profile("en-US")).segments.map { segment in
            let origin = recovered.origin(at: segment.span.lower, in: holder.document.text)
            return (segment.text, origin.method, origin.line, segment.line)
        }
    }
}
