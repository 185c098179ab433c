import LocalizationModel

/// A front matter value that was left in the source's language.
public enum UntranslatedMetadata: GroupRule {
    public static let metadata = RuleMetadata(
        id: "untranslated-metadata", severity: .error, sign: .lacking, scope: .group, issueType: "untranslated",
        summary: "A title, description or keyword list was left in the source's language.",
        explanation: """
            Search engines and browser tabs show the front matter, not the page. A value counts as untranslated where it equals the \
            source's, where it has no letter of the locale's script although it has words, or where it equals the value of two other \
            locales while a third one translated it. Translate the value.
            """,
        examples: [
            .bad(
                ("en-US", "---\ntitle: How to apply for a level\n---\nText of the page."),
                ("ja-JP", "---\ntitle: How to apply for a level\n---\nページのテキスト。")),
            .bad(
                ("en-US", "---\ndescription: The page explains the levels and how to get them.\n---\nText of the page."),
                ("de-DE", "---\ndescription: The page explains the levels and how to get them.\n---\nText der Seite.")),
            .good(("en-US", "---\ntitle: Office 365\n---\nText of the page."), ("ru-RU", "---\ntitle: Office 365\n---\nТекст страницы.")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        keys(context).flatMap { findings($0, context) }
    }

    /// The keys whose values readers meet, as the pages write them.
    private static func keys(_ context: GroupContext) -> [String] {
        let known = ["title", "description", "keywords"]
        let usual = known + (context.demands?.translated ?? []).filter { !known.contains($0) }
        var more: Set<String> = []
        for index in context.group.translations.indices { more.formUnion(context.group.translations[index].page.textKeys) }
        return usual + more.subtracting(usual).sorted()
    }

    private static func findings(_ key: String, _ context: GroupContext) -> [Finding] {
        let translations = context.group.translations
        let values = translations.indices.map { translations[$0].page.metadata.text(key) }
        let sourceValue = context.group.source?.page.metadata.text(key)
        guard let source = context.words[context.sourceLocale] else { return [] }
        return translations.indices.compactMap { index in
            guard let value = values[index], let own = context.words[translations[index].page.locale],
                isSourceLanguage(value, sourceValue, own, source) || isLeftInSeveral(value, values, context)
                    || context.demands?.translated.contains(key) ?? false && isRepeated(value, sourceValue, own),
                let span = translations[index].page.metadata[key]?.values.first?.span
            else { return nil }
            return translations[index].page.finding(
                Self.self, "Front matter '\(key)' is left in \(source.profile.locale): \(Quoted.text(value))", at: span, key: key,
                source: sourcePlace(key, context), evidence: .init(expected: "text in \(translations[index].page.locale)", found: value))
        }
    }

    /// True where the project wants another value than the source's: any with letters but names that the glossary keeps.
    private static func isRepeated(_ value: String, _ sourceValue: String?, _ own: LocaleWords) -> Bool {
        value == sourceValue && (own.terms?.withoutNames(value) ?? value).contains(where: \.isLetter)
    }

    /// The source's own value, where there is a file that states it.
    private static func sourcePlace(_ key: String, _ context: GroupContext) -> Finding.Place? {
        guard let source = context.group.source, !source.isRecovered, let span = source.page.metadata[key]?.values.first?.span else { return nil }
        return Place.of(span, in: source.page.document.text)
    }

    private static func isSourceLanguage(_ value: String, _ sourceValue: String?, _ own: LocaleWords, _ source: LocaleWords) -> Bool {
        // Names that the glossary keeps are no words of the source.
        let words = ValueWords(own.terms?.withoutNames(value) ?? value, own: own, source: source)
        guard words.isMoreThanNames else { return false }
        if let sourceValue, sourceValue == value { return true }
        return words.sourceHits > 0 && !words.hasOwnLetters || words.sourceHits >= 2 && words.sourceHits > 2 * words.ownHits
    }

    /// The same Latin text of several words stands in two locales, one of them of another script, and a third translated it: then it is
    /// no translation here either.
    private static func isLeftInSeveral(_ value: String, _ values: [String?], _ context: GroupContext) -> Bool {
        guard value.utf8.contains(0x20), value.utf8.contains(where: \.isASCIILetter) else { return false }
        let sharing = values.indices.filter { values[$0] == value }
        guard sharing.count > 1, values.contains(where: { $0 != nil && $0 != value }), !value.unicodeScalars.contains(where: { $0.value >= 0x370 })
        else { return false }
        return sharing.contains { !(context.words[context.group.translations[$0].page.locale]?.profile.scripts.contains("Latn") ?? true) }
    }
}

/// Words of a front matter value, counted for the two languages.
private struct ValueWords {
    private(set) var sourceHits = 0
    private(set) var ownHits = 0
    private(set) var words = 0
    private(set) var lowerCase = 0
    private let hasLatinLetters: Bool
    private let value: String

    init(_ value: String, own: LocaleWords, source: LocaleWords) {
        self.value = value
        hasLatinLetters = own.profile.scripts.contains("Latn")
        for word in FoldedText(value).characters.split(whereSeparator: { !$0.isLetter && !$0.isSame(as: "'") && !$0.isSame(as: "’") }) {
            words += 1
            if !word.contains(where: \.isCapital) { lowerCase += 1 }
            if source.functionWords.contains(word) { sourceHits += 1 } else if own.functionWords.contains(word) { ownHits += 1 }
        }
    }

    var isMoreThanNames: Bool { words >= 2 && lowerCase >= 1 }
    /// True where a letter may be of the translation's script.
    var hasOwnLetters: Bool { hasLatinLetters || value.unicodeScalars.contains { $0.value >= 0x370 && $0.properties.isAlphabetic } }
}
