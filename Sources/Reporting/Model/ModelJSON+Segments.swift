import LocalizationModel

extension ModelJSON {
    /// Each segment with the texts nested in it behind it; front matter values come first.
    static func write(_ model: ModelSegments, _ nested: ModelNested, of source: SourcePage?, _ writer: inout JSONWriter) {
        writer.array { writer in
            for text in nested.keyed { write(text, holder: nil, of: source, &writer) }
            for segment in model.segments {
                write(segment, model, of: source, &writer)
                for text in segment.source.flatMap({ nested.held[$0] }) ?? [] { write(text, holder: segment.source, of: source, &writer) }
            }
        }
    }

    private static func write(_ segment: ModelSegments.Segment, _ model: ModelSegments, of source: SourcePage?, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", segment.id)
            writer.member("section", segment.section)
            writer.member("kind", segment.kind.rawValue)
            writer.key("source")
            if let source, let index = segment.source { write(source.page.segments[index], at: index, of: source, &writer) } else { writer.null() }
            writer.key("targets")
            writer.object(segment.targets) { writer, target in
                write(target, sharedWith: target.unit.filter { $0 != segment.source }.map { model.segments[model.position(ofSource: $0)].id }, &writer)
            }
        }
    }

    private static func write(_ text: ModelNested.Text, holder: Int?, of source: SourcePage?, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", text.id)
            writer.member("section", text.section)
            writer.member("kind", text.source.kind.rawValue)
            writer.member("key", text.source.key)
            if let id = text.holder { writer.member("holder", id) }
            writer.key("source")
            if let source { write(text.source, at: holder, of: source, &writer) } else { writer.null() }
            writer.key("targets")
            writer.object(text.targets) { write($1, sharedWith: [], &$0) }
        }
    }

    /// `index` is that of the segment, or of the one that holds it.
    private static func write(_ segment: Segment, at index: Int?, of source: SourcePage, _ writer: inout JSONWriter) {
        let origin = index.flatMap { source.origins.indices.contains($0) ? source.origins[$0] : nil }
        writer.object { writer in
            writer.member("text", segment.text)
            writer.member("line", segment.line)
            writer.member("retired", index.map(source.withdrawn.contains) ?? false)
            writer.key("origin")
            writer.object { writer in
                writer.member("method", (origin?.method ?? .file).rawValue)
                writer.member("locale", (origin?.locale ?? source.page.locale).description)
                writer.member("line", origin?.line ?? segment.line)
            }
        }
    }

    private static func write(_ target: ModelSegments.Target, sharedWith others: [String], _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("text", target.text)
            writer.member("line", target.line)
            writer.member("alignment", target.alignment?.rawValue)
            writer.member("state", target.state.rawValue)
            if !others.isEmpty { writer.member("shared_with", others) }
        }
    }
}
