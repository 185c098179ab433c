import LocalizationModel

/// A file `languages/<language>.txt`: a language's frequent words and letters with their costs.
///
/// Lines of text: `hexapla-language-model 1`, comments (`#`), `language`, `order`, `word-elsewhere`, `letter-elsewhere`, then
/// `words` and `letters` with a line each: `word cost [more in lower case]`, `n-gram cost [backoff]`, a cost of `-` for none. Costs are tenths of a nat.
struct LanguageModelFile {
    let model: LanguageModel

    /// The largest file that is read, in bytes: ten times a shipped one.
    private static let largest = 600_000
    private static let remedy = "Make it with Tools/language-model/train.py, or remove it: frequent words are used then"

    private enum Part { case head, words, letters }

    init(path: String, bytes: [UInt8], language: String) throws(HexaplaError) {
        guard bytes.count <= Self.largest else { throw HexaplaError("\(path): the file is too large for a language model", remedy: Self.remedy) }
        var head: [String: String] = [:]
        var part = Part.head
        var model: LanguageModel?
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            func fault(_ what: String) -> HexaplaError { HexaplaError("\(path):\(number):1: \(what)", remedy: Self.remedy) }
            if number == 1 {
                guard line.elementsEqual("hexapla-language-model 1".utf8) else { throw fault("this is no language model of format 1") }
            } else if line.isEmpty || line.first == UInt8(ascii: "#") {
                continue
            } else if part == .head, line.elementsEqual("words".utf8) {
                guard head["language"] == language else { throw fault("the file is named for '\(language)' and states another language") }
                model = try Self.empty(head, fault)
                part = .words
            } else if part == .words, line.elementsEqual("letters".utf8) {
                part = .letters
            } else if part == .head {
                let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
                guard fields.count == 2, head.updateValue(String(fields[1]), forKey: String(fields[0])) == nil else {
                    throw fault("a line of the head is a key and a value")
                }
            } else {
                guard try Self.list(line, part, &model, fault) else { throw fault("'\(Self.name(line))' is given twice") }
            }
        }
        guard let model, part == .letters else { throw HexaplaError("\(path): the file ends before its letters", remedy: Self.remedy) }
        self.model = model
    }

    private static func empty(_ head: [String: String], _ fault: (String) -> HexaplaError) throws(HexaplaError) -> LanguageModel {
        func number(_ key: String, _ range: ClosedRange<Int>) throws(HexaplaError) -> Int {
            guard let number = head[key].flatMap({ Int($0) }), range.contains(number) else {
                throw fault("'\(key)' must be a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
        return LanguageModel(
            order: try number("order", 1...LanguageModel.longestOrder), wordElsewhere: try number("word-elsewhere", 0...1000),
            letterElsewhere: try number("letter-elsewhere", 0...1000))
    }

    /// Reads a line of words or letters; false where it stands there already.
    private static func list(_ line: ArraySlice<UInt8>, _ part: Part, _ model: inout LanguageModel?, _ fault: (String) -> HexaplaError)
        throws(HexaplaError) -> Bool
    {
        guard let space = line.firstIndex(of: 0x20), space > line.startIndex else { throw fault("a line is a text and its cost") }
        let text = line[..<space]
        let rest = line[(space + 1)...]
        let second = rest.firstIndex(of: 0x20)
        let first = rest[..<(second ?? rest.endIndex)]
        let known = cost(first)
        guard known != nil || part == .letters && first.elementsEqual("-".utf8) else { throw fault("'\(name(first))' is no cost") }
        var extra: Int16 = 0
        if let second {
            guard let read = cost(rest[(second + 1)...]) else { throw fault("'\(name(rest[(second + 1)...]))' is no cost") }
            extra = read
        }
        guard part == .words else { return model?.list(letters: text, cost: known, backoff: extra) ?? false }
        return model?.list(word: text, cost: known ?? 0, inLowerCase: extra) ?? false
    }

    private static func name(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(40).prefix { $0 != 0x20 }, as: UTF8.self) }

    /// A whole number from -999 to 999.
    private static func cost(_ bytes: ArraySlice<UInt8>) -> Int16? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        var number: Int16 = 0
        for byte in digits {
            guard byte.isASCIIDigit else { return nil }
            number = number * 10 + Int16(byte - 0x30)
        }
        return isNegative ? -number : number
    }
}
