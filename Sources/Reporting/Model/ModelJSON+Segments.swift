import LocalizationModel

extension ModelJSON {
    static func write(_ model: ModelSegments, of source: SourcePage?, _ writer: inout JSONWriter) {
        writer.array(model.segments) { writer, segment in
            writer.object { writer in
                writer.member("id", segment.id)
                writer.member("section", segment.section)
                writer.member("kind", segment.kind.rawValue)
                writer.key("source")
                if let source, let index = segment.source { write(index, of: source, &writer) } else { writer.null() }
                writer.key("targets")
                writer.object(segment.targets) { writer, target in
                    write(target, sharedWith: target.unit.filter { $0 != segment.source }.map { model.segments[model.position(ofSource: $0)].id }, &writer)
                }
            }
        }
    }

    private static func write(_ index: Int, of source: SourcePage, _ writer: inout JSONWriter) {
        let segment = source.page.segments[index]
        let origin = source.origins.indices.contains(index) ? source.origins[index] : nil
        writer.object { writer in
            writer.member("text", segment.text)
            writer.member("line", segment.line)
            writer.member("retired", source.withdrawn.contains(index))
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
