import LocalizationModel

/// What `hexapla recover --format json` prints: `{"page":…,"source_file":…,"sources":[{…}]}`, the newest source first.
public enum RecoveryJSON {
    public static func document(_ pages: [RecoveredPage], path: String, sourceFile: String?) -> [UInt8] {
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.member("page", path)
            writer.member("source_file", sourceFile)
            writer.key("sources")
            writer.array(pages) { write($1, &$0) }
        }
        writer.newline()
        return writer.bytes
    }

    private static func write(_ page: RecoveredPage, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("commit", page.commit)
            writer.member("handed_off", page.handOffDate)
            writer.member("locales", page.locales.map(\.description))
            writer.member("skeleton", page.locale.description)
            writer.key("coverage")
            writer.object { writer in
                writer.member("recovered", page.segments.count)
                writer.member("segments", page.total)
                writer.member("percent", page.percent)
                writer.key("by")
                writer.array(page.shares) { writer, share in
                    writer.object { writer in
                        writer.member("method", share.method.rawValue)
                        writer.member("locale", share.locale.description)
                        writer.member("segments", share.segments)
                    }
                }
            }
            writer.key("segments")
            writer.array(page.segments) { write($1, &$0) }
            writer.key("gaps")
            writer.array(page.gaps) { writer, line in
                writer.object { writer in
                    writer.member("locale", page.locale.description)
                    writer.member("line", line)
                }
            }
            writer.member("markdown", String(decoding: page.markdown, as: UTF8.self))
        }
    }

    private static func write(_ segment: RecoveredPage.Segment, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", segment.kind.rawValue)
            writer.member("text", segment.text)
            writer.member("line", segment.line)
            writer.member("retired", segment.isRetired)
            writer.key("origins")
            writer.array(segment.origins) { writer, origin in
                writer.object { writer in
                    writer.member("method", origin.method.rawValue)
                    writer.member("locale", origin.locale.description)
                    writer.member("line", origin.line)
                }
            }
        }
    }
}
