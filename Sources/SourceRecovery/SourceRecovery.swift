import LocalizationModel

/// Rebuilds a source page that is not there from what its translations still hold of it.
///
/// In this order of trust: the source commented out in a translation, the source's spans beside translated segments,
/// segments that a translation left in the source's language, texts that translations into different languages share.
/// Pages of different source commits hold different sources, which are never mixed.
public enum SourceRecovery {
    /// What is known of each source that the pages follow, newest first; sources of which nothing is known are among them.
    public static func revisions(
        of pages: [Page], _ languages: SiteLanguages, layout: RecoveredSource.Layout
    ) -> [RecoveredSource] {
        RevisionSurvey.all(pages, languages).map { $0.recovered(layout) }
    }

    /// The source to compare the translations with, in place: that of the newest page which holds all of it, else the one of
    /// which most is known. Nil where no translation holds a word of it.
    public static func recover(_ pages: [Page], _ languages: SiteLanguages) -> RecoveredSource? {
        let surveys = RevisionSurvey.all(pages, languages).filter { $0.skeleton.count > 0 }
        let best = surveys.first { $0.skeleton.holdsPage } ?? surveys.max { $0.skeleton.count < $1.skeleton.count }
        return best?.recovered(.inPlace)
    }
}

/// The pages of one source, and which of them gives the recovered page its structure.
private struct RevisionSurvey {
    let revision: PageRevision
    let skeleton: HeldSource
    /// The other pages, newest first.
    let siblings: [HeldSource]

    /// Newest first.
    static func all(_ pages: [Page], _ languages: SiteLanguages) -> [RevisionSurvey] {
        PageRevision.all(of: pages).compactMap { revision in
            var held = revision.pages.map { HeldSource($0, languages) }
            // The first of the best: the newest, then by locale.
            guard let index = held.indices.max(by: { isLess(held[$0], held[$1]) }) else { return nil }
            let skeleton = held.remove(at: index)
            return RevisionSurvey(revision: revision, skeleton: skeleton, siblings: held)
        }
    }

    private static func isLess(_ a: HeldSource, _ b: HeldSource) -> Bool { (a.rank.rawValue, a.count) < (b.rank.rawValue, b.count) }

    func recovered(_ layout: RecoveredSource.Layout) -> RecoveredSource {
        SourceAssembler(skeleton, SourceChoice(skeleton, siblings).choices, revision, layout).recovered()
    }
}
