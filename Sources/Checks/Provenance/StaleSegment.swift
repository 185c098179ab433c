import LocalizationModel

/// A segment whose source moved on after it was translated.
public enum StaleSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "stale-segment", severity: .warning, sign: .outdated, scope: .unit, issueType: "mistranslation",
        summary: "The source of a segment changed after it was translated.",
        explanation: """
            With the old source at hand, every change of words or numbers is reported with the words that went and came, and changes of \
            markup, white space, case, the cut into sentences or a single letter are not; it is a note where the translation has the new \
            numbers, codes or links already. Without it, and only where the page follows another source than today's, a segment counts as stale \
            where its source lists more alternatives than the translation has.
            """,
        wantsTranslation: true,
        examples: [
            .bad(
                (
                    "en-US",
                    "---\nms.sourcegitcommit: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n---\nYou are listed as Delivery Partner or Sales Partner or Fast Track Partner."
                ),
                (
                    "de-DE",
                    "---\nms.openlocfilehash: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nms.sourcegitcommit: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n---\nSie sind als Delivery Partner oder Sales Partner aufgeführt."
                )),
            .good(
                ("en-US", "You are listed as Delivery Partner or Sales Partner."),
                ("ru-RU", "Вы указаны как Delivery Partner или Sales Partner.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        if let revision = pair.revision { return changed(pair, revision) }
        return pair.followsOtherSource ? alternatives(pair) : []
    }

    // MARK: With the old source

    private static func changed(_ pair: PairContext, _ revision: SourceRevision) -> [Finding] {
        guard let bitext = pair.bitext else { return [] }
        var findings: [Finding] = []
        for unit in bitext.units {
            for index in unit.source where index < revision.changes.count {
                guard case .changed(let old) = revision.changes[index] else { continue }
                let source = bitext.source[index]
                let isAhead = revision.ahead.contains(index)
                let edits = revision.edits[index]
                let words = edits.isEmpty ? Quoted.text([source]) : describe(edits)
                findings.append(
                    pair.finding(
                        Self.self,
                        isAhead ? "Source changed, and the translation seems to follow it: \(words)" : "Source changed since the translation: \(words)",
                        severity: isAhead ? .note : nil, source: [source], target: unit.target.map { bitext.target[$0] },
                        evidence: .init(expected: source.text, found: old, edits: edits)))
            }
        }
        return findings
    }

    /// So many edits stand in the message; the finding carries all.
    private static let shownEdits = 3

    /// `'a' became 'b', 'c' was removed, 'd' was added`.
    private static func describe(_ edits: [WordEdit]) -> String {
        let shown = edits.prefix(shownEdits).map { edit in
            if edit.added.isEmpty { return "\(Quoted.text(edit.removed)) was removed" }
            if edit.removed.isEmpty { return "\(Quoted.text(edit.added)) was added" }
            return "\(Quoted.text(edit.removed)) became \(Quoted.text(edit.added))"
        }
        let rest = edits.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
    }

    // MARK: Without it

    private static func alternatives(_ pair: PairContext) -> [Finding] {
        pair.pairs.indices.compactMap { index in
            let item = pair.pairs[index]
            guard item.state != .untranslated else { return nil }
            let expected = item.source.count == 1 ? pair.reading.alternatives(item.source.first) : pair.reading.alternatives(pair.sources(item).members)
            guard expected >= 2 else { return nil }
            let text = pair.targets(item).plain
            let names = pair.sources(item).all { $0.names }.filter { $0.contains(" ") }
            let lost = names.filter { !text.contains($0) }
            // Where the translation keeps the other names as they are, one that is not there is new.
            let keepsNames = names.count - lost.count >= 2 && !lost.isEmpty
            guard keepsNames || pair.words.alternatives.count(FoldedText(text).characters, generous: true) < expected else { return nil }
            let new = lost.filter { !pair.namesKeptElsewhere.contains($0) }
            let detail = new.isEmpty ? "" : ": \(Quoted.list(new)) \(new.count == 1 ? "is" : "are") not there"
            // A hash that differs says only that something changed somewhere; a commit that is not the source's says more.
            let severity: Severity = pair.source?.isRecovered ?? false ? metadata.severity : .note
            return pair.finding(
                Self.self, "The source lists more alternatives than the translation\(detail)", severity: severity, source: pair.source(item),
                target: pair.target(item),
                evidence: .init(expected: new.isEmpty ? "\(expected + 1) alternatives" : new.joined(separator: ", ")))
        }
    }
}
