/// A text as the lexicon reads it: letters in lower case as UTF-8, a space for everything else.
///
/// Words are compared by their first six letters (`stemLength`), which sets inflections of most European languages
/// equal; scripts that do not divide words are compared by runs of letters.
public struct LexicalText: Sendable {
    public let bytes: [UInt8]

    /// Letters of a word that count.
    public static let stemLength = 6

    public init(_ plain: String) {
        var plain = plain
        bytes = plain.withUTF8(Self.read)
    }

    private static func read(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // In lower case a letter takes up to half as many bytes more: U+023A.
        [UInt8](unsafeUninitializedCapacity: 2 * text.count + 1) { bytes, count in
            var i = 0
            func add(_ byte: UInt8) {
                bytes[count] = byte
                count += 1
            }
            func addSpace() { if count == 0 || bytes[count - 1] != 0x20 { add(0x20) } }
            func add(twoBytes value: UInt32) {
                add(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                add(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            }
            while i < text.count {
                let (value, length) = text.scalar(at: i)
                switch value {
                case 0x61...0x7A: add(text[i])
                case 0x41...0x5A: add(text[i] + 0x20)
                case 0..<0xC0, 0x2000..<0x2E80, 0x3000..<0x3041, 0xFF00..<0xFF66: addSpace()
                // Letters in lower case, and letters that have no case.
                case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x45F, 0x3041...0x9FFF, 0xAC00...0xD7A3: for k in i..<i + length { add(text[k]) }
                case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: add(twoBytes: value + 0x20)
                case 0x400...0x40F: add(twoBytes: value + 0x50)
                default:
                    if let letter = Unicode.Scalar(value)?.properties, letter.isAlphabetic {
                        for byte in letter.lowercaseMapping.utf8 { add(byte) }
                    } else {
                        addSpace()
                    }
                }
                i += length
            }
        }
    }

    /// The stems of the words in scripts that divide words, in order, of two letters or more.
    public func stems(_ body: (ArraySlice<UInt8>) -> Void) {
        forEachRun { run in if !Self.isUndivided(run) { Self.stem(of: run).map(body) } }
    }

    /// The same words whole, each with its stem.
    public func forEachWord(_ body: (_ stem: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Void) {
        forEachRun { run in if !Self.isUndivided(run), let stem = Self.stem(of: run) { body(stem, run) } }
    }

    /// Runs of letters of one kind: divided scripts and undivided ones apart, katakana apart from Han.
    public func forEachRun(_ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        var kind = Kind.none
        var i = 0
        while i < bytes.count {
            let (next, length) = Self.kind(bytes, at: i)
            if next != kind {
                if kind != .none { body(bytes[start..<i]) }
                (start, kind) = (i, next)
            }
            i += length
        }
        if kind != .none { body(bytes[start..<bytes.count]) }
    }

    /// The kind of a run, told by its first letter.
    public static func kind(of run: ArraySlice<UInt8>) -> Kind { run.isEmpty ? .none : kind(run, at: run.startIndex).0 }

    /// True for a run of Han or kana.
    public static func isUndivided(_ run: ArraySlice<UInt8>) -> Bool {
        let kind = kind(of: run)
        return kind != .none && kind != .divided
    }

    private static func stem(of run: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var letters = 0
        var end = run.startIndex
        while end < run.endIndex, letters < stemLength {
            end += 1
            while end < run.endIndex, run[end] & 0xC0 == 0x80 { end += 1 }
            letters += 1
        }
        return letters >= 2 ? run[run.startIndex..<end] : nil
    }

    public enum Kind: Sendable { case none, divided, han, katakana, hiragana }

    @inline(__always)
    private static func kind<Bytes: RandomAccessCollection>(_ bytes: Bytes, at i: Int) -> (Kind, Int) where Bytes.Element == UInt8, Bytes.Index == Int {
        let first = bytes[i]
        if first < 0x80 { return (first == 0x20 ? .none : .divided, 1) }
        if first < 0xE0 { return (.divided, 2) }
        guard first < 0xF0 else { return (.han, 4) }
        guard first == 0xE3 else { return (first >= 0xE4 && first <= 0xE9 ? .han : .divided, 3) }
        // E3 81 80–E3 82 9F hiragana, E3 82 A0–E3 83 BF katakana.
        switch (bytes[i + 1], bytes[i + 2]) {
        case (0x81, _), (0x82, ..<0xA0): return (.hiragana, 3)
        case (0x82, _), (0x83, _): return (.katakana, 3)
        default: return (.han, 3)
        }
    }
}
