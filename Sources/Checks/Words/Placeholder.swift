import LocalizationModel

/// What a program or a reader fills in.
struct Placeholder: Equatable {
    /// As written.
    let text: String
    /// Without the spaces inside braces.
    private let name: String
    /// `<your-name>`: words for people.
    let isForReaders: Bool

    /// Two are the same where their names are.
    static func == (a: Self, b: Self) -> Bool { a.name == b.name }

    /// A longer one is none.
    private static let longest = 60

    /// Those in the running text of a segment, in order. Linear.
    static func all(in facts: SegmentFacts) -> [Placeholder] {
        let bytes = Array(facts.plain.utf8)
        guard bytes.contains(where: isSign) else { return [] }
        var found: [Placeholder] = []
        var i = 0
        while i < bytes.count {
            guard isSign(bytes[i]), let end = end(bytes, i) else {
                i += 1
                continue
            }
            let text = String(decoding: bytes[i..<end], as: UTF8.self)
            let isForReaders = bytes[i] == UInt8(ascii: "<")
            let name = String(decoding: bytes[i..<end].filter { isForReaders || $0 != 0x20 }, as: UTF8.self)
            // The words of code spans stand in `plain` too.
            if !facts.inlineCode.contains(where: { TextSearch.contains($0, text) }) {
                found.append(Placeholder(text: text, name: name, isForReaders: isForReaders))
            }
            i = end
        }
        return found
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "<")
    }

    private static func end(_ bytes: [UInt8], _ i: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "$"): i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "{") ? braces(bytes, i + 1) : nil
        case UInt8(ascii: "{"): i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "{") ? doubleBraces(bytes, i) : braces(bytes, i)
        case UInt8(ascii: "%"): percent(bytes, i)
        default: angle(bytes, i)
        }
    }

    /// `{name}`, `{0}`: no space inside, and no instruction to the publishing system (`{#id}`, `{: .note}`, `{% if %}`).
    private static func braces(_ bytes: [UInt8], _ i: Int) -> Int? {
        guard let close = bytes[(i + 1)..<min(bytes.count, i + longest)].firstIndex(of: UInt8(ascii: "}")), close > i + 1 else { return nil }
        let content = bytes[(i + 1)..<close]
        return content.allSatisfy(isName) && content.first.map { $0.isASCIIAlphanumeric || $0 >= 0x80 || $0 == 0x5F } ?? false ? close + 1 : nil
    }

    /// `{{ name }}`, but for the shortcodes of Hugo (`{{< note >}}`, `{{% note %}}`).
    private static func doubleBraces(_ bytes: [UInt8], _ i: Int) -> Int? {
        let limit = min(bytes.count, i + longest)
        guard i + 2 < limit, bytes[i + 2] != UInt8(ascii: "<"), bytes[i + 2] != UInt8(ascii: "%"),
            let close = bytes[(i + 2)..<limit].firstIndex(of: UInt8(ascii: "}")), close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "}")
        else { return nil }
        return close + 2
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// `%s`, `%1$d`, `%.2f`, `%(name)s`, `%PATH%` (C11, section 7.21.6.1; Python's and Windows' own); not behind a number, and not before a letter.
    private static func percent(_ bytes: [UInt8], _ i: Int) -> Int? {
        guard i == 0 || !bytes[i - 1].isASCIIAlphanumeric && bytes[i - 1] != UInt8(ascii: "%") else { return nil }
        var k = i + 1
        func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
        if at(k) == UInt8(ascii: "(") {
            guard let close = bytes[k..<min(bytes.count, k + longest)].firstIndex(of: UInt8(ascii: ")")) else { return nil }
            k = close + 1
        } else if at(k).isASCIILetter, let close = bytes[k..<min(bytes.count, k + longest)].firstIndex(where: { !$0.isASCIIAlphanumeric && $0 != 0x5F }),
            bytes[close] == UInt8(ascii: "%")
        {
            return close + 1
        }
        while at(k).isASCIIDigit || at(k) == UInt8(ascii: "$") || at(k) == UInt8(ascii: ".") { k += 1 }
        if at(k) == UInt8(ascii: "l") { k += 1 }
        guard conversions.contains(at(k)), !at(k + 1).isASCIIAlphanumeric else { return nil }
        return k + 1
    }

    private static let conversions: Set<UInt8> = Set("sdiufxXc@".utf8)

    /// `<your name>`: letters, digits, hyphens and single spaces.
    private static func angle(_ bytes: [UInt8], _ i: Int) -> Int? {
        guard let close = bytes[(i + 1)..<min(bytes.count, i + longest)].firstIndex(of: UInt8(ascii: ">")), close > i + 2 else { return nil }
        let content = bytes[(i + 1)..<close]
        guard let first = content.first, let last = content.last, first.isASCIILetter || first >= 0xC3, last != 0x20 else { return nil }
        return content.allSatisfy { isName($0) || $0 == 0x20 } ? close + 1 : nil
    }
}

extension [Placeholder] {
    /// What stands here more often than there. A page that is one line may have thousands, so that only the first of them count.
    func minus(_ others: [Placeholder]) -> [Placeholder] {
        var rest = Array(others.prefix(256))
        return prefix(256).filter { placeholder in
            guard let index = rest.firstIndex(of: placeholder) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}
