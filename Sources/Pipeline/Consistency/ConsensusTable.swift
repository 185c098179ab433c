import LocalizationModel

/// What every page said when it was last judged, and where it stands against the others: kept apart from `KnownProject`, which a run that
/// changes nothing reads.
struct ConsensusTable: Sendable {
    /// A group.
    struct Row: Sendable {
        /// Sorted, without doubles.
        var statements: [SiteStatement] = []
        /// Sorted by subject.
        var divergences: [Divergence] = []
    }

    /// A subject of which a group says something else than most.
    struct Divergence: Hashable, Sendable {
        let subject: UInt64
        /// What most say.
        let wording: UInt32
        /// The first page, by its path, that says so.
        let page: String
    }

    /// In the order of `KnownProject.groups`.
    let rows: [Row]

    init(rows: [Row]) { self.rows = rows }

    // MARK: Bytes

    private static let format = 1

    func bytes() -> [UInt8] {
        var writer = ByteWriter()
        writer.reserve(rows.reduce(16) { $0 + 16 + 12 * $1.statements.count + 64 * $1.divergences.count })
        writer.number(Self.format)
        writer.list(rows) { writer, row in
            writer.list(row.statements) { writer, statement in
                writer.word(statement.subject)
                writer.half(statement.wording)
            }
            writer.list(row.divergences) { writer, divergence in
                writer.word(divergence.subject)
                writer.half(divergence.wording)
                writer.text(divergence.page)
            }
        }
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws(ByteReader.Broken) {
        var reader = ByteReader(bytes)
        guard try reader.number() == Self.format else { throw ByteReader.Broken() }
        rows = try reader.list { (reader) throws(ByteReader.Broken) in
            let statements = try reader.list { (reader) throws(ByteReader.Broken) in
                SiteStatement(subject: try reader.word(), wording: try reader.half())
            }
            let divergences = try reader.list { (reader) throws(ByteReader.Broken) in
                Divergence(subject: try reader.word(), wording: try reader.half(), page: try reader.text())
            }
            return Row(statements: statements, divergences: divergences)
        }
    }
}
