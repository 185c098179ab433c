import LocalizationModel

/// An alignment as JSON Lines: one unit a line, in source order.
public enum AlignmentJSON {
    public static func lines(_ bitext: Bitext) -> [UInt8] {
        var writer = JSONWriter()
        for unit in bitext.units {
            writer.object { writer in
                writer.key("source")
                side(unit.source.map { bitext.source[$0] }, &writer)
                writer.key("target")
                side(unit.target.map { bitext.target[$0] }, &writer)
                writer.member("state", unit.state.rawValue)
            }
            writer.endLine()
        }
        return writer.bytes
    }

    private static func side(_ segments: [Segment], _ writer: inout JSONWriter) {
        writer.array(segments) { writer, segment in
            writer.object { writer in
                writer.member("text", segment.text)
                writer.member("line", segment.line)
            }
        }
    }
}
