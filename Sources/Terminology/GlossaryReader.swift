import LocalizationModel

/// Reads glossaries: TBX, or YAML as docs/glossary.md describes it.
public enum GlossaryReader {
    /// - Parameter source: the locale whose terms list the concepts of a YAML glossary.
    public static func read(_ bytes: [UInt8], path: String, source: LocaleTag) throws(HexaplaError) -> Glossary {
        guard bytes.count <= mostBytes else {
            throw HexaplaError("\(path) has more than \(mostBytes >> 20) MiB", remedy: "Export the terms that the site uses")
        }
        return isXML(bytes) ? try TBXReader.read(bytes, path: path) : try GlossaryFile.read(bytes, path: path, source: source)
    }

    /// The largest public term bases, with all their languages, have about this much.
    private static let mostBytes = 256 << 20

    /// True for a document that begins with a tag or with the byte order mark of UTF-16.
    private static func isXML(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return true }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { !$0.isWhitespace } == UInt8(ascii: "<")
    }
}
