import LocalizationModel

/// For each part of the skeleton where its source's words stand: in the skeleton, or in another translation of the same source.
struct SourceChoice {
    /// Words of one page.
    struct Excerpt {
        let page: Page
        let span: SourceSpan
        let method: SourceOrigin.Method
    }

    enum Choice {
        case excerpt(Excerpt)
        /// What stands here is in the excerpt before it.
        case merged
        case unknown
    }

    private(set) var choices: [Choice]

    /// A text in the source's script that stands at the same place of two translations is the source's, if so many languages have it.
    private static let agreeingLanguages = 2

    /// `siblings` in order of preference, the skeleton not among them.
    init(_ skeleton: HeldSource, _ siblings: [HeldSource]) {
        choices = skeleton.parts.map { part in
            part.state == .source ? .excerpt(Excerpt(page: skeleton.page, span: part.text, method: part.method)) : .unknown
        }
        let open = skeleton.parts.indices.filter { skeleton.parts[$0].state != .source }
        guard !open.isEmpty, !siblings.isEmpty else { return }
        let pairings = siblings.map { StructurePairing(skeleton, $0) }
        for index in open {
            var found = Candidates()
            found.add(skeleton.parts[index], of: skeleton.page)
            for (sibling, pairing) in zip(siblings, pairings) {
                if let partner = pairing.partners[index] { found.add(sibling.parts[partner], of: sibling.page) }
            }
            if let excerpt = found.best(languages: Self.agreeingLanguages) { choices[index] = .excerpt(excerpt) }
        }
        for (sibling, pairing) in zip(siblings, pairings) {
            for blocks in pairing.unequal { fill(blocks.first, skeleton, from: blocks.second, of: sibling) }
        }
    }

    /// A block that is cut otherwise is taken as a whole: where all of it is the source's there, and none of it known here.
    private mutating func fill(_ parts: Range<Int>, _ skeleton: HeldSource, from others: Range<Int>, of sibling: HeldSource) {
        guard parts.allSatisfy({ if case .unknown = choices[$0] { true } else { false } }),
            sibling.parts[others].allSatisfy({ $0.state == .source && $0.method == .leftUntranslated }),
            let first = sibling.parts[others].first, let last = sibling.parts[others].last
        else { return }
        for index in parts { choices[index] = .merged }
        choices[parts.lowerBound] = .excerpt(
            Excerpt(page: sibling.page, span: SourceSpan(first.text.lower, last.text.upper), method: .leftUntranslated))
    }
}

/// What the translations hold at one place.
private struct Candidates {
    private struct Entry {
        let excerpt: SourceChoice.Excerpt
        let text: [UInt8]
        let isSource: Bool
        let hasLetters: Bool
    }
    private var entries: [Entry] = []
    /// True where a translation has a text of its own.
    private var isContested = false

    mutating func add(_ part: HeldSource.Part, of page: Page) {
        guard part.state != .translated else {
            isContested = true
            return
        }
        entries.append(
            Entry(
                excerpt: .init(page: page, span: part.text, method: part.method), text: Self.words(page.document.text[part.text]),
                isSource: part.state == .source, hasLetters: part.facts.map { $0.letters.total > 0 } ?? true))
    }

    /// The first that is the source's by itself, else what enough languages have.
    func best(languages: Int) -> SourceChoice.Excerpt? {
        if let entry = entries.first(where: \.isSource) { return entry.excerpt }
        var speakers: [[UInt8]: Set<Substring>] = [:]
        for entry in entries { speakers[entry.text, default: []].insert(entry.excerpt.page.locale.language) }
        let most = speakers.values.map(\.count).max() ?? 0
        guard most >= languages, let entry = entries.first(where: { speakers[$0.text]?.count == most }) else { return nil }
        // Languages share ways of writing dates and numbers too: there all have to agree.
        guard entry.hasLetters || !isContested && speakers.count == 1 else { return nil }
        return .init(page: entry.excerpt.page, span: entry.excerpt.span, method: .agreement)
    }

    /// The text with its white space collapsed.
    private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.split(whereSeparator: \.isWhitespace).joined(separator: [0x20]))
    }
}
