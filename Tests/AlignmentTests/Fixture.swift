import Alignment
import FileSystem
import LocalizationModel
import MarkdownSource
import Segmentation
import TestSupport

/// Pages read, cut and aligned.
enum Fixture {
    static func bytes(_ path: String) throws -> [UInt8] { try FileSystem.read(path) }

    static func side(_ bytes: [UInt8], _ locale: String) throws -> SegmentAligner.Side {
        let document = MarkdownReader.read(bytes).document
        return SegmentAligner.Side(document: document, segments: Segmenter(profile: try Repository.profile(locale)).segments(of: document))
    }

    static func align(_ source: [UInt8], _ target: [UInt8], _ locale: String) throws -> Bitext {
        let aligner = SegmentAligner(
            source: try Repository.profile("en-US"), target: try Repository.profile(locale), lexicon: try Repository.lexicon(locale))
        return aligner.align(source: try side(source, "en-US"), target: try side(target, locale))
    }

    static func align(_ source: String, _ target: String, _ locale: String = "de-DE") throws -> Bitext {
        try align(Array(source.utf8), Array(target.utf8), locale)
    }

    /// One line a unit: its state, the source's texts and the target's.
    static func links(_ bitext: Bitext) -> [String] {
        bitext.units.map { unit in
            let source = unit.source.map { bitext.source[$0].text }.joined(separator: " + ")
            let target = unit.target.map { bitext.target[$0].text }.joined(separator: " + ")
            return "\(unit.state.rawValue): \(source) = \(target)"
        }
    }

    /// What is broken of the law that each segment of either side is in exactly one unit.
    static func breaches(_ bitext: Bitext) -> [String] {
        var breaches: [String] = []
        if bitext.units.flatMap(\.source) != Array(bitext.source.indices) { breaches.append("source segments are lost, repeated or out of order") }
        if bitext.units.flatMap(\.target).sorted() != Array(bitext.target.indices) { breaches.append("target segments are lost or repeated") }
        for unit in bitext.units {
            if unit.source.isEmpty && unit.target.isEmpty { breaches.append("an empty unit") }
            if unit.source.isEmpty != (unit.state == .extra) || unit.target.isEmpty != (unit.state == .missing) {
                breaches.append("\(unit) has the wrong state")
            }
            if !(0...1).contains(unit.confidence) { breaches.append("confidence \(unit.confidence)") }
        }
        return breaches
    }
}
