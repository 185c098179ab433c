import FileSystem
import LocalizationModel
import Synchronization

/// What is known of groups and too long for the state: findings, terms for search, each in a run of bytes of one file. A program only appends,
/// so that one that is killed leaves what the last one knew; what nobody refers to any more is left out when it outweighs the rest.
final class RecordStore: Sendable {
    /// Where a record lies.
    struct Range: Hashable, Sendable {
        let start: Int
        let count: Int
        /// Of the bytes there.
        let digest: UInt64

        /// Of a run that remembers nothing.
        static let empty = Range(start: 0, count: 0, digest: 0)
    }

    private let file: RandomAccessFile
    private let position: Mutex<Int>

    /// - Parameter end: how much of the file is in use.
    init(_ path: String, end: Int) throws(HexaplaError) {
        file = try RandomAccessFile(path)
        position = Mutex(end)
    }

    var end: Int { position.withLock { $0 } }

    func add(_ findings: [Finding]) throws(HexaplaError) -> Range { try add(FindingCoding.bytes(findings)) }

    func add(_ bytes: [UInt8]) throws(HexaplaError) -> Range {
        let start = position.withLock { position in
            defer { position += bytes.count }
            return position
        }
        try file.write(bytes, at: start)
        return Range(start: start, count: bytes.count, digest: Digest.fast(bytes))
    }

    /// Nil where the bytes are not those that were written.
    func findings(_ range: Range) -> [Finding]? { bytes(range).flatMap { try? FindingCoding.findings($0) } }

    /// Nil where the bytes are not those that were written.
    func bytes(_ range: Range) -> [UInt8]? {
        guard range.start >= 0, range.count >= 0, let bytes = file.read(range.count, at: range.start), Digest.fast(bytes) == range.digest else { return nil }
        return bytes
    }

    /// Copies what is referred to into another store; nil for what cannot be read.
    func copy(_ ranges: [Range], to other: RecordStore) throws(HexaplaError) -> [Range?] {
        var copies: [Range?] = []
        for range in ranges {
            if let bytes = bytes(range) { copies.append(try other.add(bytes)) } else { copies.append(nil) }
        }
        return copies
    }
}
