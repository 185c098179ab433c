import LocalizationModel

/// The words of one language by role, ready to be looked up in its texts.
///
/// Words of clauses (`mentions`) are found where they stand in the text in lower case. Words of labels are compared as words: see
/// `PreparedText`.
final class RoleWords: Sendable {
    let separatesWords: Bool
    let roles: RoleTable
    /// Words as written, and the names of months: roles.
    private let clauseWords: PhraseTree
    /// Prepared words: roles, and behind them places in `weakValues`.
    private let labelWords: PhraseTree
    private let weakValues: [Double]
    /// Words that alone are a connector, prepared.
    private let or: [[UInt8]]
    private let and: [[UInt8]]
    private let connectorStarts: Set<UInt8>
    /// Levels by the end of their role's name, as `silver` for `level_silver`, ascending, with their prepared words.
    private let levels: [(name: String, words: [[UInt8]])]
    private let notes: [[UInt8]]
    private let cardinals: [String: Double]

    private static let noteRoles = ["note", "important", "tip", "warning", "caution"]

    init(_ profile: LocaleProfile, _ roles: RoleTable) {
        let separates = profile.separatesWords
        separatesWords = separates
        self.roles = roles
        func prepared(_ role: String) -> [[UInt8]] {
            profile.words(role).map { PreparedText.bytes(of: LowerCase.bytes(of: $0), separatesWords: separates) }
                .filter { $0.count > 2 || !separates && !$0.isEmpty }
        }
        let or = prepared("or")
        self.or = or
        let and = prepared("and")
        self.and = and
        connectorStarts = Set((or + and).compactMap { word in word.first { $0.isASCIIAlphanumeric || $0 >= 0x80 } })
        levels = profile.vocabulary.keys.filter { $0.hasPrefix(RoleTable.levelPrefix) }.sorted()
            .map { (String($0.dropFirst(RoleTable.levelPrefix.count)), prepared($0)) }
        let months = profile.months.enumerated().map { (RoleTable.monthPrefix + String($0 + 1), $1) }
        let written = profile.vocabulary.merging(months) { first, _ in first }
        var clauseWords: [(bytes: [UInt8], value: Int)] = []
        var labelWords: [(bytes: [UInt8], value: Int)] = []
        for (role, name) in roles.names.enumerated() {
            if roles.isInClauses(role) { clauseWords += (written[name] ?? []).map { (Array($0.utf8), role) } }
            if roles.isInLabels(role) {
                // Russian has `или` as `or` and as `either`.
                labelWords += prepared(name).filter { name != "either" || !or.contains($0) }.map { ($0, role) }
            }
        }
        let weak = profile.numbers.weakWords.sorted { $0.key < $1.key }.map { word, value in
            (word: PreparedText.bytes(of: LowerCase.bytes(of: word), separatesWords: separates), value: value)
        }
        // Where words are divided, each is looked up alone.
        let single = weak.filter { word, _ in !separates || word.count(where: { $0 == 0x20 }) == 2 && word.count > 2 }
        weakValues = single.map(\.value)
        labelWords += single.enumerated().map { ($1.word, roles.names.count + $0) }
        self.clauseWords = PhraseTree(clauseWords)
        self.labelWords = PhraseTree(labelWords)
        notes = Self.noteRoles.flatMap { profile.words($0) }.map { Array($0.utf8) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        cardinals = profile.numbers.words
    }

    // MARK: Clauses

    /// The words of clauses in a text in lower case, ascending by place: whole words where the language divides them.
    func mentions(in bytes: [UInt8], _ found: inout [ClauseText.Mention]) {
        bytes.withUnsafeBufferPointer { bytes in
            clauseWords.visit(bytes, where: { !isInWord(bytes, $0) }) { role, start, end in
                if !isInWord(bytes, end) { found.append(.init(role: role, range: start..<end)) }
            }
        }
    }

    /// True where a word, or a number, would be cut in two at an offset where a scalar starts. Of scripts that do not divide words only
    /// ASCII has letters here; quotation marks, dashes and no-break spaces beyond ASCII are none.
    @inline(__always)
    private func isInWord(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset > 0, offset < bytes.count else { return false }
        let (last, next) = (bytes[offset - 1], bytes[offset])
        if last.isASCIIDigit || next.isASCIIDigit { return last.isASCIIDigit && next.isASCIIDigit }
        if last < 0x80, !last.isASCIILetter || next < 0x80 { return last.isASCIILetter && next.isASCIILetter }
        return separatesWords && isLetter(bytes, at: offset) && isLetter(bytes, at: offset - 1)
    }

    /// True where a byte belongs to a letter.
    private func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        var start = offset
        while start > 0, bytes[start].isContinuation { start -= 1 }
        return WordScalars.isLetter(bytes.scalar(at: start).value)
    }

