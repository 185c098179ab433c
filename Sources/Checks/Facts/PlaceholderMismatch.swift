import LocalizationModel

/// A placeholder that differs.
public enum PlaceholderMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "placeholder-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "pattern-problem",
        summary: "A placeholder of the source is missing, changed or new in the translation.",
        explanation: """
            `{name}`, `{{ name }}`, `${HOME}`, `%s`, `%1$d`, `%PATH%` are filled in by a program, which knows no other names: they stay \
            as they are. `<your-name>` is filled in by readers and may be translated; where its words differ, a note says so. \
            Placeholders inside code spans belong to `code-mismatch`.
            """,
        examples: [
            .bad(("en-US", "Hello {name}, your form is ready."), ("de-DE", "Hallo {Name}, Ihr Formular ist fertig.")),
            .bad(("en-US", "Copied %1$d of %2$d files."), ("ru-RU", "Скопировано %1$d файлов.")),
            .bad(("en-US", "The version is {{ site.version }}."), ("ja-JP", "バージョンは{{サイト.バージョン}}です。")),
            .bad(("en-US", "The files stand in ${HOME}."), ("zh-CN", "文件位于您的主目录。")),
            .good(("en-US", "Hello {name}, you have {{count}} forms."), ("zh-TW", "{name} 您好，您有 {{ count }} 份表單。")),
            .good(("en-US", "It grows by 5 % see below."), ("de-DE", "Es wächst um 5 % siehe unten.")),
            .good(("en-US", "Run `go {name}` first."), ("ru-RU", "Сначала выполните `go {name}`.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let own = Set(pair.prose.suspected(.placeholder))
        return pair.pairs.indices.lazy.compactMap { index in
            let item = pair.pairs[index]
            guard item.state == .translated else { return nil }
            let expected = pair.sources(item).members.flatMap { pair.reading.placeholders($0) }
            let mayHold = own.contains(item.target.block) || !item.target.isInOneBlock
            guard !expected.isEmpty || mayHold else { return nil }
            let found = mayHold ? pair.target(item).flatMap { Placeholder.all(in: $0.facts) } : []
            return finding(expected, found, item, pair)
        }
    }

    private static func finding(_ expected: [Placeholder], _ found: [Placeholder], _ item: SegmentPair, _ pair: PairContext) -> Finding? {
        let (missing, extra) = (expected.minus(found), found.minus(expected))
        guard !missing.isEmpty || !extra.isEmpty else { return nil }
        let forReaders = (missing + extra).allSatisfy(\.isForReaders) && missing.count == extra.count
        let (lost, new) = (missing.map(\.text), extra.map(\.text))
        let message =
            missing.isEmpty
            ? "Placeholder \(Quoted.list(new)) is not in the source"
            : extra.isEmpty ? "Placeholder \(Quoted.list(lost)) is missing" : "Placeholder \(Quoted.list(lost)) of the source is \(Quoted.list(new)) here"
        return pair.finding(
            Self.self, message, severity: forReaders ? .note : missing.isEmpty ? .warning : .error, source: pair.source(item),
            sourceMarks: lost.map { .text($0) }, target: pair.target(item), targetMarks: new.map { .text($0) },
            evidence: .init(expected: lost.isEmpty ? nil : lost.joined(separator: " "), found: new.isEmpty ? nil : new.joined(separator: " ")))
    }
}
