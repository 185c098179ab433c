import LocalizationModel

/// The numbers that only one side states. About linear.
struct NumberDifference {
    private(set) var missing: [SegmentFacts.Number] = []
    private(set) var extra: [SegmentFacts.Number] = []

    var isEmpty: Bool { missing.isEmpty && extra.isEmpty }

    /// True where only the hours of a day and the days of a year are missing: many languages say `always` instead.
    var isOnlyCalendar: Bool { extra.isEmpty && missing.allSatisfy { $0.value == 24 || $0.value == 365 } }

    /// True where one side writes a 1 that the other has in a word: `1-dimensional`, `eindimensional`; `for the whole month`, `1 か月分`.
    func isOnlyOne(_ source: UnitSide, _ target: UnitSide) -> Bool {
        guard missing.count + extra.count == 1, let one = (missing + extra).first, one.value == 1 else { return false }
        let scalars = Array((missing.isEmpty ? target : source).plain.unicodeScalars.map(\.value))
        return scalars.indices.contains { place in
            guard scalars[place] == 0x31, place + 2 < scalars.count else { return false }
            if scalars[place + 1] == 0x2D { return WordScalars.isLetter(scalars[place + 2]) }
            let next = scalars[place + 1] == 0x20 ? scalars[place + 2] : scalars[place + 1]
            return PunctuationWidth.isIdeographOrKana(next)
        }
    }

    init(_ source: UnitSide, _ target: UnitSide) {
        self = Self.areSame(source, target) ? NumberDifference() : NumberDifference(comparing: source, target)
    }

    private init() {}

    /// Compares all numbers, whatever they are.
    init(comparing source: UnitSide, _ target: UnitSide) {
        let (sourceNumbers, targetNumbers) = (source.all { $0.numbers }, target.all { $0.numbers })
        var partners = NumberPartners(targetNumbers)
        // Digits first: a spelled-out number must not take the partner of a figure.
        let unmatched = sourceNumbers.filter { $0.strength == .digits && !partners.take($0) }
        let spelled = sourceNumbers.filter { $0.strength != .digits }
        for number in spelled { _ = partners.take(number) }
        let left = partners.left.filter { $0.strength == .digits }
        let spelledValues = Set(spelled.map(\.value))
        if !unmatched.isEmpty {
            var text = DigitText(target)
            let codes = CodeText(source)
            var names = NumberedWords()
            missing = unmatched.filter {
                ($0.text.utf8.count < 3 || !text.contains($0)) && !codes.contains($0.text) && !names.hold($0.text, source) && !names.hold($0.text, target)
            }
        }
        if !left.isEmpty {
            var text = DigitText(source)
            let codes = CodeText(source)
            extra = left.filter { ($0.text.utf8.count < 3 || !text.contains($0)) && !spelledValues.contains($0.value) && !codes.contains(version: $0.text) }
        }
        if isEmpty { (missing, extra) = Self.exchanged(source, target) }
    }

    /// True where each number has its like at the same place: the common case. Words that may be numbers are never missing.
    static func areSame(_ source: UnitSide, _ target: UnitSide) -> Bool {
        let (a, b) = (source.all { $0.numbers }, target.all { $0.numbers })
        var (i, j) = (0, 0)
        while true {
            while i < a.count, !a[i].hasDigits { i += 1 }
            while j < b.count, !b[j].hasDigits { j += 1 }
            guard i < a.count, j < b.count else { return i == a.count && j == b.count }
            guard a[i].value == b[j].value, a[i].strength == b[j].strength, a[i].text == b[j].text || a[i].digits == b[j].digits else { return false }
            (i, j) = (i + 1, j + 1)
        }
    }

    /// Numbers that belong to a name (`MSBuild 15.0`): only where another number stands in the place of each.
    private static func exchanged(_ source: UnitSide, _ target: UnitSide) -> (missing: [SegmentFacts.Number], extra: [SegmentFacts.Number]) {
        let (missing, extra) = (only(source, not: target), only(target, not: source))
        return missing.count == extra.count ? (missing, extra) : ([], [])
    }

    private static func only(_ segments: UnitSide, not others: UnitSide) -> [SegmentFacts.Number] {
        let numbers = others.all { $0.numbers }
        let (values, digits) = (Set(numbers.map(\.value)), Set(numbers.map(\.digits)).subtracting([""]))
        let unknown = segments.all { $0.numbers }.filter { number in
            guard let first = number.text.unicodeScalars.first, (0x30...0x39).contains(first.value) else { return false }
            return !values.contains(number.value) && !digits.contains(number.digits)
        }
        guard !unknown.isEmpty else { return [] }
        var text = DigitText(others)
        return unknown.filter { !text.containsRuns(of: $0) }
    }
}

extension SegmentFacts.Number {
    /// True for a number that is not written out in words.
    fileprivate var hasDigits: Bool { strength == .digits || text.utf8.first?.isASCIIDigit ?? false }