    // MARK: Labels

    /// Where a word ends in a prepared text: of two that end together the longer one says more, `every one of these` than `one of these`.
    struct Place: Comparable {
        let end: Int
        let length: Int
        static func < (a: Self, b: Self) -> Bool { (a.end, a.length) < (b.end, b.length) }
    }

    /// A word of labels in a text.
    struct Label {
        /// A role, or behind the roles a place in `weakValues`.
        fileprivate let value: Int
        fileprivate let place: Place
    }

    /// The words of labels, ascending by where they start.
    func labels(in text: PreparedText) -> [Label] {
        var found: [Label] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            // Where words are divided, all of them start with a space.
            labelWords.visit(bytes, where: { _ in true }) { value, start, end in
                found.append(Label(value: value, place: Place(end: end, length: end - start)))
            }
        }
        return found
    }

    /// The place of the word of some roles that ends last, the longest of several; nil where there is none.
    func last(_ wanted: RoleSet, in labels: [Label]) -> Place? {
        var last: Place?
        for label in labels where isOne(label, of: wanted) { last = last.map { max($0, label.place) } ?? label.place }
        return last
    }

    func contains(_ wanted: RoleSet, in labels: [Label]) -> Bool { labels.contains { isOne($0, of: wanted) } }

    private func isOne(_ label: Label, of wanted: RoleSet) -> Bool { label.value < roles.names.count && wanted.contains(label.value) }

    /// The values of words that may be numbers: `one`, `beide`, `両方`.
    func weakNumbers(in labels: [Label]) -> [Double] {
        labels.isEmpty ? [] : labels.compactMap { $0.value < roles.names.count ? nil : weakValues[$0.value - roles.names.count] }
    }

    /// The connector that a whole text in lower case is, as in `**ODER**`.
    func connector(_ lower: [UInt8]) -> RequirementNode.Connector.Kind? {
        // Most texts tell by their first letter that they are none.
        guard let first = lower.first(where: { $0.isASCIIAlphanumeric || $0 >= 0x80 }), first >= 0x80 || connectorStarts.contains(first) else { return nil }
        let text = PreparedText.bytes(of: lower, separatesWords: separatesWords)
        return or.contains(text) ? .or : and.contains(text) ? .and : nil
    }

    /// The levels that a text names. A single character of a script that does not divide words must be the whole text: `金` is no part of
    /// `料金`.
    func levels(in text: PreparedText) -> [String] {
        levels.filter { level in
            level.words.contains { word in
                word == text.bytes || (separatesWords || word.count > Self.oneCharacter) && text.bytes.range(of: word, from: 0) != nil
            }
        }.map(\.name)
    }

    /// Bytes of a CJK character (UTF-8).
    private static let oneCharacter = 3

    // MARK: Words

    /// True where a text in lower case starts as a note: `Hinweis: …`, `注：…`, `Примечание. …`.
    func startsNote(_ bytes: [UInt8]) -> Bool {
        let bytes = bytes.prefix(Self.longestNoteStart)
        let start = bytes.firstIndex { $0.isASCIIAlphanumeric || $0 >= 0x80 } ?? bytes.count
        guard start < bytes.count else { return false }
        return notes.contains { word in
            let end = start + word.count
            guard word[0] == bytes[start], end <= bytes.count, bytes[start..<end].elementsEqual(word) else { return false }
            return Self.endsNoteWord(bytes[end...])
        }
    }

    private static let longestNoteStart = 96

    private static func endsNoteWord(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
        guard !rest.isEmpty else { return true }
        // : . ! ： 。 ！ –  —
        return [":", ".", "!", "：", "。", "！", "–", "—"].contains { rest.starts(with: $0.utf8) }
    }

    /// The spelled-out cardinals of a text, as in `two`.
    func cardinals(in text: PreparedText) -> [Double] {
        guard separatesWords else { return [] }
        return text.bytes.split(separator: 0x20).compactMap { cardinals[String(decoding: $0, as: UTF8.self)] }
    }

    /// True where the word is a cardinal and neither a month nor an ordinal.
    func isCardinal(_ word: String) -> Bool { cardinals[word.lowercased()] != nil }
}
