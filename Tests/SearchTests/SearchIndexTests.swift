import Testing

@testable import Search

@Suite("The index of a locale")
struct SearchIndexTests {
    /// Pages of letters that follow no pattern a packing could lean on.
    private static let pages: [String] = (0..<400).map { page in
        (0..<40).map { word in
            let number = (page &* 31 &+ word &* 17 &+ page * word) % 1_000
            return word % 2 == 0
                ? "w\(number % 97)x\(number % 7)"
                : String(String.UnicodeScalarView([0x4E00 + number % 89, 0x4E00 + number % 71].compactMap(Unicode.Scalar.init)))
        }.joined(separator: " ")
    }
    private static let records = pages.map { record($0) }

    @Test("Every term is on the pages that hold it and on no other")
    func exact() {
        let terms = read(SearchIndex(Self.records, of: 8))
        var expected: [String: Set<Int>] = [:]
        for (page, text) in Self.pages.enumerated() {
            for word in text.split(separator: " ") {
                expected[String(word), default: []].insert(page)
                if word.utf8.first ?? 0 >= 0x80 { for letter in word.unicodeScalars { expected[String(letter), default: []].insert(page) } }
            }
        }
        #expect(terms.mapValues { Set($0.keys) } == expected)
    }

    @Test("Any substring of a text without spaces is found by its pairs")
    func substrings() {
        let texts = ["專長認證需要四個人通過考試", "コンピテンシーを取得するには四名が必要です", "四名が合格する"]
        let terms = read(SearchIndex(texts.map { record($0) }, of: 4))
        for (page, text) in texts.enumerated() {
            let letters = Array(text)
            for start in letters.indices {
                for end in letters.indices where end > start {
                    let pairs = (start..<end).map { String(letters[$0...($0 + 1)]) }
                    #expect(pairs.allSatisfy { terms[$0]?[page] != nil })
                }
            }
        }
    }

    @Test("Buckets made for an edit are those that a whole index has")
    func partial() {
        var edited = Self.records
        edited[17] = record("w5x1 quite new words 新語")
        let count = SearchIndex.bucketCount(pages: edited.count)
        #expect(count > 8)
        let changed = SearchRecord.changedBuckets(Self.records[17], edited[17], of: count)
        let (before, after) = (SearchIndex(Self.records, of: count), SearchIndex(edited, of: count))
        let partial = SearchIndex(edited, of: count, wanted: changed)
        #expect(Set(partial.buckets.keys) == changed)
        #expect(!changed.isEmpty && changed.count < count)
        for bucket in 0..<count {
            #expect(after.buckets[bucket] == (changed.contains(bucket) ? partial.buckets[bucket] : before.buckets[bucket]))
        }
    }

    @Test("The number of buckets is a power of two that grows with the pages and ends", arguments: [0, 1, 40, 2_000, 10_000, 1_000_000])
    func buckets(pages: Int) {
        let count = SearchIndex.bucketCount(pages: pages)
        #expect(count.nonzeroBitCount == 1 && count <= 4_096 && (count == 1 || count == 4_096 || count * 16 < 2 * pages))
    }

    @Test("A damaged record breaks nothing")
    func damaged() {
        let whole = record("some words and 一些文字")
        for end in whole.indices { _ = SearchIndex([Array(whole[..<end]), whole], of: 2) }
        _ = SearchIndex([[0xFF], [0x1F, 0xFF], Array(repeating: 0x80, count: 9)], of: 2)
    }
}
