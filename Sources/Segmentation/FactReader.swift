import LocalizationModel

/// Reads what a segment states independent of its language: numbers, codes, names, links, code, emphasis.
struct FactReader: Sendable {
    private let numbers: NumberReader
    private let words: LocaleWords

    init(_ profile: LocaleProfile) {
        words = LocaleWords(profile)
        numbers = NumberReader(profile, words)
    }

    /// `inlines` are those of the leaf that overlap the range.
    func read(_ leaf: LeafText, _ range: Range<Int>, _ inlines: [Inline]) -> SegmentFacts {
        let text = VisibleText(leaf, range, inlines)
        let plain = String(decoding: text.plain, as: UTF8.self)
        let tokens = Tokens(text.prose)
        let quantities = numbers.read(text.prose)
        var inlineCode: [String] = []
        var destinations: [String] = []
        var strong: [String] = []
        var emphasised: [String] = []
        var linkEnd = 0
        for inline in inlines where range.contains(inline.range.lowerBound) {
            func content() -> String { String(decoding: leaf.bytes[inline.content], as: UTF8.self) }
            switch inline.kind {
            case .code: inlineCode.append(content())
            case .link(let destination, _):
                destinations.append(destination)
                linkEnd = inline.range.upperBound
            case .image(let destination): destinations.append(destination)
            // An address that labels a link is no second link.
            case .autolink(let destination): if inline.range.lowerBound >= linkEnd { destinations.append(destination) }
            case .strong: strong.append(content())
            case .emphasis: emphasised.append(content())
            default: break
            }
        }
        return SegmentFacts(
            plain: plain, letters: tokens.letters, wordCount: tokens.wordCount, numbers: quantities.numbers, codes: quantities.codes,
            inlineCode: inlineCode, destinations: destinations, names: tokens.names(words), strong: strong,
            emphasised: emphasised)
    }
}

/// The words of a text, with the kinds of its letters.
struct Tokens {
    private(set) var letters = LetterCounts()
    private(set) var wordCount = 0
    /// Latin words and numbers in order, with their ranges.
    private var latin: [Range<Int>] = []
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        latin.reserveCapacity(bytes.count / 6 + 1)
        var i = 0
        var ideographs = 0
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            switch Script(value) {
            case .latin, .digit:
                let start = i
                i = endOfWord(i)
                latin.append(start..<i)
                wordCount += 1
                continue
            case .cyrillic:
                wordCount += 1
                while i < bytes.count, case let (next, width) = bytes.scalar(at: i), Script(next) == .cyrillic {
                    letters.cyrillic += 1
                    i += width
                }
                continue
            case .han:
                letters.han += 1
                ideographs += 1
            case .kana:
                letters.kana += 1
                ideographs += 1
            case .otherLetter:
                letters.other += 1
                ideographs += 1
            case .none: break
            }
            i += length
        }
        wordCount += (ideographs + 1) / 2
    }

    private mutating func endOfWord(_ start: Int) -> Int {
        var i = start
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            switch Script(value) {
            case .latin: letters.latin += 1
            case .digit: break
            default:
                // Inner hyphens, dots and apostrophes belong to the word: `Node.js`, `70-346`, `don't`.
                guard i > start, value == 0x2D || value == 0x2E || value == 0x27 || value == 0x2019 || value == 0x5F || value == 0x2B,
                    i + length < bytes.count, case let next = Script(bytes.scalar(at: i + length).value), next == .latin || next == .digit
                else { return i }
            }
            i += length
        }
        return i
    }

    /// Latin names: words with a capital that is no mere start of the sentence, adjacent ones joined.
    func names(_ words: LocaleWords) -> [String] {
        var names: [String] = []
        // The words of the name at hand, as places in `latin`.
        var current = 0..<0
        func close() {
            defer { current = 0..<0 }
            guard let first = latin[current].first, let last = latin[current].last else { return }
            let isSentenceStart = current.lowerBound == 0 && current.count == 1
            if isSentenceStart, !hasInnerCapital(first) { return }
            guard latin[current].contains(where: { $0.count > 1 && !isNumber($0) }) else { return }
            names.append(String(decoding: bytes[first.lowerBound..<last.upperBound], as: UTF8.self))
        }
        for (place, word) in latin.enumerated() {
            if !current.isEmpty {
                let end = latin[current.upperBound - 1].upperBound
                if word.lowerBound != end + 1 || bytes[end] != 0x20 { close() }
            }
            if isNumber(word) ? !current.isEmpty : startsName(word) && !isCommon(word, words) {
                current = current.isEmpty ? place..<place + 1 : current.lowerBound..<place + 1
            } else {
                close()
            }
        }
        close()
        return names
    }

    private func isNumber(_ word: Range<Int>) -> Bool { bytes[word].allSatisfy(\.isASCIIDigit) }

    private func isCommon(_ word: Range<Int>, _ words: LocaleWords) -> Bool {
        guard let meaning = words.meaning(bytes, word) else { return false }
        return meaning.isFunctionWord && !hasInnerCapital(word) || meaning.isMonth
    }

    private func startsName(_ word: Range<Int>) -> Bool { bytes[word.lowerBound].isASCIIUppercase || hasInnerCapital(word) }

    private func hasInnerCapital(_ word: Range<Int>) -> Bool { bytes[word].dropFirst().contains(where: \.isASCIIUppercase) }
}

/// The script of a scalar, as coarse as the tool needs it (Unicode 15, Scripts.txt, by block).
enum Script {
    case latin, digit, cyrillic, han, kana, otherLetter, none

    init(_ value: UInt32) {
        switch value {
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: self = .han
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: self = .kana
        case 0x370...0x3FF, 0x531...0x587, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3, 0x900...0x1FFF, 0xAC00...0xD7A3: self = .otherLetter
        default: self = .none
        }
    }
}
