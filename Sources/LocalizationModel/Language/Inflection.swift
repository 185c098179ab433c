/// How the words of a language change with their role in the sentence, as far as telling a term again needs it.
public struct Inflection: Sendable {
    /// What may follow a term or its stem, in lower case.
    public var endings: [String]
    /// What the form in which dictionaries list a word may lose before another ending: `а` of `программа`.
    public var dropped: [String]
    /// Letters that stand for another one in some forms: `ä` for `a`, `ё` for `е`.
    public var letters: [Character: Character]
    /// What forms of verbs end with besides, in lower case: terms are nouns, but readers search for what is done, too.
    public var verbEndings: [String]
    /// What may stand between words that are written together, in lower case; nil where words are not.
    public var links: [String]?

    public init(endings: [String] = [], dropped: [String] = [], letters: [Character: Character] = [:], verbEndings: [String] = [], links: [String]? = nil) {
        self.endings = endings
        self.dropped = dropped
        self.letters = letters
        self.verbEndings = verbEndings
        self.links = links
    }

    /// So many letters are left of a word at least; shorter ones are their own only form.
    static let shortestStem = 3
}
