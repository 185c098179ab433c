import LocalizationModel

/// What the words of a locale say of numbers and names, each looked up once.
struct LocaleWords: Sendable {
    struct Meaning: Sendable {
        /// A spelled-out number, an ordinal or a month.
        fileprivate(set) var number: Double?
        /// What may be a number and may be none.
        fileprivate(set) var weak: Double?
        /// What multiplies the number before it.
        fileprivate(set) var magnitude: Double?
        fileprivate(set) var isMonth = false
        fileprivate(set) var isFunctionWord = false
    }

    private let index: WordIndex
    private let meanings: [Meaning]
    /// One bit per hash of the first scalar of a number or magnitude: most ideographs start none.
    private let starts: [UInt64]
    /// Scalars of the longest spelled-out number, for scripts that do not divide words.
    let longestNumber: Int

    init(_ profile: LocaleProfile) {
        var meanings: [String: Meaning] = [:]
        func set<Value>(_ values: [String: Value], _ change: (inout Meaning, Value) -> Void) {
            for (word, value) in values { change(&meanings[word, default: Meaning()], value) }
        }
        let numbers = profile.numbers
        for (index, names) in profile.months.enumerated() {
            for name in names {
                meanings[name, default: Meaning()].isMonth = true
                meanings[name, default: Meaning()].number = Double(index + 1)
            }
        }
        set(numbers.ordinals) { $0.number = $1 }
        set(numbers.words) { $0.number = $1 }
        set(numbers.weakWords) { $0.weak = $1 }
        set(numbers.magnitudes) { $0.magnitude = $1 }
        var starts = [UInt64](repeating: 0, count: Self.startBits / 64)
        for word in meanings.keys {
            for scalar in word.unicodeScalars.prefix(1) { starts[Self.start(scalar.value) / 64] |= 1 << UInt64(Self.start(scalar.value) % 64) }
        }
        self.starts = starts
        for word in profile.functionWords { meanings[word, default: Meaning()].isFunctionWord = true }
        let words = meanings.keys.sorted()
        index = WordIndex(words)
        self.meanings = words.map { meanings[$0] ?? Meaning() }
        longestNumber = min(8, numbers.words.keys.map(\.unicodeScalars.count).max() ?? 1)
    }

    /// What the word in a range means, in lower case; nil where it says nothing.
    func meaning(_ bytes: [UInt8], _ range: Range<Int>) -> Meaning? { index.position(of: bytes, range).map { meanings[$0] } }

    /// The same of a text whose capitals count.
    func meaning(asWritten bytes: [UInt8], _ range: Range<Int>) -> Meaning? { index.position(of: bytes, range, asWritten: true).map { meanings[$0] } }

    private static let startBits = 2_048
    private static func start(_ scalar: UInt32) -> Int { Int(scalar) & (startBits - 1) }

    /// False where no number and no magnitude starts with a kana or an ideograph, which stands before `next`.
    func mayStartNumber(_ scalar: UInt32, before next: UInt32) -> Bool {
        // Others may be spelled in two ways: か and a mark, or が.
        guard (0x3041...0x9FFF).contains(scalar), next != 0x3099, next != 0x309A else { return true }
        return starts[Self.start(scalar) / 64] & (1 << UInt64(Self.start(scalar) % 64)) != 0
    }
}
