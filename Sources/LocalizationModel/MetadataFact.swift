/// One key of the front matter, side by side in every language.
public struct MetadataFact: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Words for readers: each language has its own.
        case text
        /// The same in every language, as `robots`.
        case shared
        /// Where a translation comes from; it differs by nature.
        case provenance
    }

    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Has the key, and nothing speaks against its value.
        case stated
        /// Another value than the source's or, without a source file, than most languages'; for shared keys only.
        case disagrees
        case missing
    }

    public struct Cell: Sendable {
        public let locale: LocaleTag
        public let values: [String]
        /// 1-based line of the key; nil where it is missing.
        public let line: Int?
        public let standing: Standing
    }

    public let key: String
    public let kind: Kind
    /// What a shared key should say; empty where no value has a majority, and for the other kinds.
    public let values: [String]
    /// One for each language that has a file, ordered by locale.
    public let cells: [Cell]
}

extension PageGroup {
    /// The files of the page: the translations, and the source's if it has one; ordered by locale.
    public var files: [Page] {
        (translations.map(\.page) + (source.map { $0.isRecovered ? [] : [$0.page] } ?? [])).sorted { $0.locale < $1.locale }
    }

    /// The front matter of all files side by side, keys in the order in which they are met, the source's first.
    public var metadata: [MetadataFact] {
        let (files, texts) = (files, textKeys)
        return keys(of: files).map { fact($0, files, Self.kind($0, texts)) }
    }

    /// Of shared keys those that two files state differently.
    public var differingMetadata: [MetadataFact] {
        let files = files
        let differing = keys(of: files).filter { key in
            var first: [PageMetadata.Value]?
            return files.contains { file in
                guard let values = file.metadata[key]?.values else { return false }
                defer { first = first ?? values }
                return first.map { !$0.elementsEqual(values) { $0.text == $1.text } } ?? false
            }
        }
        guard !differing.isEmpty else { return [] }
        let texts = textKeys
        return differing.filter { Self.kind($0, texts) == .shared }.map { fact($0, files, .shared) }
    }

    private var ownFile: Page? { source.flatMap { $0.isRecovered ? nil : $0.page } }

    private func keys(of files: [Page]) -> [String] {
        var seen: Set<String> = []
        return ((ownFile.map { [$0] } ?? []) + files).flatMap { $0.metadata.entries.map(\.key) }.filter { seen.insert($0).inserted }
    }

    /// The keys whose values are words for readers.
    private var textKeys: Set<String> {
        var keys: Set<String> = ["keywords"]
        for index in translations.indices { keys.formUnion(translations[index].page.textKeys) }
        if let ownFile { keys.formUnion(ownFile.textKeys) }
        return keys
    }

    private static func kind(_ key: String, _ texts: Set<String>) -> MetadataFact.Kind {
        Provenance.keys.contains(key) ? .provenance : texts.contains(key) ? .text : .shared
    }

    private func fact(_ key: String, _ files: [Page], _ kind: MetadataFact.Kind) -> MetadataFact {
        let expected = kind == .shared ? ownFile?.metadata[key]?.values.map(\.text) ?? Self.majority(files, key) : []
        let cells = files.map { page -> MetadataFact.Cell in
            guard let entry = page.metadata[key] else { return .init(locale: page.locale, values: [], line: nil, standing: .missing) }
            let values = entry.values.map(\.text)
            return .init(
                locale: page.locale, values: values, line: page.document.text.line(at: entry.keySpan.lower),
                standing: expected.isEmpty || values == expected ? .stated : .disagrees)
        }
        return MetadataFact(key: key, kind: kind, values: expected, cells: cells)
    }

    /// What more than half of the files that have a key say, at least two; empty where there is no such value.
    private static func majority(_ files: [Page], _ key: String) -> [String] {
        let stated = files.compactMap { $0.metadata[key]?.values.map(\.text) }
        let counts = Dictionary(stated.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.first { $0.value > 1 && $0.value * 2 > stated.count }?.key ?? []
    }
}

extension Page {
    /// The keys of front matter values that are words for readers.
    public var textKeys: [String] { keyed.indices.filter { keyed[$0].kind == .metadata }.compactMap { keyed[$0].key } }
}
