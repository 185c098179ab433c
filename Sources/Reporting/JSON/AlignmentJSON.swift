import LocalizationModel

/// An alignment as JSON Lines: one unit a line, in source order.
///
/// Image texts and link titles stand in `nested` of the unit that holds them, with their `kind` and `key`. What stands in no
/// running text, the front matter values, is `nested` in a first line of its own, whose sides are empty.
public enum AlignmentJSON {
    public static func lines(_ bitext: Bitext) -> [UInt8] {
        var writer = JSONWriter()
        let nested = Dictionary(grouping: bitext.nested, by: \.holder)
        if let keyed = nested[nil] {
            writer.object { writer in
                for key in ["source", "target"] {
                    writer.key(key)
                    side([], &writer)
                }
                writer.member("state", TranslationUnit.State.translated.rawValue)
                write(keyed, &writer)
            }
            writer.endLine()
        }
        for (index, unit) in bitext.units.enumerated() {
            writer.object { writer in
                writer.key("source")
                side(unit.source.map { bitext.source[$0] }, &writer)
                writer.key("target")
                side(unit.target.map { bitext.target[$0] }, &writer)
                writer.member("state", unit.state.rawValue)
                if let held = nested[index] { write(held, &writer) }
            }
            writer.endLine()
        }
        return writer.bytes
    }

    private static func write(_ units: [NestedUnit], _ writer: inout JSONWriter) {
        writer.key("nested")
        writer.array(units) { writer, unit in writer.object { write(unit, &$0) } }
    }

    private static func write(_ unit: NestedUnit, _ writer: inout JSONWriter) {
        let first = unit.source ?? unit.target
        writer.member("kind", first?.kind.rawValue)
        writer.member("key", first?.key)
        writer.key("source")
        side(unit.source.map { [$0] } ?? [], &writer)
        writer.key("target")
        side(unit.target.map { [$0] } ?? [], &writer)
        writer.member("state", unit.state.rawValue)
    }

    static func side(_ segments: [Segment], _ writer: inout JSONWriter) {
        writer.array(segments) { writer, segment in
            writer.object { writer in
                writer.member("text", segment.text)
                writer.member("line", segment.line)
            }
        }
    }
}
