import LocalizationModel

/// An identifier or a code span that differs.
public enum CodeMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "code-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "inconsistent-entities",
        summary: "An identifier or a code span of the source is missing or changed in the translation.",
        explanation: """
            What stands in backticks and identifiers with digits (70-346, 3.1.1, net46) are the same in every language. Compared without \
            regard to case; a code span that lost only its backticks is not reported here.
            """,
        examples: [
            .bad(("en-US", "Pass exam 70-346 first."), ("de-DE", "Bestehen Sie zuerst Prüfung 70-364.")),
            .bad(("en-US", "Run `tool check` first."), ("zh-CN", "首先运行 `tool verify`。")),
            .good(("en-US", "Sign in to the O365 services."), ("ru-RU", "Войдите в службы Office 365.")),
            .good(("en-US", "It is `a.dll` (v2.0)."), ("zh-TW", "這是 `a.dll` (2.0 版)。")),
            .good(("en-US", "Run `tool check` first."), ("ru-RU", "Сначала выполните `tool check`.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs(with: .codes).compactMap { item in
            let (missing, extra) = difference(pair.sources(item), pair.targets(item))
            guard !missing.isEmpty || !extra.isEmpty else { return nil }
            let severity: Severity = missing.isEmpty || extra.isEmpty ? .warning : .error
            let message =
                missing.isEmpty
                ? "Code \(Quoted.list(extra)) is not in the source"
                : extra.isEmpty ? "Code \(Quoted.list(missing)) is missing" : "Code \(Quoted.list(missing)) of the source is \(Quoted.list(extra)) here"
            return pair.finding(
                Self.self, message, severity: severity, source: pair.source(item), sourceMarks: missing.map { .code($0) },
                target: pair.target(item), targetMarks: extra.map { .code($0) },
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: ", "), found: extra.isEmpty ? nil : extra.joined(separator: ", ")))
        }
    }

    private static func difference(_ source: UnitSide, _ target: UnitSide) -> (missing: [String], extra: [String]) {
        var missing: [String] = []
        var extra: [String] = []
        let (left, right) = (Codes(source), Codes(target))
        guard left != right else { return ([], []) }
        compare(left, with: right, in: target, &missing)
        compare(right, with: left, in: source, &extra)
        return (missing, extra)
    }

    /// What one side states: code spans and identifiers.
    private struct Codes: Equatable {
        let spans: [String]
        let names: [String]

        init(_ side: UnitSide) {
            spans = side.all { $0.inlineCode }
            names = side.all { $0.codes }
        }
    }

    /// Collects what one side states and the other does not: code spans as they are, identifiers in any spelling.
    private static func compare(_ codes: Codes, with others: Codes, in otherSide: UnitSide, _ lost: inout [String]) {
        guard !codes.spans.isEmpty || !codes.names.isEmpty else { return }
        let (spans, known) = (Set(others.spans.map { $0.lowercased() }), Set(others.names.map(key)))
        let (lostSpans, lostNames) = (codes.spans.filter { !spans.contains($0.lowercased()) }, codes.names.filter { !known.contains(key($0)) })
        guard !lostSpans.isEmpty || !lostNames.isEmpty else { return }
        let other = otherSide.segments.map(\.text).joined(separator: " ").lowercased()
        let otherKey = key(other)
        var seen = Set(lost)
        // Only so many are looked for in the text, fewer where it is no sentence.
        var searches = min(200, 1_000_000 / max(1, other.utf8.count))
        func lose(_ code: String, unless isThere: () -> Bool) {
            guard key(code).utf8.count >= 2, !seen.contains(code) else { return }
            searches -= 1
            guard searches < 0 || !isThere() else { return }
            seen.insert(code)
            lost.append(code)
        }
        for code in lostSpans { lose(code) { other.contains(code.lowercased()) } }
        for code in lostNames { lose(code) { otherKey.contains(key(code)) || isWrittenOut(code, in: other) } }
    }

    /// `O365` stands for `Office 365`: the letters may be written out, the number stays.
    private static func isWrittenOut(_ code: String, in other: String) -> Bool {
        let letters = code.prefix { $0.isLetter }
        let number = code.dropFirst(letters.count)
        // `v2.0` is a version, whatever the language calls one.
        if letters.lowercased() == "v", number.contains("."), number.allSatisfy({ $0.isNumber || $0 == "." }) {
            return TextSearch.contains(other, String(number))
        }
        guard letters.count == 1, number.count >= 3, number.allSatisfy(\.isNumber) else { return false }
        return other.split { !$0.isNumber }.contains(number)
    }

    /// Letters and digits only, in lower case: `70-346` and `70 346` are the same identifier in other spelling.
    private static func key(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return String(decoding: text.utf8.lazy.filter(\.isASCIIAlphanumeric).map(\.asciiLowercased), as: UTF8.self)
        }
        return String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
