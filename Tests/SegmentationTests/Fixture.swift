import LocaleData
import LocalizationModel
import MarkdownSource
import Segmentation
import TestSupport

/// Texts read and cut into segments.
struct Fixture {
    let document: Document
    let segments: [Segment]
    let segmenter: Segmenter

    init(_ bytes: [UInt8], _ locale: String = "en-US") throws {
        document = MarkdownReader.read(bytes).document
        segmenter = Segmenter(profile: try Repository.profile(locale))
        segments = segmenter.segments(of: document)
    }

    init(_ markdown: String, _ locale: String = "en-US") throws { try self.init(Array(markdown.utf8), locale) }

    var texts: [String] { segments.map(\.text) }

    /// The facts of a text without markup.
    static func facts(_ text: String, _ locale: String = "en-US") throws -> SegmentFacts { Segmenter(profile: try Repository.profile(locale)).facts(of: text) }
}
