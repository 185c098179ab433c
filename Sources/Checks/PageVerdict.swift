import LocalizationModel

/// What a pair of pages is as a whole, where that says more than a finding for each sentence.
///
/// One finding names the state; what the rules find in single segments is then only worth a look.
enum PageVerdict: Equatable {
    case ordinary
    /// The translation has no text at all, the source has.
    case emptyTranslation
    /// The source has no text at all, the translation has.
    case emptySource
    /// The whole page is still in the source's language.
    case untranslated
    /// Each page is in the other's language.
    case swapped
    /// The translation is in neither of the two languages.
    case otherLanguage
    /// The source is in the translation's language, or in neither.
    case sourceInOtherLanguage
    /// Hardly any number, link or code of the one is in its counterpart in the other.
    case unrelated

    init(_ pair: PairContext) {
        guard let source = pair.source, !source.isRecovered, let bitext = pair.bitext, !pair.page.document.isWithdrawn else {
            self = .ordinary
            return
        }
        let (left, right) = (source.page.segments, pair.page.segments)
        guard !left.isEmpty, !right.isEmpty else {
            self = left.isEmpty ? right.isEmpty ? .ordinary : .emptySource : .emptyTranslation
            return
        }
        let own = PageLanguage.of(right, declared: pair.words, other: pair.reading.words) { FoldedText(right[$0].facts.plain) }
        let original = PageLanguage.of(left, declared: pair.reading.words, other: pair.words) { pair.reading.folded($0) }
        switch (own, original) {
        case (.other, .other): self = .swapped
        case (.neither, _): self = .otherLanguage
        case (_, .other), (_, .neither): self = .sourceInOtherLanguage
        case (.other, _): self = Self.isUntranslated(bitext) ? .untranslated : .ordinary
        default: self = Self.isUnrelated(pair) ? .unrelated : .ordinary
        }
    }

    /// Not one unit is translated; a few may be names.
    private static func isUntranslated(_ bitext: Bitext) -> Bool {
        let both = bitext.units.filter { !$0.source.isEmpty && !$0.target.isEmpty }
        let left = both.count { $0.state == .untranslated }
        return left >= 4 && left * 100 >= both.count * 97
    }

    private static let leastStating = 20

    /// Nearly all units that state a number, a link or a code state another on the other side.
    private static func isUnrelated(_ pair: PairContext) -> Bool {
        let most = pair.pairs.count
        guard most >= leastStating else { return false }
        var (stating, agreeing) = (0, 0)
        for index in pair.pairs.indices where states(pair.pairs[index]) {
            stating += 1
            if agrees(pair.pairs[index], pair) { agreeing += 1 }
            // Enough of them, whatever the rest states.
            if agreeing * 10 >= most { return false }
        }
        return stating >= leastStating && agreeing * 10 < stating
    }

    private static func states(_ item: SegmentPair) -> Bool {
        item.state != .untranslated && !item.source.traits.isDisjoint(with: .marks) && !item.target.traits.isDisjoint(with: .marks)
    }

    /// True where both sides state something of the same.
    private static func agrees(_ item: SegmentPair, _ pair: PairContext) -> Bool {
        let (source, target) = (pair.sources(item), pair.targets(item))
        // Mostly the first of a kind is the same already.
        if let link = source[0].destinations.first, let other = target[0].destinations.first, LinkIdentity.isSame(link, other) { return true }
        if let code = source[0].codes.first, code == target[0].codes.first { return true }
        if let number = source[0].numbers.first, let other = target[0].numbers.first, number.strength == .digits, other.strength == .digits,
            number.value == other.value
        {
            return true
        }
        return !marks(source.segments).isDisjoint(with: marks(target.segments))
    }

    /// What survives translation.
    private static func marks(_ segments: [Segment]) -> Set<String> {
        var marks: Set<String> = []
        for facts in segments.map(\.facts) {
            for number in facts.numbers where number.strength == .digits { marks.insert("\(number.value)") }
            for destination in facts.destinations { marks.insert(LinkIdentity.canonical(destination)) }
            for code in facts.codes + facts.inlineCode { marks.insert(code.lowercased()) }
        }
        return marks
    }
}

extension PageVerdict {
    /// The finding that names the state; nil for an ordinary pair.
    func finding(_ pair: PairContext) -> Finding? {
        guard let source = pair.source else { return nil }
        let (own, original) = (pair.profile.locale, pair.sourceProfile.locale)
        func finding(_ rule: any Rule.Type, _ message: String, _ expected: String? = nil) -> Finding {
            pair.finding(
                rule, message, severity: .error, source: Array(source.page.segments.prefix(1)), target: Array(pair.page.segments.prefix(1)),
                evidence: expected.map { .init(expected: $0) })
        }
        switch self {
        case .ordinary: return nil
        case .emptyTranslation: return finding(MissingSegment.self, "The page is empty: all \(source.page.segments.count) segments of the source are missing")
        case .emptySource: return finding(ExtraSegment.self, "The source page is empty: none of the \(pair.page.segments.count) segments here has a source")
        case .untranslated: return finding(UntranslatedSegment.self, "The page is not translated: all of it is in \(original)", "text in \(own)")
        case .swapped:
            return finding(UntranslatedSegment.self, "Source and translation are swapped: this page is in \(original), its source in \(own)", "text in \(own)")
        case .otherLanguage: return finding(WrongLanguage.self, "The page is neither in \(own) nor in \(original)", "text in \(own)")
        case .sourceInOtherLanguage: return finding(WrongLanguage.self, "The source page is not in \(original)", "text in \(original)")
        case .unrelated:
            return finding(StructureMismatch.self, "Hardly any number, link or code of the source is here: this may be the translation of another page")
        }
    }

    /// Findings about single segments, which the state explains, become notes.
    func applied(to findings: [Finding]) -> [Finding] {
        // What was left untranslated has to be done sentence by sentence: each stays what it is.
        guard self != .ordinary, self != .untranslated else { return findings }
        return findings.map { finding in
            finding.severity > .note && Self.aboutSegments.contains(finding.rule) ? finding.with(severity: .note) : finding
        }
    }

    /// Rules that report places in the running text, some of page scope among them.
    private static let aboutSegments = Set(
        RuleRegistry.all.filter { $0.metadata.scope == .unit }.map { $0.metadata.id } + ["lost-anchor", "changed-anchor", "reordered-section"])
}
