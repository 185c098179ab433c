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
        keys(context).flatMap { key in
            context.group.translations.compactMap { translation in finding(key, translation.page, context) }
        }
    }

    /// The keys whose values readers meet, as the pages write them.
    private static func keys(_ context: GroupContext) -> [String] {
        let usual = ["title", "description", "keywords"]
        let keyed = context.group.translations.flatMap(\.page.keyed).filter { $0.kind == .metadata }.compactMap(\.key)
        return usual + Set(keyed).subtracting(usual).sorted()
    }

    private static func finding(_ key: String, _ page: Page, _ context: GroupContext) -> Finding? {
        guard let entry = page.metadata[key], let value = page.metadata.text(key), let profile = context.profiles[page.locale],
            let source = context.profiles[context.sourceLocale], let span = entry.values.first?.span
        else { return nil }
        let others = context.group.translations.filter { $0.page.locale != page.locale }
        let sharing = [page] + others.map(\.page).filter { $0.metadata.text(key) == value }
        let isTranslatedElsewhere = others.contains { other in other.page.metadata.text(key).map { $0 != value } ?? false }
        let sourceValue = context.group.source?.page.metadata.text(key)
        guard
            isSourceLanguage(value, sourceValue, profile, source)
                || sharing.count > 1 && isTranslatedElsewhere && isSharedAcrossScripts(value, sharing, context)
        else { return nil }
        return page.finding(
            Self.self, "Front matter '\(key)' is left in \(source.locale): \(Quoted.text(value))", at: span, key: key, source: sourcePlace(key, context),
            evidence: .init(expected: "text in \(page.locale)", found: value))
    }

    /// The source's own value, where there is a file that states it.
    private static func sourcePlace(_ key: String, _ context: GroupContext) -> Finding.Place? {
        guard let source = context.group.source, !source.isRecovered, let span = source.page.metadata[key]?.values.first?.span else { return nil }
        return Place.of(span, in: source.page.document.text)
    }

    private static func isSourceLanguage(_ value: String, _ sourceValue: String?, _ profile: LocaleProfile, _ source: LocaleProfile) -> Bool {
        let words = ValueWords(value, own: profile, source: source)
        if let sourceValue, sourceValue == value { return words.isMoreThanNames }
        return !words.hasOwnLetters && words.sourceHits > 0 && words.isMoreThanNames
            || words.sourceHits >= 2 && words.sourceHits > 2 * words.ownHits && words.isMoreThanNames
    }

    /// The same Latin text of several words stands in a locale whose script is not Latin: then it is no translation here either.
    private static func isSharedAcrossScripts(_ value: String, _ sharing: [Page], _ context: GroupContext) -> Bool {
        let isLatin = value.utf8.contains(where: \.isASCIILetter) && !value.unicodeScalars.contains { $0.value >= 0x370 }
        let hasOtherScript = sharing.contains { !(context.profiles[$0.locale]?.scripts.contains("Latn") ?? true) }
        return isLatin && value.contains(" ") && hasOtherScript
    }
}

/// Words of a front matter value, counted for the two languages.
private struct ValueWords {
    private(set) var sourceHits = 0
    private(set) var ownHits = 0
    private(set) var words = 0
    private(set) var lowerCase = 0
    private(set) var hasOwnLetters = false

    init(_ value: String, own: LocaleProfile, source: LocaleProfile) {
        let isLatin = own.scripts.contains("Latn")
        hasOwnLetters = isLatin || value.unicodeScalars.contains { $0.value >= 0x370 && $0.properties.isAlphabetic }
        for word in value.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
            let lower = word.lowercased()
            words += 1
            if lower == word { lowerCase += 1 }
            if source.functionWords.contains(lower) { sourceHits += 1 } else if own.functionWords.contains(lower) { ownHits += 1 }
        }
    }

    var isMoreThanNames: Bool { words >= 2 && lowerCase >= 1 }
}
