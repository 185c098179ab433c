import LocalizationModel

/// The canonical model of a project as JSON; `ModelSchema` describes every property.
public enum ModelJSON {
    /// Spaces per level.
    private static let indent = 1
    /// How deep a page stands in the document.
    private static let pageDepth = 2

    /// The model of one page. Pages are independent: they may be written in parallel.
    ///
    /// - Parameter inDocument: true where it will be put into a `document`; alone it has no white space.
    public static func page(_ group: PageGroup, inDocument: Bool) -> [UInt8] {
        let sections = ModelSections(group)
        var writer = inDocument ? JSONWriter(indent: indent, depth: pageDepth) : JSONWriter()
        writer.object { writer in
            writer.member("path", group.path)
            writer.key("source")
            write(group.source, &writer)
            writer.member("missing_locales", group.missingLocales.map(\.description))
            writer.key("locales")
            writer.object(ByLocale(group.files, \.locale)) { write($1, &$0) }
            writer.key("front_matter")
            writer.array(group.metadata) { write($1, &$0) }
            writer.key("sections")
            writer.array(sections.sections) { write($1, &$0) }
            writer.key("segments")
            let segments = ModelSegments(group, sections)
            write(segments, ModelNested(group, segments), of: group.source, &writer)
            writer.key("requirements")
            writer.array(group.requirements) { write($1, sections, &$0) }
            writer.key("facts")
            writer.array(group.facts) { write($1, &$0) }
        }
        return writer.bytes
    }

    /// The whole model. `pages` are what `page` made of the groups, in the order of their paths.
    public static func document(_ pages: [[UInt8]], sourceLocale: LocaleTag, locales: [LocaleTag], version: String) -> [UInt8] {
        whole(sourceLocale, locales, version) { writer in writer.array(pages) { $0.raw($1) } }
    }

    /// A model whose pages stand in files of their own: `pages` holds the path of each and the way to its file.
    public static func index(_ pages: [(path: String, file: String)], sourceLocale: LocaleTag, locales: [LocaleTag], version: String) -> [UInt8] {
        whole(sourceLocale, locales, version) { writer in
            writer.array(pages) { writer, page in
                writer.object { writer in
                    writer.member("path", page.path)
                    writer.member("file", page.file)
                }
            }
        }
    }

    private static func whole(_ sourceLocale: LocaleTag, _ locales: [LocaleTag], _ version: String, pages: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.object { writer in
            writer.member("$schema", ModelSchema.identifier)
            writer.member("schema_version", ModelSchema.version)
            writer.key("generator")
            writer.object { writer in
                writer.member("name", "hexapla")
                writer.member("version", version)
            }
            writer.member("source_locale", sourceLocale.description)
            writer.member("locales", locales.sorted().map(\.description))
            writer.key("pages")
            pages(&writer)
        }
        writer.newline()
        return writer.bytes
    }

    // MARK: Pages

    private static func write(_ fact: MetadataFact, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("key", fact.key)
            writer.member("kind", fact.kind.rawValue)
            writer.member("values", fact.values)
            writer.key("locales")
            writer.object(ByLocale(fact.cells, \.locale)) { writer, cell in
                writer.object { writer in
                    writer.member("values", cell.values)
                    writer.member("standing", cell.standing.rawValue)
                    writer.member("line", cell.line)
                }
            }
        }
    }

    private static func write(_ source: SourcePage?, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("locale", source?.page.locale.description)
            writer.member("kind", source.map { $0.isRecovered ? "recovered" : "file" } ?? "none")
            writer.member("complete", source?.isComplete ?? false)
            writer.member("retired", source.map { !$0.withdrawn.isEmpty || $0.page.document.isWithdrawn } ?? false)
            writer.member("commit", source?.commit)
            writer.member("from", source.flatMap { $0.isRecovered ? $0.origins.first?.locale.description : nil })
        }
    }

    private static func write(_ page: Page, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("file", page.file)
            writer.member("retired", page.document.isWithdrawn)
            writer.key("metadata")
            write(page.metadata, page.document.text, &writer)
            writer.key("provenance")
            write(page.provenance, &writer)
        }
    }

    private static func write(_ metadata: PageMetadata, _ text: SourceText, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("title", metadata.text("title"))
            writer.member("description", metadata.text("description"))
            writer.member("keywords", metadata.keywords)
            writer.key("entries")
            writer.array(metadata.entries) { writer, entry in
                writer.object { writer in
                    writer.member("key", entry.key)
                    writer.member("values", entry.values.map(\.text))
                    writer.member("line", text.line(at: entry.keySpan.lower))
                }
            }
        }
    }

    private static func write(_ provenance: Provenance, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("source_commit", provenance.sourceCommit)
            writer.member("source_hash", provenance.sourceHash)
            writer.member("hand_off_date", provenance.handOffDate)
            writer.member("origin", provenance.origin?.rawValue)
            writer.member("content_locale", provenance.contentLocale?.description)
        }
    }

    // MARK: Sections

    private static func write(_ section: ModelSections.Section, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", section.id)
            writer.member("level", section.level)
            writer.member("path", section.path)
            writer.key("titles")
            writer.object(section.titles) { $0.string($1) }
        }
    }
}