    /// Its ASCII digits.
    fileprivate var digits: String { text.utf8.allSatisfy(\.isASCIIDigit) ? text : String(decoding: text.utf8.filter(\.isASCIIDigit), as: UTF8.self) }
}

/// The numbers of one side that are still without a partner: the surest first, then in order.
private struct NumberPartners {
    private let numbers: [SegmentFacts.Number]
    private var taken: [Bool]
    /// By strength, the surest first: where a value, or a run of digits, stands.
    private var byValue: [[Double: ArraySlice<Int>]] = [[:], [:], [:]]
    private var byDigits: [[String: ArraySlice<Int>]] = [[:], [:], [:]]

    init(_ numbers: [SegmentFacts.Number]) {
        self.numbers = numbers
        taken = Array(repeating: false, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            let rank = SegmentFacts.Strength.digits.rawValue - number.strength.rawValue
            byValue[rank][number.value, default: []].append(index)
            let digits = number.digits
            if !digits.isEmpty { byDigits[rank][digits, default: []].append(index) }
        }
    }

    var left: [SegmentFacts.Number] { numbers.indices.filter { !taken[$0] }.map { numbers[$0] } }

    /// True where there was a partner of the same value or digits; it is nobody else's from now on.
    mutating func take(_ number: SegmentFacts.Number) -> Bool {
        let digits = number.digits
        for rank in byValue.indices {
            let value = Self.first(&byValue[rank][number.value], taken)
            let written = digits.isEmpty ? nil : Self.first(&byDigits[rank][digits], taken)
            guard let index = [value, written].compactMap({ $0 }).min() else { continue }
            taken[index] = true
            return true
        }
        return false
    }

    private static func first(_ queue: inout ArraySlice<Int>?, _ taken: [Bool]) -> Int? {
        while let index = queue?.first {
            if !taken[index] { return index }
            queue?.removeFirst()
        }
        return nil
    }
}

/// All runs of digits of a text: what stands in codes, names and addresses too.
private struct DigitText {
    private let text: String
    private let runs: Set<Substring>
    /// Only so many are looked for inside the runs, fewer in a text that is no sentence.
    private var searches: Int

    init(_ segments: UnitSide) {
        text = String(decoding: segments.plain.utf8.lazy.filter { !$0.isContinuation }.map { $0.isASCIIDigit ? $0 : 0x20 }, as: UTF8.self)
        runs = Set(text.split(separator: " "))
        searches = min(200, 1_000_000 / max(1, text.utf8.count))
    }

    mutating func contains(_ number: SegmentFacts.Number) -> Bool {
        let digits = number.digits
        if digits.isEmpty || runs.contains(digits[...]) { return true }
        guard searches > 0 else { return false }
        searches -= 1
        return text.contains(digits)
    }

    /// True where the number's runs of digits stand there, one after the other.
    mutating func containsRuns(of number: SegmentFacts.Number) -> Bool {
        let wanted = number.text.split { !("0"..."9").contains($0) }
        if wanted.count == 1 { return runs.contains(wanted[0]) }
        guard searches > 0 else { return true }
        searches -= 1
        let flat = " " + text.split(separator: " ").joined(separator: " ") + " "
        return flat.contains(" " + wanted.joined(separator: " ") + " ")
    }
}

/// The identifiers of a text, to look up whether a number stands in one.
private struct CodeText {
    private let codes: String

    init(_ segments: UnitSide) {
        // No sentence has more; a page that is one line may.
        codes = segments.all { $0.codes }.prefix(200).joined(separator: "\u{0}")
    }

    /// True where the identifiers have it as `v2.0`.
    func contains(version: String) -> Bool {
        !codes.isEmpty && version.utf8.contains(UInt8(ascii: ".")) && TextSearch.contains(codes.lowercased(), "v" + version)
    }

    func contains(_ number: String) -> Bool { !codes.isEmpty && codes.contains(number) }
}

/// Numbers that are written together with a name: `21Vianet`, `Windows10`. Such a name is translated or kept as a whole.
private struct NumberedWords {
    /// Only so many are looked for; no sentence has more.
    private var searches = 64
    /// A unit is no longer than this: `14days`, `5GB`.
    private static let leastLetters = 4

    mutating func hold(_ number: String, _ side: UnitSide) -> Bool {
        guard searches > 0, number.utf8.allSatisfy(\.isASCIIDigit) else { return false }
        searches -= 1
        let (bytes, needle) = (Array(side.plain.utf8), Array(number.utf8))
        var rest = bytes[...]
        while let found = rest.firstRange(ofBytes: needle) {
            let behind = bytes[found.upperBound...].prefix { $0.isASCIILetter }
            if behind.count >= Self.leastLetters, behind.first?.isASCIIUppercase ?? false { return true }
            let before = bytes[..<found.lowerBound].suffix(Self.leastLetters)
            let isWhole = found.upperBound == bytes.count || !bytes[found.upperBound].isASCIIDigit
            if isWhole, before.count == Self.leastLetters, before.allSatisfy(\.isASCIILetter) { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}
