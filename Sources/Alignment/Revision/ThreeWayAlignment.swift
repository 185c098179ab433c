import LocalizationModel

/// Relates today's source to a translation by way of the source that the translation was made from.
///
/// A translation follows its own source nearly one to one, so that this alignment is surer than the direct one: what became of
/// a segment of the old source is asked of `RevisionComparison`, what translates it of the alignment with the old source.
/// The direct alignment has its say where the way leads nowhere.
public struct ThreeWayAlignment {
    /// Today's source and the translation.
    public let bitext: Bitext
    public let revision: SourceRevision

    /// So much better, in parts of one, must the direct alignment be for the old source to be none that the translation follows.
    private static let margin = 0.1

    /// `direct` is the alignment of `new` and `target` alone.
    public init(old: SegmentAligner.Side, new: SegmentAligner.Side, target: SegmentAligner.Side, direct: Bitext, aligner: SegmentAligner) {
        let links = RevisionComparison.Links(old: old.segments, new: new.segments)
        let followed = aligner.align(source: old, target: target)
        guard Self.agreement(followed) + Self.margin >= Self.agreement(direct) else {
            bitext = direct
            revision = links.revision(standing: [], ahead: links.ahead(in: direct))
            return
        }
        var composition = ThreeWayComposition(links, followed: followed, direct: direct)
        composition.settle()
        bitext = composition.bitext
        revision = links.revision(standing: composition.standing, ahead: links.ahead(in: bitext))
    }

    /// From 0 to 1: how much of the translation has a partner, and how surely.
    private static func agreement(_ bitext: Bitext) -> Double {
        let sum = bitext.units.reduce(0) { $0 + ($1.source.isEmpty ? 0 : Double($1.target.count) * $1.confidence) }
        return bitext.target.isEmpty ? 0 : sum / Double(bitext.target.count)
    }
}
