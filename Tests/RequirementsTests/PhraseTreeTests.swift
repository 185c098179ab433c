import TestSupport
import Testing

@testable import Requirements

/// The tree finds what comparing each word at each place finds.
@Suite struct PhraseTreeTests {
    private struct Hit: Hashable, Comparable {
        let start: Int
        let end: Int
        let value: Int
        static func < (a: Self, b: Self) -> Bool { (a.start, a.end, a.value) < (b.start, b.end, b.value) }
    }

    private func found(_ words: [[UInt8]], in text: [UInt8]) -> [Hit] {
        var hits: [Hit] = []
        let tree = PhraseTree(words.enumerated().map { ($1, $0) })
        text.withUnsafeBufferPointer { text in
            tree.visit(text, where: { $0 % 3 != 1 }) { hits.append(Hit(start: $1, end: $2, value: $0)) }
        }
        return hits
    }

    private func expected(_ words: [[UInt8]], in text: [UInt8]) -> [Hit] {
        text.indices.filter { $0 % 3 != 1 }.flatMap { start in
            words.enumerated().compactMap { value, word in
                !word.isEmpty && text[start...].starts(with: word) ? Hit(start: start, end: start + word.count, value: value) : nil
            }.sorted()
        }
    }

    @Test func findsAllWords() {
        var random = SeededGenerator(5)
        // Of few letters many words have the same start; of many letters many start at the same node.
        for round in 0..<500 {
            let letters: ClosedRange<UInt8> = round % 2 == 0 ? 0x61...0x64 : 0x61...0x70
            func bytes(_ longest: Int) -> [UInt8] { (0..<Int.random(in: 0...longest, using: &random)).map { _ in UInt8.random(in: letters, using: &random) } }
            let words = (0..<Int.random(in: 0...60, using: &random)).map { _ in bytes(5) }
            let text = bytes(40)
            #expect(found(words, in: text) == expected(words, in: text))
        }
    }
}
