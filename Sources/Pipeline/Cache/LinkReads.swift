import LocalizationModel
import Synchronization

/// What the pages of a group asked of the rest of the site: which paths there are, and which anchors other pages offer. With other answers
/// they have to be judged and rendered again.
struct LinkReads: Sendable {
    /// Digests of paths with what was there, ascending.
    fileprivate(set) var present: [UInt64] = []
    /// Digests of paths where nothing was, ascending.
    fileprivate(set) var absent: [UInt64] = []
    /// Digests of paths of pages with the digest of their anchors, ascending.
    fileprivate(set) var anchors: [(page: UInt64, digest: UInt64)] = []

    init() {}

    static func digest(_ path: String) -> UInt64 { Digest.fast(path) }

    /// Of a path and what is there.
    static func digest(_ path: String, _ answer: UInt64) -> UInt64 { FNV1a.next(digest(path), answer) }

    // MARK: Bytes

    func write(_ writer: inout ByteWriter) {
        writer.list(present) { $0.word($1) }
        writer.list(absent) { $0.word($1) }
        writer.list(anchors) { writer, anchor in
            writer.word(anchor.page)
            writer.word(anchor.digest)
        }
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Broken) {
        present = try reader.list { (reader) throws(ByteReader.Broken) in try reader.word() }
        absent = try reader.list { (reader) throws(ByteReader.Broken) in try reader.word() }
        anchors = try reader.list { (reader) throws(ByteReader.Broken) in (page: try reader.word(), digest: try reader.word()) }
    }
}

/// Takes down what the pages of one group ask while they are judged and rendered.
final class LinkReadsRecorder: Sendable {
    private struct Asked {
        var present: Set<UInt64> = []
        var absent: Set<UInt64> = []
        var anchors: [UInt64: UInt64] = [:]
    }

    private let recorded = Mutex(Asked())

    var reads: LinkReads {
        recorded.withLock { asked in
            var reads = LinkReads()
            reads.present = asked.present.sorted()
            reads.absent = asked.absent.sorted()
            reads.anchors = asked.anchors.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            return reads
        }
    }

    /// - Parameter answer: nil where nothing is there.
    func asked(_ path: String, _ answer: UInt64?) {
        let key = answer.map { LinkReads.digest(path, $0) } ?? LinkReads.digest(path)
        recorded.withLock { _ = answer == nil ? $0.absent.insert(key) : $0.present.insert(key) }
    }

    func asked(anchorsOf path: String, _ digest: UInt64) { recorded.withLock { $0.anchors[LinkReads.digest(path)] = digest } }
}
