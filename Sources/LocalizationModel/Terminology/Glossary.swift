/// What a project calls its things, locale by locale.
public struct Glossary: Sendable {
    /// What a term counts for among those of one concept (TBX: administrativeStatus).
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case preferred, admitted, forbidden
    }

    /// A name of a concept in one locale.
    public struct Term: Sendable {
        public let text: String
        public let status: Status
        /// Inflected forms that do not follow from the locale's endings.
        public let forms: [String]
        public let isCaseSensitive: Bool
        /// Why it is forbidden, or when it is right.
        public let note: String?

        /// - Parameter isCaseSensitive: nil for what the term itself says: one in capitals is an abbreviation, and `IT` no `it`.
        public init(_ text: String, _ status: Status = .preferred, forms: [String] = [], isCaseSensitive: Bool? = nil, note: String? = nil) {
            self.text = text
            self.status = status
            self.forms = forms
            self.isCaseSensitive = isCaseSensitive ?? Self.isInCapitals(text)
            self.note = note
        }

        private static func isInCapitals(_ text: String) -> Bool {
            let letters = FoldedText(text).characters.filter(\.isLetter)
            return !letters.isEmpty && letters.allSatisfy(\.isCapital)
        }
    }

    /// A thing and its names.
    public struct Concept: Sendable {
        public let definition: String?
        /// True where the source's name is kept in every locale.
        public let keepsName: Bool
        /// By locale or language, in the order of the glossary.
        public let terms: [LocaleTag: [Term]]

        public init(definition: String? = nil, keepsName: Bool = false, terms: [LocaleTag: [Term]]) {
            self.definition = definition
            self.keepsName = keepsName
            self.terms = terms
        }

        /// The names in a locale: its own, or those of a tag that it specialises: `de` for de-DE, `zh-Hant` for zh-Hant-TW.
        public func terms(in locale: LocaleTag) -> [Term] {
            var tag: LocaleTag? = locale
            while let known = tag {
                if let terms = terms[known] { return terms }
                tag = known.parent
            }
            return []
        }
    }

    public let concepts: [Concept]

    public init(_ concepts: [Concept]) { self.concepts = concepts }
}

extension LocaleTag {
    /// The tag without its last part (RFC 4647, section 3.4: lookup); nil for a language alone.
    fileprivate var parent: LocaleTag? { description.lastIndex(of: "-").flatMap { LocaleTag(description[..<$0]) } }
}
