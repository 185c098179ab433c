/// A fault or peculiarity of the content, with its place and its evidence.
public struct Finding: Sendable {
    /// A place in one of the two texts.
    public struct Place: Hashable, Sendable {
        public let line: Int
        public let column: Int
        public let endLine: Int
        /// The column after the last character.
        public let endColumn: Int
        /// Both columns counted in bytes of UTF-8.
        public let byteColumn: Int
        public let endByteColumn: Int
        /// The text there, as written.
        public let text: String
        /// The very words that the finding is about, where they are known; in the order of the text.
        public let marks: [Mark]

        public init(
            line: Int, column: Int, endLine: Int, endColumn: Int, byteColumn: Int, endByteColumn: Int, text: String, marks: [Mark] = []
        ) {
            self.line = line
            self.column = column
            self.endLine = endLine
            self.endColumn = endColumn
            self.byteColumn = byteColumn
            self.endByteColumn = endByteColumn
            self.text = text
            self.marks = marks
        }

        /// A place whose lines are those of its text, with ASCII before it.
        public init(line: Int, column: Int, endLine: Int, text: String, marks: [Mark] = []) {
            let start = line == endLine ? column : 1
            let last = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? text.utf8[...]
            self.init(
                line: line, column: column, endLine: endLine, endColumn: start + last.count { !$0.isContinuation }, byteColumn: column,
                endByteColumn: start + last.count, text: text, marks: marks)
        }

        /// Where to look first.
        public var start: TextPosition { marks.first.map { TextPosition(line: $0.line, column: $0.column) } ?? TextPosition(line: line, column: column) }
    }

    /// Words inside a place.
    public struct Mark: Hashable, Sendable {
        public let line: Int
        public let column: Int
        /// The column counted in bytes of UTF-8.
        public let byteColumn: Int
        /// As written.
        public let text: String
        public init(line: Int, column: Int, byteColumn: Int? = nil, text: String) {
            self.line = line
            self.column = column
            self.byteColumn = byteColumn ?? column
            self.text = text
        }
    }

    /// What was expected and what was found instead.
    public struct Evidence: Hashable, Sendable {
        public let expected: String?
        public let found: String?
        /// The words that the source lost and gained since the translation was made.
        public let edits: [WordEdit]
        /// How the same or a like sentence is translated elsewhere.
        public var translation: TranslationMemory.Match?
        /// For a text that only one side has: the place on the other side after which it would stand.
        public let after: Place?
        public init(expected: String? = nil, found: String? = nil, edits: [WordEdit] = [], after: Place? = nil) {
            self.expected = expected
            self.found = found
            self.edits = edits
            self.after = after
        }
    }

    public let rule: String
    public let severity: Severity
    public let sign: Sign
    /// The most specific fact first, no full stop.
    public let message: String
    /// The path of the page below its locale's folder.
    public let page: String
    public let locale: LocaleTag
    /// The file that `target` counts in, as the user named it.
    public let file: String
    public let source: Place?
    public let target: Place?
    public let evidence: Evidence?
    /// The front matter key, for findings about metadata.
    public let key: String?
    /// Why it is none, as a comment in the page says.
    public let suppression: String?

    public init(
        rule: String, severity: Severity, sign: Sign, message: String, page: String, locale: LocaleTag, file: String, source: Place? = nil,
        target: Place? = nil, evidence: Evidence? = nil, key: String? = nil, suppression: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.sign = sign
        self.message = message
        self.page = page
        self.locale = locale
        self.file = file
        self.source = source
        self.target = target
        self.evidence = evidence
        self.key = key
        self.suppression = suppression
    }

    /// The same finding, counted for more or less.
    public func with(severity: Severity) -> Finding { copy(severity: severity, suppression: suppression) }

    /// The same finding, which a comment explains.
    public func suppressed(_ reason: String) -> Finding { copy(severity: severity, suppression: reason) }

    private func copy(severity: Severity, suppression: String?) -> Finding {
        Finding(
            rule: rule, severity: severity, sign: sign, message: message, page: page, locale: locale, file: file, source: source, target: target,
            evidence: evidence, key: key, suppression: suppression)
    }

    /// What makes a finding the same finding after edits elsewhere: no line numbers.
    public var identity: String {
        [rule, page, locale.description, key ?? "", source?.text ?? "", target?.text ?? "", evidence?.expected ?? "", evidence?.found ?? ""]
            .joined(separator: "\u{1F}")
    }

    /// Findings in the order of all output.
    public static func sorted(_ findings: [Finding]) -> [Finding] {
        // Numbers are moved about in place of findings.
        findings.indices.sorted { inOrder(findings[$0], findings[$1]) }.map { findings[$0] }
    }

    /// The order of all output: page, locale, place, rule, message.
    static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.page != b.page { return a.page < b.page }
        if a.locale != b.locale { return a.locale < b.locale }
        let (aLine, bLine) = (a.target?.line ?? 0, b.target?.line ?? 0)
        if aLine != bLine { return aLine < bLine }
        let (aSource, bSource) = (a.source?.line ?? 0, b.source?.line ?? 0)
        if aSource != bSource { return aSource < bSource }
        let (aColumn, bColumn) = (a.target?.column ?? 0, b.target?.column ?? 0)
        if aColumn != bColumn { return aColumn < bColumn }
        if a.rule != b.rule { return a.rule < b.rule }
        return a.message < b.message
    }
}

/// How many findings there are of each severity.
public struct SeverityCounts: Hashable, Sendable {
    private var counts: [Severity: Int] = [:]

    public init() {}

    public init(_ findings: some Sequence<Finding>) { for finding in findings { add(finding.severity, 1) } }

    public mutating func add(_ severity: Severity, _ count: Int) { counts[severity, default: 0] += count }

    public subscript(severity: Severity) -> Int { counts[severity] ?? 0 }

    public func contains(atLeast severity: Severity) -> Bool { counts.contains { $0.key >= severity && $0.value > 0 } }
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Worth a look; never fails a build.
    case note
    /// Nearly always a fault; a person should look.
    case warning
    /// A reader is misled.
    case error

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}
