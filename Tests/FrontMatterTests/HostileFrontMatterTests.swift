import FrontMatter
import LocalizationModel
import Testing

@Suite("Hostile front matter")
struct HostileFrontMatterTests {
    private func read(_ bytes: [UInt8]) -> PageMetadata {
        let text = SourceText(bytes)
        return FrontMatterReader.read(text, span: SourceSpan(0, bytes.count))
    }

    @Test("deep nesting is refused, the rest is kept", arguments: ["[", "{", "- ", "? ", "{a: "])
    func deep(_ opening: String) {
        let metadata = read(Array("title: a\nx: \(String(repeating: opening, count: 20_000))\nauthor: b\n".utf8))
        #expect(metadata.faults.count == 1)
        #expect(metadata.text("title") == "a")
    }

    @Test("depth 64 is read, 65 is not")
    func depth() {
        // The mapping at the top is the first level.
        let allowed = "x: " + String(repeating: "[", count: 63) + "a" + String(repeating: "]", count: 63)
        #expect(read(Array(allowed.utf8)).text("x") == "a")
        let refused = "x: " + String(repeating: "[", count: 64) + "a" + String(repeating: "]", count: 64)
        #expect(read(Array(refused.utf8)).faults.map(\.message) == ["nested more than 64 deep"])
    }

    @Test("aliases that multiply are refused")
    func expansion() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let alias = "*a\(level - 1)"
            yaml += "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
        }
        let metadata = read(Array(yaml.utf8))
        #expect(metadata.faults.map(\.message) == ["more than 200000 values"])
        #expect(metadata["a1"]?.values.count == 100)
    }

    @Test("aliases do not nest deeper than collections may")
    func aliasDepth() {
        var yaml = "a0: &a0 [x]\n"
        for level in 1...100 { yaml += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(read(Array(yaml.utf8)).faults.map(\.message) == ["nested more than 64 deep"])
    }

    @Test(
        "NUL and invalid UTF-8 are faults with their byte; the other lines are read",
        arguments: [[0], [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80]])
    func bytes(_ bad: [UInt8]) {
        let head = Array("title: 云\ndescription: x".utf8)
        let metadata = read(head + bad + Array("\nauthor: b\n".utf8))
        #expect(metadata.faults.count == 1)
        #expect(metadata.faults.allSatisfy { (head.count..<head.count + bad.count).contains($0.span.lower) })
        #expect(metadata.text("title") == "云")
        #expect(metadata.text("author") == "b")
        #expect(metadata["description"] != nil)
    }

    @Test("10 MB in one value, in many keys, in one line of brackets", .timeLimit(.minutes(8)))
    func large() {
        let value = read(Array("title: a\nx: ".utf8) + [UInt8](repeating: 0x61, count: 10_000_000))
        #expect(value.faults.isEmpty && value["x"]?.values.first?.text.utf8.count == 10_000_000)
        var keys: [UInt8] = []
        for number in 0..<1_000_000 { keys += Array("k\(number): v\n".utf8) }
        #expect(read(keys).faults.map(\.message) == ["more than 200000 values"])
        #expect(read(Array("x: ".utf8) + [UInt8](repeating: 0x5B, count: 10_000_000)).faults.count == 1)
        #expect(read(Array("x: ".utf8) + [UInt8](repeating: 0x22, count: 9_999_999)).faults.count == 1)
        #expect(read([UInt8](repeating: 0x0A, count: 10_000_000)).faults.isEmpty)
    }

    @Test("no mutation of a page makes the reader trap, and all spans lie within it")
    func mutations() {
        let seed = Array("title: \"云\"\nkeywords: [a, 'b']\nx: &a {k: *a}\n? y\n: |\n  z\r\n# c\n".utf8)
        let alphabet: [UInt8] = Array("\"'[]{}&*!|>%@`:,-#?\n\r\t \\".utf8) + [0, 0x80, 0xC2, 0x85, 0xE4, 0xFF]
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<5_000 {
            var bytes = seed
            for _ in 0...random(6) {
                let place = random(bytes.count)
                switch random(3) {
                case 0: bytes[place] = alphabet[random(alphabet.count)]
                case 1: bytes.insert(alphabet[random(alphabet.count)], at: place)
                default: bytes.remove(at: place)
                }
            }
            let metadata = read(bytes)
            let spans = metadata.entries.flatMap { [$0.keySpan] + $0.values.map(\.span) } + metadata.faults.map(\.span)
            #expect(spans.allSatisfy { $0.lower >= 0 && $0.upper <= bytes.count })
        }
    }

    @Test("spans outside the file are cut to it")
    func foreignSpan() {
        let text = SourceText(Array("title: a".utf8))
        #expect(FrontMatterReader.read(text, span: SourceSpan(0, 100)).text("title") == "a")
        #expect(FrontMatterReader.read(text, span: SourceSpan(50, 100)).entries.isEmpty)
    }
}
