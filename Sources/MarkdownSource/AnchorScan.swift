import LocalizationModel

/// One walk over the lines of a page for `AnchorNames`.
struct AnchorScan {
    private let bytes: [UInt8]
    /// Digests of what publishing systems make of the headings.
    private(set) var headings: [UInt64] = []
    /// Digests of the names that the page sets.
    private(set) var ids: [UInt64] = []
    /// Digests of the general words, numbered, that stand for a heading without a letter of ASCII.
    private(set) var standIns: [UInt64] = []
    private(set) var isOpen = false
    /// Names that the page as it is published offers, in the order of the text: those that it sets, and those of its headings.
    private(set) var names: [String] = []
    /// Digest → place in `names`; the first of a digest counts.
    private(set) var places: [UInt64: Int] = [:]
    /// The destinations of `[!INCLUDE …]`.
    private(set) var inclusions: [String] = []
    private var hiding = HiddenLines()
    /// The line before, where it may be a setext heading's text.
    private var before = 0..<0
    private var wasHidden = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            line(start..<end)
            start = end + 1
        }
    }

    private mutating func line(_ full: Range<Int>) {
        let line = content(full)
        let isHidden = hiding.read(bytes, full, content: line.lowerBound)
        defer {
            before = line
            wasHidden = isHidden
        }
        guard let first = line.first else { return }
        defer { marks(line) }
        if !isHidden { publish(line, full) }
        if bytes[first] == UInt8(ascii: "#") {
            heading(line)
        } else if bytes[first] == UInt8(ascii: "=") || bytes[first] == UInt8(ascii: "-") {
            if bytes[line].allSatisfy({ $0 == bytes[first] || $0.isWhitespace }), !before.isEmpty { heading(before) }
        } else if bytes.hasBytesIgnoringCase("<h", at: first), line.count > 3, bytes[first + 2].isASCIIDigit {
            heading(line)
        }
    }

    /// Without indentation and the marks of quotes and lists.
    private func content(_ line: Range<Int>) -> Range<Int> {
        var i = line.lowerBound
        while i < line.upperBound, bytes[i].isBlank || bytes[i] == UInt8(ascii: ">") { i += 1 }
        if i + 2 < line.upperBound, bytes[i + 1] == 0x20, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[i]) { i += 2 }
        return i..<line.upperBound
    }

    /// Ids, and what brings in text from elsewhere.
    private mutating func marks(_ line: Range<Int>) {
        var i = line.lowerBound
        while i < line.upperBound {
            switch bytes[i] {
            case UInt8(ascii: "{"):
                let next = i + 1 < line.upperBound ? bytes[i + 1] : 0
                if next == UInt8(ascii: "#") {
                    id(from: i + 2, line)
                } else if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") {
                    isOpen = true
                }
            case UInt8(ascii: "="):
                if i >= 2, bytes.hasBytesIgnoringCase("id", at: i - 2) || bytes.hasBytesIgnoringCase("name", at: i - 4) { id(from: i + 1, line) }
            case UInt8(ascii: "["):
                // `[!INCLUDE …]`, and the programs that write samples into a page are no matter.
                if bytes.hasBytesIgnoringCase("[!include", at: i) {
                    isOpen = true
                    inclusion(from: i, line)
                }
            case UInt8(ascii: "-"): if bytes.hasBytes("--8<--", at: i) { isOpen = true }
            default: break
            }
            i += 1
        }
    }

    private mutating func id(from start: Int, _ line: Range<Int>) {
        var i = start
        while i < line.upperBound, bytes[i].isBlank || bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") { i += 1 }
        let end = bytes[i..<line.upperBound].firstIndex { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"), UInt8(ascii: "}"): true
            default: byte.isWhitespace
            }
        }
        ids.append(Self.digest(bytes[i..<(end ?? line.upperBound)]))
    }

    private mutating func inclusion(from start: Int, _ line: Range<Int>) {
        guard let open = bytes.firstRange(of: "](", from: start, to: line.upperBound),
            let close = bytes[(open + 2)..<line.upperBound].firstIndex(of: UInt8(ascii: ")"))
        else { return }
        let words = bytes[(open + 2)..<close].split(whereSeparator: \.isWhitespace)
        if let path = words.first { inclusions.append(String(decoding: path, as: UTF8.self)) }
    }

    // MARK: Published names

    /// What the page as it is published can be linked by.
    private mutating func publish(_ line: Range<Int>, _ full: Range<Int>) {
        let first = bytes[line.lowerBound]
        let signs = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
        let isDeep = line.lowerBound - full.lowerBound > 3 && bytes[full.lowerBound..<line.lowerBound].allSatisfy(\.isBlank)
        if bytes[line].contains(UInt8(ascii: "<")) { for name in Self.tagNames(bytes[line]) { add(name) } }
        if (1...6).contains(signs), signs < line.count, !isDeep {
            let next = bytes[line.lowerBound + signs]
            guard next.isBlank || signs > 1 || next == UInt8(ascii: "<") || next.isASCIIUppercase || next >= 0xC3 else { return }
            addHeading(bytes[(line.lowerBound + signs)..<line.upperBound])
        } else if first == UInt8(ascii: "=") || first == UInt8(ascii: "-"), !wasHidden, Self.isText(bytes[before]) {
            if bytes[line].allSatisfy({ $0 == first || $0.isWhitespace }) { addHeading(bytes[before]) }
        }
    }

    /// False for what no line of dashes makes a heading of: nothing, an item, a row of a table, a heading.
    private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
        return ![UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "<")].contains(
            first)
    }

    private mutating func addHeading(_ text: ArraySlice<UInt8>) {
        if let attribute = HeadingAttribute(Array(text)) { add(attribute.id) }
        let slug = Self.slug(text)
        let place = names.count
        names.append(slug.isEmpty ? "section" : slug)
        for digest in Self.digests(Self.visible(text)) where places[digest] == nil { places[digest] = place }
    }

    private mutating func add(_ name: String) {
        let digest = Self.digest(Array(name.utf8)[...])
        if places[digest] == nil { places[digest] = names.count }
        names.append(name)
    }

    /// The ids that tags of a line set, and the names of its anchors; those in code left out.
    private static func tagNames(_ line: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var code = 0
        var i = line.startIndex
        while i < line.endIndex {
            if line[i] == UInt8(ascii: "`") { code += 1 }
            guard line[i] == UInt8(ascii: "<"), code % 2 == 0, let end = line[i...].firstIndex(of: UInt8(ascii: ">")) else {
                i += 1
                continue
            }
            let tag = HTMLTag(line[i...end])
            if !tag.isClosing, case .unknown = HTMLAllowance.element(tag.name) {
            } else if !tag.isClosing {
                if let name = tag["id"] ?? (tag.name == "a" ? tag["name"] : nil), !name.isEmpty { names.append(name) }
            }
            i = end + 1
        }
        return names
    }

    /// The id of a heading that stands alone: the one that it sets, else that of its words.
    static func id(ofHeading text: [UInt8]) -> String {
        if let attribute = HeadingAttribute(text) { return PageIDs.valid(attribute.id) }
        return PageIDs.valid(tagNames(text[...]).first ?? slug(text[...]))
    }

    private static func slug(_ heading: ArraySlice<UInt8>) -> String {
        let words = visible(heading).drop { $0.isWhitespace || $0 == UInt8(ascii: "#") }
        let end = words.lastIndex { !$0.isWhitespace && $0 != UInt8(ascii: "#") } ?? words.startIndex - 1
        return HeadingSlug.slug(String(decoding: words[..<(end + 1)], as: UTF8.self))
    }

    // MARK: Headings

    private mutating func heading(_ line: Range<Int>) {
        let text = Self.visible(bytes[line])
        headings += Self.digests(text)
        if standIns.isEmpty, text.contains(where: { $0 >= 0x80 }) { standIns = ["section", "heading", "id", ""].map { Self.digest(Array($0.utf8)[...]) } }
    }

    /// Of all that publishing systems make of the words of a heading.
    private static func digests(_ text: [UInt8]) -> [UInt64] {
        var digests = [digest(text[...])]
        // Digits and signs in front are dropped by some (Pandoc, kramdown).
        let start = text.firstIndex { $0.isASCIILetter || $0 >= 0x80 } ?? text.count
        if text[..<start].contains(where: \.isASCIIDigit) { digests.append(digest(text[start...])) }
        guard text.contains(where: { $0 >= 0x80 }) else { return digests }
        // Letters beyond ASCII are dropped, or lose their accents, or a general word takes their place.
        digests.append(digest(text.filter { $0 < 0x80 }[...]))
        digests.append(digest(Array(String(decoding: text, as: UTF8.self).unicodeScalars.flatMap(unaccented))[...]))
        return digests
    }

    /// The words of a heading: without tags, attributes, the destinations of links, and entities.
    private static func visible(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var i = line.startIndex
        while i < line.endIndex {
            let rest = line[i...]
            switch line[i] {
            case UInt8(ascii: "<"): i = (rest.firstIndex(of: UInt8(ascii: ">")) ?? i) + 1
            case UInt8(ascii: "{") where rest.dropFirst().first == UInt8(ascii: "#"): i = (rest.firstIndex(of: UInt8(ascii: "}")) ?? i) + 1
            case UInt8(ascii: "]") where rest.dropFirst().first == UInt8(ascii: "("): i = (rest.firstIndex(of: UInt8(ascii: ")")) ?? i) + 1
            case UInt8(ascii: "&"):
                let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";"))
                i = (end ?? i) + 1
                text.append(0x20)
            default:
                text.append(line[i])
                i += 1
            }
        }
        return text
    }

    private static func unaccented(_ scalar: Unicode.Scalar) -> [UInt8] {
        guard scalar.value >= 0x80 else { return [UInt8(scalar.value)] }
        // The base letter stands first in the canonical decomposition, which names begin with: LATIN SMALL LETTER U WITH DIAERESIS.
        guard let name = scalar.properties.name, name.utf8.starts(with: "LATIN ".utf8), let letter = name.range(of: "LETTER ")?.upperBound else { return [] }
        let base = name[letter...].prefix { $0 != " " }.utf8
        return base.count == 1 ? base.map(\.asciiLowercased) : []
    }

    // MARK: Digests

    /// Of the letters and digits of a name, in lower case.
    static func digest(_ name: ArraySlice<UInt8>) -> UInt64 {
        var hash = FNV1a.basis
        var isASCII = true
        for byte in name {
            if byte >= 0x80 { isASCII = false }
            if byte.isASCIIAlphanumeric { hash = FNV1a.next(hash, UInt64(byte.asciiLowercased)) }
        }
        guard !isASCII else { return hash }
        hash = FNV1a.basis
        for scalar in String(decoding: name, as: UTF8.self).lowercased().unicodeScalars where isLetterOrDigit(scalar) {
            hash = FNV1a.next(hash, UInt64(scalar.value))
        }
        return hash
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return UInt8(scalar.value).isASCIIAlphanumeric }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

extension String {
    /// The first place of a text of ASCII.
    fileprivate func range(of text: StaticString) -> Range<Index>? {
        let bytes = Array(utf8)
        guard let start = bytes.firstRange(of: text, from: 0) else { return nil }
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: text.utf8CodeUnitCount)
    }
}
