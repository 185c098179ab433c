import LocalizationModel
import Testing

@Suite("Texts as the lexicon reads them")
struct LexicalTextTests {
    /// Letters in lower case, a space for everything else, by Unicode's properties.
    private func expected(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A: return Array(String(scalar).lowercased().utf8)
        case 0..<0xC0, 0x2000..<0x2E80, 0x3000..<0x3041, 0xFF00..<0xFF66: return [0x20]
        case 0x3041...0x9FFF, 0xAC00...0xD7A3: return Array(String(scalar).utf8)
        default: return scalar.properties.isAlphabetic ? Array(scalar.properties.lowercaseMapping.utf8) : [0x20]
        }
    }

    @Test("every scalar by Unicode's properties")
    func everyScalar() {
        let scalars = (0...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        let wrong = scalars.filter { LexicalText(String($0)).bytes != expected($0) }
        #expect(wrong.isEmpty, "\(wrong.map(\.value))")
    }

    @Test("what is no letter is one space")
    func spaces() { #expect(LexicalText("A, Ä – 3 Б\u{23A}。あ").bytes == Array("a ä б\u{2C65} あ".utf8)) }
}
