import LocalizationModel
import Testing

@testable import Segmentation

@Suite("Labels of list items")
struct LabelDivisionTests {
    private static func texts(_ markdown: String, _ locale: String = "de-DE") throws -> [String] {
        let fixture = try Fixture(markdown, locale)
        let divided = fixture.segmenter.dividing(fixture.segments, at: Set(fixture.segments.indices), of: fixture.document)
        #expect(zip(divided, divided.dropFirst()).allSatisfy { $0.span.upper <= $1.span.lower })
        return divided.map(\.text)
    }

    @Test(
        "are cut off at the first colon outside code and links",
        arguments: [
            ("- Label: text\n", ["Label:", "text"]), ("- **标签**：文本。\n", ["**标签**：", "文本。"]), ("- **Label:** text\n", ["**Label:**", "text"]),
            ("- `a:b` is: code\n", ["`a:b` is:", "code"]), ("- See [a: b](c:d)\n", ["See [a: b](c:d)"]), ("- No label\n", ["No label"]),
            ("- Ends with:\n", ["Ends with:"]),
            ("- : starts\n", [": starts"]), ("- a: b: c\n", ["a:", "b: c"]),
        ])
    func cut(markdown: String, expected: [String]) throws { #expect(try Self.texts(markdown) == expected) }

    @Test("leave headings in charge of their sections")
    func sections() throws {
        let fixture = try Fixture("# A\n\n- x: y\n\n## B\n\ntext\n", "de-DE")
        let divided = fixture.segmenter.dividing(fixture.segments, at: [1], of: fixture.document)
        #expect(divided.map(\.text) == ["A", "x:", "y", "B", "text"])
        #expect(divided.map(\.section) == [0, 0, 0, 3, 3])
    }
}
