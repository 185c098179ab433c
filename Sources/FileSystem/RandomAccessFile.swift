import Glibc
import LocalizationModel

/// A file that is read and written at any place, by several threads at once.
public final class RandomAccessFile: Sendable {
    private let path: String
    private let file: Int32

    /// Opens the file, or makes it.
    public init(_ path: String) throws(HexaplaError) {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw FileSystem.failure("open", path) }
    }

    deinit { close(file) }

    public func write(_ bytes: [UInt8], at start: Int) throws(HexaplaError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress.map { $0 + offset }, bytes.count - offset, start + offset) }
            if count < 0, errno != EINTR { throw FileSystem.failure("write", path) }
            offset += max(0, count)
        }
    }

    /// So many bytes from a place on; nil where there are fewer.
    public func read(_ count: Int, at start: Int) -> [UInt8]? {
        var status = stat()
        guard fstat(file, &status) == 0, start + count <= Int(status.st_size) else { return nil }
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while done < count {
                let read = pread(file, buffer.baseAddress.map { $0 + done }, count - done, start + done)
                if read == 0 || read < 0 && errno != EINTR { break }
                done += max(0, read)
            }
            initialized = done
        }
        return done == count ? bytes : nil
    }
}
