/// The findings of a report, page by page. They are made when they are asked for and let go again: those of a large site take more memory than
/// all else that a check holds.
public struct ReportedFindings: Sequence, Sendable {
    /// The findings of one page.
    public struct Part: Sendable {
        public let count: Int
        /// Of those that somebody has to act on.
        let open: SeverityCounts
        fileprivate let make: @Sendable () -> [ReportedFinding]

        /// - Parameter make: gives `findings` again, as often as it is asked.
        public init(_ findings: [ReportedFinding], make: @escaping @Sendable () -> [ReportedFinding]) {
            count = findings.count
            open = SeverityCounts(findings.lazy.filter(\.isOpen).map(\.finding))
            self.make = make
        }

        /// Findings that are held as they are.
        public init(_ findings: [ReportedFinding]) { self.init(findings) { findings } }
    }

    public let count: Int
    /// Of those that somebody has to act on.
    let open: SeverityCounts
    private let parts: [Part]

    /// - Parameter parts: in the order of all output.
    public init(_ parts: [Part]) {
        self.parts = parts.filter { $0.count > 0 }
        count = parts.reduce(0) { $0 + $1.count }
        open = parts.reduce(into: SeverityCounts()) { counts, part in
            for severity in Severity.allCases { counts.add(severity, part.open[severity]) }
        }
    }

    public var isEmpty: Bool { count == 0 }

    public var underestimatedCount: Int { count }

    public func makeIterator() -> Iterator { Iterator(parts: parts.makeIterator()) }

    public struct Iterator: IteratorProtocol {
        fileprivate var parts: IndexingIterator<[Part]>
        private var page: IndexingIterator<[ReportedFinding]> = [].makeIterator()

        fileprivate init(parts: IndexingIterator<[Part]>) { self.parts = parts }

        public mutating func next() -> ReportedFinding? {
            while true {
                if let finding = page.next() { return finding }
                guard let part = parts.next() else { return nil }
                page = part.make().makeIterator()
            }
        }
    }
}
