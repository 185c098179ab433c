/// A word in lower case between two `LanguageModel.edge` bytes, with the way it is written.
struct EdgedWord {
    private(set) var bytes: [UInt8] = []
    /// False for a word with letters of which others are equal: it is looked up as a text.
    private(set) var isUsual = true
    private var letters = 0
    private var capitals = 0
    /// Digits and marks.
    private var others = 0
    private var startsWithCapital = false

    init() { bytes.reserveCapacity(64) }

    /// The word alone.
    var text: String { String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self) }
    /// The FNV-1a hash of its bytes.
    var key: UInt64 {
        var hash = FNV1a.basis
        for index in 1..<(bytes.count - 1) { hash = FNV1a.next(hash, UInt64(bytes[index])) }
        return hash
    }

    /// Nil where there is no letter.
    var form: WordScanner.Form? {
        guard letters > 0 else { return nil }
        if others > 0 { return .identifier }
        if capitals == 0 { return .lower }
        if capitals == letters, letters > 1 { return .capitals }
        return capitals == 1 && startsWithCapital ? .capitalised : .identifier
    }

    mutating func read(_ run: ArraySlice<UInt8>) {
        (letters, capitals, others, startsWithCapital, isUsual) = (0, 0, 0, false, true)
        bytes.removeAll(keepingCapacity: true)
        bytes.append(LanguageModel.edge)
        var place = run.startIndex
        while place < run.endIndex {
            let byte = run[place]
            if byte < 0x80 {
                addASCII(byte)
                place += 1
            } else {
                let (scalar, length) = run.scalar(at: place)
                add(scalar)
                place += length
            }
        }
        bytes.append(LanguageModel.edge)
    }

    private mutating func addASCII(_ byte: UInt8) {
        if byte.isASCIILetter { count(isCapital: byte.isASCIIUppercase) } else if byte != UInt8(ascii: "'") { others += 1 }
        bytes.append(byte.asciiLowercased)
    }

    private mutating func add(_ scalar: UInt32) {
        if scalar == 0x2019 {
            bytes.append(UInt8(ascii: "'"))
        } else if Self.isCommon(scalar), let found = LoneScalars[scalar] {
            guard found.isLetter else { return others += 1 }
            count(isCapital: found.isCapital)
            bytes.append(scalar: UInt32(truncatingIfNeeded: found.code))
        } else if let scalar = Unicode.Scalar(scalar) {
            let properties = scalar.properties
            guard properties.isAlphabetic else { return others += 1 }
            isUsual = false
            count(isCapital: properties.isUppercase)
            if properties.isUppercase { bytes += Array(properties.lowercaseMapping.utf8) } else { bytes.append(scalar: scalar.value) }
        }
    }

    /// Letters of Latin and Cyrillic whose cases are two: no digraphs with one capital.
    private static func isCommon(_ scalar: UInt32) -> Bool { scalar < 0x180 || 0x400..<0x530 ~= scalar }

    private mutating func count(isCapital: Bool) {
        letters += 1
        guard isCapital else { return }
        capitals += 1
        if letters == 1 { startsWithCapital = true }
    }
}
