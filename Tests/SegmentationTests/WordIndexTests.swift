import TestSupport
import Testing

@testable import Segmentation

@Suite("Words looked up by their bytes")
struct WordIndexTests {
    private static let letters: [String] = [
        "a", "B", "z", "Ä", "ß", "é", "Þ", "×", "\u{A0}", "Б", "ё", "Ѐ", "Џ", "я", "Ҁ", "ł", "İ", "Σ", "Ọ", "か", "が", "\u{3099}", "\u{302A}", "二", "兩",
        "\u{F978}", "\u{301}",
        "A", "，", "𠀋", "-", "\u{212A}",
    ]

    /// A dictionary of strings, asked for the text in lower case or as it is.
    private func expected(_ words: [String], _ bytes: [UInt8], asWritten: Bool) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        return words.firstIndex(of: asWritten ? text : text.lowercased())
    }

    @Test("the same as in a dictionary of strings, whatever the letters", arguments: [true, false])
    func sameAsText(withMarks: Bool) {
        var random = SeededGenerator(7)
        func text() -> String { (0..<Int.random(in: 1...2, using: &random)).map { _ in Self.letters.randomElement(using: &random) ?? "" }.joined() }
        for _ in 0..<40 {
            let plain = Set(
                (0..<40).map { _ in text().lowercased() }.filter { withMarks || !$0.unicodeScalars.contains { $0 == "\u{301}" || $0 == "\u{3099}" } }
            ).sorted()
            let index = WordIndex(plain)
            for _ in 0..<1_000 {
                let bytes = Array(text().utf8)
                for asWritten in [true, false] {
                    #expect(index.position(of: bytes, 0..<bytes.count, asWritten: asWritten) == expected(plain, bytes, asWritten: asWritten), "\(bytes)")
                }
            }
        }
    }

    @Test("every scalar in lower case")
    func everyScalar() {
        let scalars = (0x20...0x33FF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        // Of these words the table by bytes answers.
        let words = Set(scalars.map { String($0).lowercased() }).filter { word in
            word.unicodeScalars.allSatisfy { $0.isASCII || (0xDF...0xFF).contains($0.value) || (0x430...0x45F).contains($0.value) }
        }
        let index = WordIndex(words.sorted())
        let wrong = scalars.filter { scalar in
            let bytes = Array(String(scalar).utf8)
            return (index.position(of: bytes, 0..<bytes.count) != nil) != words.contains(String(scalar).lowercased())
        }
        #expect(words.count > 100 && wrong.isEmpty, "\(wrong.map(\.value))")
    }

    @Test("bytes that are no text are no word")
    func broken() {
        let index = WordIndex(["a", "é"])
        for bytes: [UInt8] in [[0xC3], [0xA9], [0xC3, 0x41], [0xE4, 0xB8], [0xFF]] { #expect(index.position(of: bytes, 0..<bytes.count) == nil) }
    }
}
