import TestSupport
import Testing

@testable import LocalizationModel

@Suite("Links and locale tags, read on bytes")
struct LinkIdentityTests {
    /// What a link is by its text.
    private static func canonical(_ link: String) -> String {
        var text = link.lowercased()[...]
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.utf8.count) }
        if let hash = text.firstIndex(of: "#"), hash != text.startIndex, text[hash...].utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) {
            text = text[..<hash]
        }
        while text.last == "/" { text.removeLast() }
        return text.split(separator: "/", omittingEmptySubsequences: false).filter { !isFolder($0) }.joined(separator: "/")
    }

    private static func isFolder(_ part: Substring) -> Bool {
        (5...11).contains(part.utf8.count) && part.utf8.dropFirst(2).first == UInt8(ascii: "-") && tag(part) != nil
    }

    /// What a tag is by its parts.
    private static func tag(_ text: Substring) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter), parts.count <= 3 else { return nil }
        var canonical = first.lowercased()
        var sawRegion = false
        for part in parts.dropFirst() {
            let isAlphabetic = part.utf8.allSatisfy(\.isASCIILetter)
            switch part.utf8.count {
            case 4 where isAlphabetic && !sawRegion: canonical += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
            case 2 where isAlphabetic && !sawRegion:
                canonical += "-" + part.uppercased()
                sawRegion = true
            case 3 where part.utf8.allSatisfy(\.isASCIIDigit) && !sawRegion:
                canonical += "-" + part
                sawRegion = true
            default: return nil
            }
        }
        return canonical
    }

    @Test("A link's identity is that of its text")
    func links() {
        var random = SeededGenerator(3)
        let pieces = ["https://", "HTTP://", "example.org", "/", "/", "en-us", "de-DE", "zh-Hant-tw", "a-b", "#", "anchor", "якорь", "%D0", "?x=1", "É", "-"]
        for _ in 0..<20_000 {
            let link = pieces.sample(0...7, &random).joined()
            #expect(LinkIdentity.canonical(link) == Self.canonical(link), "\(link)")
        }
        #expect(LinkIdentity.isSame("https://example.org/en-us/a", "http://EXAMPLE.org/de-de/a/"))
    }

    @Test("A tag is what its parts are")
    func tags() {
        var random = SeededGenerator(4)
        let pieces = ["d", "e", "Z", "h", "4", "19", "-", "-", "Hant", "de", "ü", "001"]
        for _ in 0..<20_000 {
            let text = pieces.sample(0...7, &random).joined()
            #expect(LocaleTag(text)?.description == Self.tag(text[...]), "\(text)")
            #expect(LocaleTag.isTag(Array(text.utf8)) == (Self.tag(text[...]) != nil))
        }
    }
}
