import LocalizationModel

/// Words, looked up by their bytes in a text. The same as looking up `lowercased()` in a dictionary of strings, without making one.
struct WordIndex: Sendable {
    private var index: KeyTable<Int>
    /// For texts whose small letters, or whose other spellings, only Unicode's tables know.
    private let byText: [String: Int]
    /// False where a word may be spelled with other bytes, as with a combining mark.
    private let isByBytes: Bool

    /// The words, each once; what is looked up is their position.
    init(_ words: [String]) {
        index = KeyTable(empty: 0, minimumCapacity: words.count)
        for (position, word) in words.enumerated() { _ = index.insert(FNV1a.hash(word.utf8), position) }
        byText = Dictionary(words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        isByBytes = words.allSatisfy { $0.unicodeScalars.allSatisfy { Self.isPlain($0.value) } }
    }

    /// The position of the word that stands in a range; `asWritten` where its capitals count.
    func position(of bytes: [UInt8], _ range: Range<Int>, asWritten: Bool = false) -> Int? {
        if isByBytes, let hash = bytes.withUnsafeBufferPointer({ Self.hash($0[range], asWritten: asWritten) }) { return index[hash] }
        let text = String(decoding: bytes[range], as: UTF8.self)
        return byText[asWritten ? text : text.lowercased()]
    }

    /// True for scalars that have one spelling, and make no other with what stands before or after: texts of them are equal where their
    /// bytes are (UAX #15: they are in Normalisation Form C).
    private static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x374, 0x37E, 0x387, 0x302A...0x302F, 0x3099, 0x309A: false
        case 0...0x24F, 0x370...0x481, 0x48A...0x52F, 0x5D0...0x5EA, 0x1E00...0x1EFF, 0x2010...0x2027, 0x3000...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// The hash of a text in lower case; nil where it has scalars that are not plain, or whose small letters are not known here.
    private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, asWritten: Bool) -> UInt64? {
        var hash = FNV1a.basis
        func add(_ byte: UInt8) { hash = FNV1a.next(hash, UInt64(byte)) }
        var i = bytes.startIndex
        while i < bytes.endIndex {
            let first = bytes[i]
            if first < 0x80 {
                add(asWritten ? first : first.asciiLowercased)
                i += 1
                continue
            }
            let length = first < 0xE0 ? 2 : 3
            guard i + length <= bytes.endIndex, bytes[i + 1].isContinuation, bytes[i + length - 1].isContinuation else { return nil }
            let (second, last) = (bytes[i + 1], bytes[i + length - 1])
            if length == 2 {
                guard let small = LowerCase.pair(first, second) else { return nil }
                add(asWritten ? first : small.lead)
                add(asWritten ? second : small.second)
            } else {
                // Kana and ideographs, without the marks that combine.
                switch (first, second) {
                case (0xE3, 0x80) where last >= 0xAA && last <= 0xAF, (0xE3, 0x82) where last == 0x99 || last == 0x9A: return nil
                case (0xE3...0xE9, _):
                    add(first)
                    add(second)
                    add(last)
                default: return nil
                }
            }
            i += length
        }
        return hash
    }
}
