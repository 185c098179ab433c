import LocalizationModel

/// Values by locale, in the order of the tags: the members of an object. Of two values for one locale the first counts.
struct ByLocale<Value> {
    private(set) var pairs: [(locale: LocaleTag, value: Value)] = []

    init(_ pairs: [(locale: LocaleTag, value: Value)]) {
        self.pairs.reserveCapacity(pairs.count)
        for pair in pairs { insert(pair) }
    }

    init(_ values: [Value], _ locale: (Value) -> LocaleTag) { self.init(values.map { (locale($0), $0) }) }

    subscript(locale: LocaleTag) -> Value? { pairs.first { $0.locale == locale }?.value }

    /// Locales are few and come nearly in order: the place is looked for from the end.
    private mutating func insert(_ pair: (locale: LocaleTag, value: Value)) {
        var place = pairs.count
        while place > 0, pair.locale < pairs[place - 1].locale { place -= 1 }
        if place > 0, pairs[place - 1].locale == pair.locale { return }
        pairs.insert(pair, at: place)
    }
}

extension JSONWriter {
    /// An object with a member for each locale.
    mutating func object<Value>(_ values: ByLocale<Value>, _ body: (inout JSONWriter, Value) -> Void) {
        object { writer in
            for pair in values.pairs {
                writer.key(pair.locale.description)
                body(&writer, pair.value)
            }
        }
    }
}
