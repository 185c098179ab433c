import LocalizationModel

/// Tells of the segments of a page whether they are the source's.
struct SegmentReading {
    private let source: LocaleProfile
    private let evidence: LanguageEvidence?
    /// True where the two languages share no script: what is in the source's script is no word of the translation's language.
    private let differsInScript: Bool
    private let isMachineMade: Bool
    /// True where the source's script has no East Asian punctuation.
    private let isPunctuationForeign: Bool
    /// By heading block, the names that its anchors have.
    private let anchors: [Int: [String]]
    private let keepsNeutral: Bool

    /// `keepsNeutral` where all that is translated is marked: the rest is the source's, unless it is of the translation's language.
    init(_ page: Page, _ languages: SiteLanguages, keepsNeutral: Bool) {
        source = languages.source
        self.keepsNeutral = keepsNeutral
        evidence = languages.evidence[page.locale]
        differsInScript = evidence.map { !$0.sharesScript } ?? false
        isPunctuationForeign = Set(["Hani", "Hans", "Hant", "Jpan", "Kana", "Hira", "Hang", "Kore"]).isDisjoint(with: source.scripts)
        isMachineMade = page.provenance.origin == .machine
        anchors = Dictionary(grouping: page.document.anchors.filter { $0.block != nil }, by: { $0.block ?? 0 }).mapValues { $0.map(\.name) }
    }

    func part(_ segment: Segment, block: Int?) -> HeldSource.Part {
        HeldSource.Part(
            whole: segment.span, text: segment.span, state: state(segment), method: .leftUntranslated, block: block, facts: segment.facts)
    }

    private func state(_ segment: Segment) -> HeldSource.Part.State {
        let facts = segment.facts
        guard let evidence else { return .translated }
        let verdict = evidence.verdict(on: facts, source: nil)
        if facts.letters.count(in: source.scripts) < facts.letters.total || verdict == .mixed || hasForeignPunctuation(facts.plain) { return .translated }
        if verdict != .source, !keepsNeutral, hasMachineSpaces(facts.plain) { return .translated }
        if verdict == .source || isNamedByAnchor(segment) { return .source }
        if verdict == .undecided, keepsNeutral || isCode(facts) { return .source }
        // From here on it may be a name, and names are touched up: `Office365`, `Power BI-Option`, a dash for a hyphen.
        guard facts.letters.total > 0, isPlain(facts.plain), hasPlainNumbers(facts) else { return .neutral }
        return differsInScript && !isShort(facts) || evidence.leansToSource(facts) ? .source : .neutral
    }

    /// Punctuation of East Asian scripts in a text of another script: `Word、Excel`.
    private func hasForeignPunctuation(_ text: String) -> Bool {
        guard isPunctuationForeign, text.utf8.contains(where: { $0 >= 0xE3 }) else { return false }
        return text.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) }
    }

    /// Localisation systems name a heading by the slug of its source. A hyphen of the slug may be a blank there.
    private func isNamedByAnchor(_ segment: Segment) -> Bool {
        guard segment.kind == .heading, let names = anchors[segment.block], !segment.facts.plain.contains("-"), isPlain(segment.facts.plain)
        else { return false }
        return names.contains(HeadingSlug.slug(segment.facts.plain))
    }

    /// Nothing but code spans.
    private func isCode(_ facts: SegmentFacts) -> Bool {
        guard !facts.inlineCode.isEmpty else { return false }
        var rest = facts.plain[...]
        for code in facts.inlineCode {
            guard let range = rest.firstRange(of: code), !rest[..<range.lowerBound].contains(where: \.isWordCharacter) else { return false }
            rest = rest[range.upperBound...]
        }
        return !rest.contains(where: \.isWordCharacter)
    }

    /// No dashes and quotation marks beyond ASCII, which differ by language, no digits glued to a word, no words glued by a hyphen.
    private func isPlain(_ text: String) -> Bool {
        var before: Unicode.Scalar = " "
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { (before, last) = (last, scalar) }
            if scalar.value >= 0x80, !scalar.properties.isAlphabetic { return false }
            if scalar.isNumeric, last.properties.isLowercase, before.properties.isAlphabetic { return false }
            if last == "-", before.properties.isAlphabetic || before.isNumeric, scalar.properties.isUppercase { return false }
        }
        return true
    }

    /// True where no number has a mark that another language writes otherwise.
    private func hasPlainNumbers(_ facts: SegmentFacts) -> Bool {
        facts.numbers.allSatisfy { $0.strength < .digits || $0.value < 10_000 && $0.text.utf8.allSatisfy(\.isASCIIDigit) }
    }

    /// Machines put blanks round the signs of a text that they do not translate: `* * * 42`, `a = b`.
    private func hasMachineSpaces(_ text: String) -> Bool {
        isMachineMade && text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\\") }
    }

    /// A word of which machines change the case without translating it: `ID`, `source`.
    private func isShort(_ facts: SegmentFacts) -> Bool {
        let words = facts.plain.split { !$0.isWordCharacter }
        guard isMachineMade, words.count == 1, let word = words.first, !source.functionWords.contains(word.lowercased()) else { return false }
        return word.utf8.count <= 3 || !(word.unicodeScalars.first?.properties.isUppercase ?? false)
    }
}

extension Unicode.Scalar {
    fileprivate var isNumeric: Bool { isASCII ? UInt8(value).isASCIIDigit : properties.numericType != nil }
}

extension Character {
    fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}
