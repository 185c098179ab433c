import LocalizationModel

/// How a language writes words together, as German does: a search for a part finds the whole.
///
/// A word is divided only into words that the site has itself.
public struct CompoundWords: Sendable {
    /// What may stand between two parts, folded, in UTF-8; the empty one among them.
    private let links: [[UInt8]]
    /// What a word may end with, folded.
    private let endings: [[UInt8]]

    /// Shorter parts are found in too many words.
    private static let shortestPart = 4
    /// A word with more parts is no word.
    private static let mostParts = 5
    /// Places that are tried in one word: pages of strangers may hold words made to be divided in many ways.
    private static let mostTrials = 200

    /// - Parameters:
    ///   - links: what may stand between two parts, folded.
    ///   - endings: what the forms of a word end with, folded.
    public init(links: [[UInt8]], endings: [[UInt8]]) {
        self.links = [[]] + links.filter { !$0.isEmpty }
        self.endings = endings.filter { !$0.isEmpty }
    }

    /// Hashes of the words of a site, as they stand and without their endings.
    struct Lexicon {
        fileprivate var words: Set<UInt64> = []
    }

    func lexicon(_ words: [ArraySlice<UInt8>]) -> Lexicon {
        var lexicon = Lexicon()
        for word in words where word.count >= Self.shortestPart && word.first?.isASCIIDigit == false {
            for stem in stems(word) { lexicon.words.insert(FNV1a.hash(stem)) }
        }
        return lexicon
    }

    /// The word and what is left of it without each of its endings.
    private func stems(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        [word]
            + endings.compactMap { ending in
                word.count - ending.count >= Self.shortestPart && word.suffix(ending.count).elementsEqual(ending) ? word.dropLast(ending.count) : nil
            }
    }

    private func isWord(_ part: ArraySlice<UInt8>, _ lexicon: Lexicon) -> Bool {
        stems(part).contains { lexicon.words.contains(FNV1a.hash($0)) }
    }

    /// The words that a word is made of; empty where it is not divided.
    func parts(of word: ArraySlice<UInt8>, in lexicon: Lexicon) -> [[UInt8]] {
        guard word.count > 2 * Self.shortestPart, word.count <= PageTerms.longest else { return [] }
        var trials = Self.mostTrials
        return divided(word, lexicon, parts: Self.mostParts, &trials) ?? []
    }

    /// Cuts off words from the end, the shortest first: the last part carries the meaning. Nil where something is left that is no word.
    private func divided(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon, parts: Int, _ trials: inout Int) -> [[UInt8]]? {
        var cut = word.endIndex - Self.shortestPart
        while parts > 1, cut >= word.startIndex + Self.shortestPart, trials > 0 {
            defer { cut -= 1 }
            let last = word[cut...]
            trials -= 1
            // Between two bytes of a letter there is no word.
            guard last.first?.isContinuation == false, isWord(last, lexicon), let first = first(word[..<cut], lexicon, parts: parts - 1, &trials) else {
                continue
            }
            return first + [Array(last)]
        }
        return nil
    }

    /// The words before a part, without what links them.
    private func first(_ head: ArraySlice<UInt8>, _ lexicon: Lexicon, parts: Int, _ trials: inout Int) -> [[UInt8]]? {
        let heads = links.compactMap { link in
            head.count - link.count >= Self.shortestPart && head.suffix(link.count).elementsEqual(link) ? head.dropLast(link.count) : nil
        }
        if let word = heads.first(where: { lexicon.words.contains(FNV1a.hash($0)) }) { return [Array(word)] }
        for head in heads { if let found = divided(head, lexicon, parts: parts, &trials) { return found } }
        return nil
    }
}
