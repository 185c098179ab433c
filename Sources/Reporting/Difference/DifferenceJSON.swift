import LocalizationModel

/// A difference as JSON; `DifferenceSchema` describes every property.
public enum DifferenceJSON {
    public static func document(_ difference: ModelDifference, version: String) -> [UInt8] {
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.member("$schema", DifferenceSchema.identifier)
            writer.member("schema_version", DifferenceSchema.version)
            writer.key("generator")
            writer.object { writer in
                writer.member("name", "hexapla")
                writer.member("version", version)
            }
            writer.key("old")
            write(difference.old, &writer)
            writer.key("new")
            write(difference.new, &writer)
            writer.member("source_locale", difference.sourceLocale.description)
            writer.member("added_locales", difference.addedLocales.map(\.description))
            writer.member("removed_locales", difference.removedLocales.map(\.description))
            writer.key("pages")
            writer.array(difference.pages) { write($1, &$0) }
        }
        writer.newline()
        return writer.bytes
    }

    private static func write(_ side: ModelDifference.Side, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", side.kind.rawValue)
            writer.member("name", side.name)
            writer.member("commit", side.commit)
        }
    }

    private static func write(_ page: PageDifference, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", page.path)
            writer.member("old_path", page.oldPath)
            writer.member("added_in", page.addedIn.map(\.description))
            writer.member("removed_in", page.removedIn.map(\.description))
            writer.member("kept_in", page.keptIn.map(\.description))
            writer.key("changes")
            writer.array(page.changes) { write($1, &$0) }
        }
    }

    private static func write(_ change: FactChange, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", change.kind.rawValue)
            writer.member("aspect", change.aspect.rawValue)
            writer.key("section")
            write(change.place, &writer)
            writer.key("old_section")
            write(change.origin, &writer)
            writer.key("requirement")
            if let requirement = change.requirement {
                writer.object { writer in
                    writer.member("id", requirement.id)
                    writer.member("label", requirement.label)
                }
            } else {
                writer.null()
            }
            writer.member("counted", change.counted)
            writer.member("scope", change.scope)
            writer.key("locales")
            writer.object(Dictionary(change.cells.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })) { writer, cell in
                writer.object { writer in
                    write("old", cell.old, &writer)
                    write("new", cell.new, &writer)
                }
            }
            writer.member("behind", change.behind.map(\.description))
        }
    }

    private static func write(_ place: FactChange.Place?, _ writer: inout JSONWriter) {
        guard let place else { return writer.null() }
        writer.object { writer in
            writer.member("address", place.address)
            writer.member("level", place.level)
            writer.member("option", place.option)
            writer.member("name", place.name)
        }
    }

    private static func write(_ key: String, _ values: [String]?, _ writer: inout JSONWriter) {
        guard let values else { return writer.member(key, nil as String?) }
        writer.member(key, values)
    }
}
