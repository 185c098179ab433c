import FileSystem
import LocalizationModel

/// A lexicon as a file: `locales/lexicons/<source>.<target>.tsv`, UTF-8, a line an entry.
///
/// Columns, divided by tabs: stem, segments, found and kept per mille (kept may be empty), chance per 100,000, forms divided by spaces.
/// Lines that start with `#` say where it comes from.
public enum LexiconFile {
    /// Where a folder of locales keeps the lexicon of two locales.
    public static func name(source: LocaleTag, target: LocaleTag) -> String { "lexicons/\(source).\(target).tsv" }

    /// Reads a lexicon; nil where there is no such file.
    public static func read(_ path: String) throws(HexaplaError) -> Lexicon? {
        guard FileSystem.kind(path, followingLinks: true) == .file else { return nil }
        return try parse(try FileSystem.read(path), path)
    }

    static func parse(_ bytes: [UInt8], _ path: String) throws(HexaplaError) -> Lexicon {
        var entries: [Lexicon.Entry] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#")
        {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard columns.count == 6, let count = integer(columns[1]), let found = integer(columns[2]), let chance = integer(columns[4]),
                !columns[0].isEmpty, found <= 1000, chance <= 100_000, case let kept = integer(columns[3]), columns[3].isEmpty || kept ?? 1001 <= 1000
            else {
                throw HexaplaError("\(path):\(number + 1): no entry of a lexicon", remedy: "Write the file anew with 'hexapla learn'")
            }
            entries.append(
                Lexicon.Entry(
                    stem: String(decoding: columns[0], as: UTF8.self), count: count, found: Double(found) / 1000, chance: Double(chance) / 100_000,
                    kept: kept.map { Double($0) / 1000 }, forms: columns[5].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }))
        }
        return Lexicon(entries)
    }

    /// The file's text; `provenance` are lines for its head.
    public static func text(_ lexicon: Lexicon, provenance: [String]) -> String {
        var text = provenance.map { "# \($0)\n" }.joined()
        for entry in lexicon.entries {
            let numbers = [entry.count, Int(entry.found * 1000 + 0.5), entry.kept.map { Int($0 * 1000 + 0.5) }, Int(entry.chance * 100_000 + 0.5)]
            let columns = [entry.stem] + numbers.map { $0.map(String.init) ?? "" } + [entry.forms.joined(separator: " ")]
            text += columns.joined(separator: "\t") + "\n"
        }
        return text
    }

    private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...9).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard digit.isASCIIDigit else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
