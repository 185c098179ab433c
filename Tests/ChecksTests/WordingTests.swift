import LocaleData
import LocalizationModel
import TestSupport
import Testing

@testable import Checks

/// What the rules read in folded characters is what the strings say.
@Suite("Words that rules look for")
struct WordingTests {
    private static let profiles: [LocaleProfile] =
        (try? Array(LocaleStore(directory: Repository.locales).profiles(for: LocaleStore(directory: Repository.locales).available()).values)) ?? []

    private static let pieces = [
        "not", "No", "don't", "don’t", "or", "OR,", "and/or", "the", "form", "Forms", "is", "7", "70-346", "e\u{301}", "é", "nicht", "mehr", "oder", "muss",
        "müssen", "или",
        "не", "форма", "формы", "このフォーム", "ない", "または", "、", "，", "或", "不", "表单", "或者", "👩‍💻", "(", ".", "一", "\n", " ", " ", " ", " ",
    ]

    private static func texts(_ count: Int) -> [String] {
        var state: UInt64 = 88_172_645_463_325_252
        func next(_ bound: Int) -> Int {
            // Xorshift (G. Marsaglia).
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        return (0..<count).map { _ in (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined() }
    }

    // MARK: The same by strings

    private static func negation(_ text: String, _ profile: LocaleProfile) -> String? {
        let words = profile.words("negation")
        let isPart: (String) -> Bool = { !profile.separatesWords || $0.contains("'") || $0.contains("’") || $0.contains(" ") }
        let lower = text.lowercased()
        if let part = words.filter(isPart).first(where: { lower.contains($0) }) { return part }
        let whole = Set(words.filter { !isPart($0) })
        return lower.split { !$0.isLetter }.map(String.init).first { whole.contains($0) }
    }

    private static func alternatives(_ text: String, _ profile: LocaleProfile, generous: Bool) -> Int {
        var (count, afterJoint) = (0, false)
        func or() {
            if !afterJoint { count += 1 }
            afterJoint = true
        }
        func comma() {
            if generous, !afterJoint { count += 1 }
            afterJoint = generous
        }
        let words = Set(profile.words("or"))
        if profile.separatesWords {
            for part in text.lowercased().split(separator: " ") {
                if words.contains(String(part.filter { $0.isLetter || $0 == "-" })) { or() } else { afterJoint = false }
                if part.last == "," { comma() }
            }
            return count
        }
        var rest = text.lowercased()[...]
        while let first = rest.first {
            if let word = words.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
                or()
                rest = rest.dropFirst(word.count)
                continue
            }
            if first == "、" || first == "，" || first == "," { comma() } else if first.isLetter || first.isNumber { afterJoint = false }
            rest = rest.dropFirst()
        }
        return count
    }

    private static func masked(_ text: String) -> String { String(text.lowercased().map { $0.isNumber ? "0" : $0 }) }

    private static func stem(_ text: String) -> String {
        masked(text).split { !$0.isLetter && !$0.isNumber }.map { word in
            word.allSatisfy(\.isNumber) ? "0" : String(word.prefix(max(2, word.count * 6 / 10)))
        }.joined(separator: " ")
    }

    private static func differ(_ a: String, _ b: String) -> Bool {
        if masked(a) == masked(b) { return false }
        let (x, y) = (words(masked(a)), words(masked(b)))
        guard !x.isEmpty, !y.isEmpty else { return true }
        return x.contains { word in !y.contains { related(word, $0) } } || y.contains { word in !x.contains { related(word, $0) } }
    }

    private static func words(_ text: String) -> [String] {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !$0.allSatisfy(\.isNumber) }
        guard words.contains(where: { $0.unicodeScalars.contains { $0.value >= 0x3040 } }) else { return words.filter { $0.count > 3 } }
        let letters = Array(text.filter(\.isLetter))
        return letters.indices.dropLast().map { String(letters[$0...($0 + 1)]) }
    }

    private static func related(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        if a.count <= 2 || b.count <= 2 { return false }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return shared * 2 >= min(a.count, b.count) || shared >= 1 && min(a.count, b.count) <= 5 && abs(a.count - b.count) <= 3
    }

    // MARK: Compared

    @Test func negationsAreThoseOfTheStrings() {
        #expect(Self.profiles.count > 4)
        for profile in Self.profiles {
            let negations = Negations(profile)
            for text in Self.texts(800) {
                let folded = FoldedText(text).characters
                #expect(negations.word(negations.read(folded)) == Self.negation(text, profile), "\(profile.locale) \(text)")
            }
        }
    }

    @Test func alternativesAreThoseOfTheStrings() {
        for profile in Self.profiles {
            let alternatives = Alternatives(profile)
            for text in Self.texts(800) {
                for generous in [true, false] {
                    let count = alternatives.count(FoldedText(text).characters, generous: generous)
                    #expect(count == Self.alternatives(text, profile, generous: generous), "\(profile.locale) \(text)")
                }
            }
        }
    }

    @Test func wordingsDifferAsTheStringsDo() {
        let texts = Self.texts(400)
        for (a, b) in zip(texts, texts.dropFirst() + texts.prefix(1)) {
            for (x, y) in [(a, b), (a, a + "7"), (a + " form", a + " Forms 7")] {
                #expect(Wording.differ(x, y) == Self.differ(x, y), "\(x) | \(y)")
                let isSame = Wording.stem(FoldedText(x).characters) == Wording.stem(FoldedText(y).characters)
                #expect(isSame == (Self.stem(x) == Self.stem(y)), "\(x) | \(y)")
            }
        }
    }

    @Test func numbersAtTheSamePlacesLeaveNothing() {
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var numbers: [[SegmentFacts.Number]] = [[], []]
            for _ in 0..<5 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                let value = Double(state >> 60)
                let strength: SegmentFacts.Strength = [.digits, .digits, .weak, .spelled][Int(state >> 40 & 3)]
                let isWord = strength != .digits && state >> 50 & 1 == 0
                for side in [0, 1] where !isWord || state >> UInt64(45 + side) & 1 == 0 {
                    numbers[side].append(.init(value: value, text: isWord ? "word" : "\(Int(value)).0", strength: strength))
                }
            }
            let sides = numbers.map { UnitSide(of: [Self.segment($0)], [0]) }
            #expect(NumberDifference.areSame(sides[0], sides[1]))
            let difference = NumberDifference(comparing: sides[0], sides[1])
            #expect(difference.isEmpty, "\(numbers)")
        }
    }

    private static func segment(_ numbers: [SegmentFacts.Number]) -> Segment {
        let facts = SegmentFacts(
            plain: numbers.map(\.text).joined(separator: " "), letters: LetterCounts(), wordCount: 0, numbers: numbers, codes: [], inlineCode: [],
            destinations: [], names: [], strong: [], emphasised: [])
        return Segment(kind: .paragraph, block: 0, section: -1, span: SourceSpan(0, 1), line: 1, text: facts.plain, facts: facts)
    }
}
