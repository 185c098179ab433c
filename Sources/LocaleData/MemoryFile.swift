import FileSystem
import LocalizationModel

/// A translation memory as a file: UTF-8, a line a sentence: source, target, page and line, divided by tabs.
public enum MemoryFile {
    /// Reads a memory; nil where there is no such file.
    public static func read(_ path: String) throws(HexaplaError) -> TranslationMemory? {
        guard FileSystem.kind(path, followingLinks: true) == .file else { return nil }
        return try parse(try FileSystem.read(path), path)
    }

    static func parse(_ bytes: [UInt8], _ path: String) throws(HexaplaError) -> TranslationMemory {
        var entries: [TranslationMemory.Entry] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#")
        {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            guard columns.count == 4, let place = Int(columns[3]), place > 0 else {
                throw HexaplaError("\(path):\(number + 1): no sentence of a memory", remedy: "Write the file anew with 'hexapla learn'")
            }
            entries.append(.init(source: columns[0], target: columns[1], page: columns[2], line: place))
        }
        return TranslationMemory(entries)
    }

    public static func text(_ entries: [TranslationMemory.Entry]) -> String {
        entries.map { entry in
            "\([entry.source, entry.target, entry.page].map(escaped).joined(separator: "\t"))\t\(entry.line)\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        let flat = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        return flat.hasPrefix("#") ? " " + flat : flat
    }
}
