/// What Hexapla knows of one language as it is written in one place: `locales/<bcp47>.yml`, completed from CLDR.
public struct LocaleProfile: Sendable {
    public struct Numbers: Sendable {
        /// The mark between integer and fraction.
        public var decimal: String
        /// The marks that may group thousands, the customary one first.
        public var grouping: [String]
        /// Spelled-out small numbers, in lower case: `zwölf` is 12.
        public var words: [String: Double]
        /// Words that may be a number and may be none (`one`, `ein`), in lower case: evidence that a number is
        /// present, never that one is missing.
        public var weakWords: [String: Double]
        /// Words that multiply the number before them, in lower case: `Mio` is 1,000,000, `万` 10,000.
        public var magnitudes: [String: Double]
        /// Spelled-out ordinals, in lower case: `third` is 3.
        public var ordinals: [String: Double]

        public init(
            decimal: String = ".", grouping: [String] = [], words: [String: Double] = [:],
            weakWords: [String: Double] = [:], magnitudes: [String: Double] = [:], ordinals: [String: Double] = [:]
        ) {
            self.decimal = decimal
            self.grouping = grouping
            self.words = words
            self.weakWords = weakWords
            self.magnitudes = magnitudes
            self.ordinals = ordinals
        }
    }

    public struct Sentences: Sendable {
        /// Words whose full stop ends no sentence, in lower case and without the last stop: `z. b`, `e.g`.
        public var abbreviations: Set<String>
        /// True where a number with a full stop is an ordinal (`3. Mai`).
        public var ordinalPeriod: Bool
        public init(abbreviations: Set<String> = [], ordinalPeriod: Bool = false) {
            self.abbreviations = abbreviations
            self.ordinalPeriod = ordinalPeriod
        }
    }

    /// In which width marks are written between letters of the locale's script, by the mark of half width.
    public struct Widths: Sendable {
        /// Marks that are written in full width there.
        public var wide: [UInt32: UInt32]
        /// Marks of which house styles differ; one page keeps to one width.
        public var either: [UInt32: UInt32]
        public init(wide: [UInt32: UInt32] = [:], either: [UInt32: UInt32] = [:]) {
            self.wide = wide
            self.either = either
        }
    }

    /// What may stand twice in a row.
    public struct Repetition: Sendable {
        /// Words that do, in lower case.
        public var words: Set<String>
        /// Characters of scripts without spaces that do not, but in `within`.
        public var single: Set<UInt32>
        /// Texts that hold such a character twice rightly.
        public var within: [String]
        public init(words: Set<String> = [], single: Set<UInt32> = [], within: [String] = []) {
            self.words = words
            self.single = single
            self.within = within
        }
    }

    public enum Direction: String, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    public let locale: LocaleTag
    /// The language's own name for itself, as the language switcher shows it.
    public var nativeName: String
    public var direction: Direction
    /// ISO 15924 codes of the scripts its words are written in, `Latn`, `Cyrl`, `Hani`, `Kana`.
    public var scripts: [String]
    /// True where words are divided by spaces.
    public var separatesWords: Bool
    public var numbers: Numbers
    /// Twelve lists of names, in lower case: January is the first.
    public var months: [[String]]
    public var sentences: Sentences
    /// Opening and closing mark, the primary pair first.
    public var quotationMarks: [String]
    /// Words by role, in lower case: `or`, `and`, `all`, `any`, `atLeast`, `note`, `negation` …
    public var vocabulary: [String: [String]]
    /// Frequent words that tell this language from others in the same script, in lower case.
    public var functionWords: Set<String>
    /// What words cost in this language; nil where there is no model, or nothing to tell the language from.
    public var languageModel: LanguageModel?
    /// Unicode scalars that belong to another orthography of the same script: Traditional-only characters for
    /// zh-CN, Simplified-only ones for zh-TW.
    public var foreignCharacters: Set<UInt32>
    /// How its words change, for telling terms again.
    public var inflection = Inflection()
    public var widths = Widths()
    public var repetition = Repetition()
    /// How many letters of its own scripts say what one letter of English says; nil where nobody has counted.
    public var lettersPerEnglish: Double?
    /// Texts of the site's interface by key.
    public var interface: [String: String]

    public init(
        locale: LocaleTag, nativeName: String? = nil, direction: Direction = .leftToRight, scripts: [String] = ["Latn"],
        separatesWords: Bool = true, numbers: Numbers = Numbers(), months: [[String]] = [], sentences: Sentences = Sentences(),
        quotationMarks: [String] = [], vocabulary: [String: [String]] = [:], functionWords: Set<String> = [],
        languageModel: LanguageModel? = nil, foreignCharacters: Set<UInt32> = [], interface: [String: String] = [:]
    ) {
        self.locale = locale
        self.nativeName = nativeName ?? locale.description
        self.direction = direction
        self.scripts = scripts
        self.separatesWords = separatesWords
        self.numbers = numbers
        self.months = months
        self.sentences = sentences
        self.quotationMarks = quotationMarks
        self.vocabulary = vocabulary
        self.functionWords = functionWords
        self.languageModel = languageModel
        self.foreignCharacters = foreignCharacters
        self.interface = interface
    }

    /// True where words are written with ideographs or kana.
    public var isEastAsian: Bool { !Set(scripts).isDisjoint(with: ["Hani", "Hans", "Hant", "Hira", "Kana", "Jpan", "Bopo"]) }

    public func words(_ role: String) -> [String] { vocabulary[role] ?? [] }
}
