import LocalizationModel

/// A text as its words: lower case, punctuation as a space; in scripts that do not divide words, without any space at all.
struct PreparedText {
    /// Where words are divided, a space stands before and after each.
    let bytes: [UInt8]

    /// - Parameter lower: the text in lower case.
    init(_ lower: [UInt8], separatesWords: Bool) { bytes = Self.bytes(of: lower, separatesWords: separatesWords) }

    static func bytes(of lower: [UInt8], separatesWords: Bool) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: lower.count + 2) { target, count in
            func add(_ byte: UInt8) {
                target.initializeElement(at: count, to: byte)
                count += 1
            }
            lower.withUnsafeBufferPointer { lower in
                if separatesWords { add(0x20) }
                var isBetweenWords = separatesWords
                var index = 0
                while index < lower.count {
                    let (value, length) = lower.scalar(at: index)
                    if isWord(value) {
                        for offset in index..<index + length { add(lower[offset]) }
                        isBetweenWords = false
                    } else if separatesWords, !isBetweenWords {
                        add(0x20)
                        isBetweenWords = true
                    }
                    index += length
                }
                if separatesWords, !isBetweenWords { add(0x20) }
            }
        }
    }

    /// Letters, digits and apostrophes.
    @inline(__always)
    private static func isWord(_ value: UInt32) -> Bool { value == 0x27 || value == 0x2019 || WordScalars.isLetterOrNumber(value) }
}
