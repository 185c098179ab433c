import LocalizationModel

/// Values by locale, in the order of the tags: the members of an object. Of two values for one locale the first counts.
struct ByLocale<Value> {
    private(set) var pairs: [(locale: LocaleTag, value: Value)]

    init(_ pairs: [(locale: LocaleTag, value: Value)]) {
        self.pairs = pairs
        if !isAscending { sort() }
    }

    init(_ values: [Value], _ locale: (Value) -> LocaleTag) { self.init(values.map { (locale($0), $0) }) }

    subscript(locale: LocaleTag) -> Value? { pairs.first { $0.locale == locale }?.value }

    private var isAscending: Bool {
        for index in pairs.indices.dropFirst() where pairs[index - 1].locale >= pairs[index].locale { return false }
        return true
    }

    private mutating func sort() {
        let sorted = pairs.enumerated().sorted { ($0.element.locale, $0.offset) < ($1.element.locale, $1.offset) }.map(\.element)
        pairs = []
        for pair in sorted where pairs.last?.locale != pair.locale { pairs.append(pair) }
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
