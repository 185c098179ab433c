import LocalizationModel

/// The sentences that reports of a difference share.
enum DifferenceSummary {
    /// `v1 → v2`; revisions with the beginning of their commit.
    static func sides(_ difference: ModelDifference) -> String { "\(name(difference.old)) → \(name(difference.new))" }

    private static func name(_ side: ModelDifference.Side) -> String {
        guard let commit = side.commit, !commit.hasPrefix(side.name) else { return side.name }
        return "\(side.name) (\(commit.prefix(8)))"
    }

    /// Locales that the project gained or lost.
    static func locales(_ difference: ModelDifference) -> [(mark: String, text: String)] {
        difference.addedLocales.map { ("+", "locale \($0) added") } + difference.removedLocales.map { ("-", "locale \($0) removed") }
    }

    /// What became of the page's files.
    static func files(_ page: PageDifference) -> [(mark: String, text: String)] {
        var lines: [(String, String)] = []
        if let old = page.oldPath { lines.append((">", "page renamed from \(old)")) }
        if !page.addedIn.isEmpty {
            let already = page.keptIn.isEmpty ? "" : "; already in \(ChangeWords.list(page.keptIn))"
            lines.append(("+", "page added (\(ChangeWords.list(page.addedIn))\(already))"))
        }
        if !page.removedIn.isEmpty {
            let still = page.keptIn.isEmpty ? "" : "; still in \(ChangeWords.list(page.keptIn))"
            lines.append(("-", "page removed (\(ChangeWords.list(page.removedIn))\(still))"))
        }
        return lines
    }

    /// `3 facts on 2 pages differ`, or that none does.
    static func counts(_ difference: ModelDifference) -> String {
        guard !difference.isEmpty else { return "no facts differ" }
        let facts = difference.pages.reduce(0) { $0 + $1.changes.count }
        let parts = [count(difference.pages.count, "page differs", "pages differ"), count(facts, "changed fact", "changed facts")]
        return parts.joined(separator: ", ")
    }

    /// The languages that did not follow, with the number of facts: `de-DE 2, ja-JP 1`; empty where all did.
    static func behind(_ difference: ModelDifference) -> String {
        var counts: [LocaleTag: Int] = [:]
        for locale in difference.pages.lazy.flatMap(\.changes).flatMap(\.behind) { counts[locale, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    private static func count(_ number: Int, _ one: String, _ several: String) -> String { "\(number) \(number == 1 ? one : several)" }

    static func mark(_ kind: FactChange.Kind) -> String {
        switch kind {
        case .changed: "~"
        case .added: "+"
        case .removed: "-"
        case .moved: ">"
        }
    }

    /// Text of pages on one line, without what a terminal or a reader's eye would obey: controls and turns of direction.
    static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
            case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
