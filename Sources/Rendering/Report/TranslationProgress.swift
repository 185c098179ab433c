import LocalizationModel

/// How far a page, a folder or a locale is: its segments and words by state.
public struct TranslationProgress: Hashable, Sendable {
    /// Segments of the source by state; of the translated ones `stale` follow an older source.
    public var translated = 0
    public var stale = 0
    public var partial = 0
    public var untranslated = 0
    public var missing = 0
    /// Segments without a source.
    public var extra = 0
    /// Words of the source: all, and those of translated segments.
    public var words = 0
    public var translatedWords = 0

    public init() {}

    public init(_ status: LocaleStatus, stale: Int) {
        (translated, partial, untranslated, missing) = (status.translated, status.partial, status.untranslated, status.missing)
        (extra, words, translatedWords) = (status.extra, status.words, status.translatedWords)
        self.stale = min(stale, status.translated)
    }

    public var segments: Int { translated + partial + untranslated + missing }
    /// Rounded down: 100 means all.
    public var percent: Int { Self.percent(translated, segments) }
    public var wordPercent: Int { Self.percent(translatedWords, words) }

    private static func percent(_ part: Int, _ all: Int) -> Int { all == 0 ? 100 : part * 100 / all }

    // MARK: Value

    private static let shape = TemplateShape(["percent", "percentNumber", "wordPercent", "segments", "bars", "parts"])
    private static let barShape = TemplateShape(["name", "x", "width"])
    private static let partShape = TemplateShape(["name", "word", "count"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(strings.percent(percent)), .number(percent), .text(strings.percent(wordPercent)), .text(strings.number(segments)), .list(bars),
                    .list(parts(strings)),
                ]))
    }

    /// Units of the bar's whole length.
    private static let barLength = 1000

    /// The pieces of the bar, one behind the other.
    private var bars: [TemplateValue] {
        let counts = [("translated", translated - stale), ("stale", stale), ("partial", partial), ("untranslated", untranslated), ("missing", missing)]
        let all = max(1, segments)
        var sum = 0
        return counts.compactMap { name, count in
            defer { sum += count }
            guard count > 0 else { return nil }
            let (start, end) = (sum * Self.barLength / all, (sum + count) * Self.barLength / all)
            return .object(TemplateObject(Self.barShape, [.text(name), .number(start), .number(max(1, end - start))]))
        }
    }

    /// What is left to do, in words; states that nothing is in are left out.
    private func parts(_ strings: InterfaceText) -> [TemplateValue] {
        let counts = [
            ("untranslated", untranslated), ("partial", partial), ("missing", missing), ("extra", extra), ("stale", stale),
        ]
        let keys = ["stateUntranslated", "statePartial", "stateMissing", "stateExtra", "stateOutdated"]
        return zip(counts, keys).compactMap { part, key in
            part.1 == 0 ? nil : .object(TemplateObject(Self.partShape, [.text(part.0), .text(strings[key]), .text(strings.number(part.1))]))
        }
    }
}
