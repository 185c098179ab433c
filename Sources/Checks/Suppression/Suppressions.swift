import LocalizationModel

/// The comments of a page group that explain findings away, and what became of them.
struct Suppressions {
    /// A page with its comments.
    private struct Commented {
        let page: Page
        let isSource: Bool
        let comments: [Suppression]
    }

    private let pages: [Commented]

    /// Comments of the source speak for every translation; those of a source that was recovered are the translations' own.
    init(_ group: PageGroup) {
        let source = group.source.flatMap { $0.isRecovered ? nil : $0.page }
        let all = [source].compactMap { $0 }.map { ($0, true) } + group.translations.map { ($0.page, false) }
        pages = all.compactMap { page, isSource in
            let comments = Suppression.all(in: page.document)
            return comments.isEmpty ? nil : Commented(page: page, isSource: isSource, comments: comments)
        }
    }

    /// The findings with those that a comment explains marked, and what is wrong with the comments themselves.
    func applied(to findings: [Finding]) -> [Finding] {
        guard !pages.isEmpty else { return findings }
        var used = pages.map { Array(repeating: false, count: $0.comments.count) }
        let marked = findings.map { finding -> Finding in
            var reason: String?
            for (number, commented) in pages.enumerated() where commented.isSource || commented.page.locale == finding.locale {
                for (index, comment) in commented.comments.enumerated() where Self.covers(comment, finding, commented) {
                    used[number][index] = true
                    if !comment.reason.isEmpty { reason = reason ?? comment.reason }
                }
            }
            return reason.map(finding.suppressed) ?? finding
        }
        return marked
            + zip(pages, used).flatMap { commented, used in
                zip(commented.comments, used).flatMap { comment, isUsed in
                    let faults = InvalidSuppression.check(comment, on: commented.page)
                    return faults.isEmpty && !isUsed ? [UnusedSuppression.finding(comment, on: commented.page)] : faults
                }
            }
    }

    private static func covers(_ comment: Suppression, _ finding: Finding, _ commented: Commented) -> Bool {
        // A source's own findings have their place in the source's file, which is their target.
        let isOwn = commented.page.locale == finding.locale
        let place = isOwn ? finding.target : finding.source
        let after = (isOwn ? finding.target == nil : finding.source == nil) ? finding.evidence?.after : nil
        let isInBody = place.map { $0.line > commented.page.document.lastLineOfFrontMatter && finding.key == nil } ?? false
        return comment.covers(finding.rule, at: isInBody ? place : nil, after: after)
    }
}
