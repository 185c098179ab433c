import LocalizationModel
import Testing

/// Tables of scalars say what Unicode says.
@Suite struct ScalarTests {
    /// The planes of scripts; beyond them nothing is a letter with a case.
    private static let scalars: [Unicode.Scalar] = (UInt32(0)...0x2FFFF).compactMap(Unicode.Scalar.init)

    @Test func lowerCaseIsThatOfUnicode() {
        let differing = Self.scalars.filter { scalar in
            // Beside others: what one scalar becomes must not depend on its place.
            let text = "Aß" + String(scalar) + "Я"
            return LowerCase.bytes(of: text) != Array(text.lowercased().utf8)
        }
        #expect(differing.isEmpty)
        #expect(LowerCase.bytes(of: "").isEmpty)
        #expect(LowerCase.bytes(of: Array("Ä×Ё（Ａ）".utf8)[...]) == Array("ä×ё（ａ）".utf8))
    }

    @Test func lettersAndNumbersAreThoseOfUnicode() {
        let differing = Self.scalars.filter { scalar in
            WordScalars.isLetter(scalar.value) != scalar.properties.isAlphabetic
                || WordScalars.isLetterOrNumber(scalar.value) != (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        #expect(differing.isEmpty)
    }
}
