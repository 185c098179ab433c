import LocalizationModel

/// A term that the source emphasises and the translation does not.
public enum EmphasisMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "emphasis-mismatch", severity: .warning, sign: .structure, scope: .unit, issueType: "markup",
        summary: "An emphasised term of the source is not emphasised in the translation.",
        explanation: """
            Bold and italic terms mark names of the interface and quantities. Counted are the emphasised places of both sides; a place \
            that the translation sets as code instead counts. A note where the translation sets the term in quotation marks or brackets \
            instead, as many style guides want it, and \
            where a script without italics keeps a slanted name as it is. What CommonMark would leave as \
            asterisks between CJK letters is rendered as emphasis here, and counts.
            """,
        examples: [
            .bad(("en-US", "Select **Save** and then **Close**."), ("de-DE", "Wählen Sie **Speichern** und dann Schließen aus.")),
            .good(("en-US", "This is **important.** Then go on."), ("zh-TW", "這是**重要。**然後繼續。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let items = pair.translatedPairs(with: .emphasis)
        var known: Custom?
        return items.compactMap { item in
            // A heading is set apart as it is.
            guard item.source.traits.contains(.emphasis), !item.target.startsWithHeading || item.source.startsWithHeading else { return nil }
            let (sources, targets) = (pair.sources(item), pair.targets(item))
            let (expected, found) = (sources.all { $0.strong + $0.emphasised }, targets.all { $0.strong + $0.emphasised })
            let codes = targets.all { $0.inlineCode }.count - sources.all { $0.inlineCode }.count
            // A label folded into `label: text` brings no emphasis of its own.
            guard found.count + max(0, codes) < expected.count, sources.count == 1 || targets.count > 1 || found.isEmpty else { return nil }
            let missing = expected.count - found.count
            let custom = known ?? custom(items, pair)
            known = custom
            // Names keep their words: those that are emphasised on both sides are none of the lost ones.
            var kept = found
            let lost = expected.filter { term in
                guard let index = kept.firstIndex(of: term) else { return true }
                kept.remove(at: index)
                return false
            }
            return pair.finding(
                Self.self, "\(missing == 1 ? "An emphasised term" : "\(missing) emphasised terms") of the source \(missing == 1 ? "is" : "are") plain here",
                severity: isSetOtherwise(missing, lost, sources, targets, custom) || isUpright(lost, sources, targets, pair) ? .note : nil,
                source: pair.source(item),
                sourceMarks: lost.map { .emphasis($0) }, target: pair.target(item), targetMarks: lost.map { .text($0) },
                evidence: .init(expected: expected.joined(separator: ", "), found: found.isEmpty ? nil : found.joined(separator: ", ")))
        }
    }

    /// How the page treats what the source emphasises.
    private enum Custom {
        case emphasis
        /// Mostly in brackets or quotation marks, as the interface of many languages shows names.
        case enclosure
    }

    private static func custom(_ items: [SegmentPair], _ pair: PairContext) -> Custom {
        var (kept, enclosed) = (0, 0)
        for item in items where item.source.traits.contains(.emphasis) {
            if item.target.traits.contains(.emphasis) { kept += 1 } else if enclosures(pair.targets(item)) > enclosures(pair.sources(item)) { enclosed += 1 }
        }
        return enclosed > kept ? .enclosure : .emphasis
    }

    /// True where enough terms stand in brackets here, for several terms, on a page that sets terms so, with no other name that they may
    /// hold, or where the source has its terms.
    private static func isSetOtherwise(_ missing: Int, _ lost: [String], _ source: UnitSide, _ target: UnitSide, _ custom: Custom) -> Bool {
        // A sentence that emphasises one term and encloses the next is of two minds.
        let isUniform = !target.contains { !$0.strong.isEmpty || !$0.emphasised.isEmpty }
        let free = enclosures(target) - enclosures(source)
        guard isUniform, free >= missing else { return false }
        // Several terms and as many brackets are no accident.
        return missing > 1 || custom == .enclosure || free >= missing + otherNames(source, target) || standInPlace(lost, source, target)
    }

    /// How far, in parts of the sentence, a term may stand from its place in the source: languages order their words differently.
    private static let reach = 0.12

    /// True where for each lost term something stands in brackets at about the same part of the sentence.
    private static func standInPlace(_ lost: [String], _ source: UnitSide, _ target: UnitSide) -> Bool {
        let (said, scalars) = (source.plain, Array(target.plain.unicodeScalars))
        let brackets = scalars.indices.filter { openers.contains(scalars[$0]) || scalars[$0] == "\"" }.map { Double($0) / Double(scalars.count) }
        let length = Double(said.unicodeScalars.count)
        return !lost.isEmpty
            && lost.prefix(64).allSatisfy { term in
                guard let range = said.firstRange(of: term) else { return false }
                let place = Double(said.unicodeScalars.distance(from: said.startIndex, to: range.lowerBound)) / length
                return brackets.contains { abs($0 - place) <= reach }
            }
    }

    /// True where a script without italics keeps a slanted name as it is: `*global-packages*`, `global-packages`.
    private static func isUpright(_ lost: [String], _ source: UnitSide, _ target: UnitSide, _ pair: PairContext) -> Bool {
        guard pair.profile.isEastAsian, !lost.isEmpty else { return false }
        let (strong, text) = (source.all { $0.strong }, target.plain)
        return lost.prefix(64).allSatisfy { !strong.contains($0) && TextSearch.contains(text, $0) }
    }

    /// Names of the source that are not emphasised and not kept: they may be what stands in the brackets.
    private static func otherNames(_ source: UnitSide, _ target: UnitSide) -> Int {
        let (terms, text) = (source.all { $0.strong + $0.emphasised }, target.plain)
        func isEnclosed(_ name: String) -> Bool {
            TextSearch.contains(text, "\"" + name) || openers.contains { TextSearch.contains(text, String($0) + name) }
        }
        return source.all { $0.names }.prefix(16).count { name in
            !terms.contains { TextSearch.contains($0, name) } && (!TextSearch.contains(text, name) || isEnclosed(name))
        }
    }

    private static let openers: Set<Unicode.Scalar> = ["[", "「", "『", "“", "„", "«", "［", "【"]

    private static let closers: Set<Unicode.Scalar> = ["]", "」", "』", "”", "“", "»", "］", "】"]

    /// How many terms stand in brackets or quotation marks.
    private static func enclosures(_ side: UnitSide) -> Int {
        let scalars = Array(side.plain.unicodeScalars)
        // An empty pair encloses nothing.
        let empty = zip(scalars, scalars.dropFirst()).count { $0 == "\"" && $1 == "\"" || openers.contains($0) && closers.contains($1) }
        // Behind „ it closes.
        let closing = min(scalars.count { $0 == "„" }, scalars.count { $0 == "“" })
        return scalars.count { openers.contains($0) } - closing + scalars.count { $0 == "\"" } / 2 - empty
    }
}
