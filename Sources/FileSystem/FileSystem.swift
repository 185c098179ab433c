import Glibc
import LocalizationModel

/// Files and folders through the C library: Foundation's calls cost ten times as much on a site of many small files.
public enum FileSystem {
    public enum Kind: Sendable {
        case file, folder, other
    }

    /// What kind of thing a path names; nil where there is nothing. Symbolic links are `other`: content comes from
    /// strangers, and a link could lead out of the project.
    public static func kind(_ path: String, followingLinks: Bool = false) -> Kind? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    public static func read(_ path: String) throws(HexaplaError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("read", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw HexaplaError("cannot read '\(path)': it is a folder", remedy: "Name a file") }
        var bytes: [UInt8] = []
        // One byte more than the size says: a full read is seen as the end of the file at once.
        var capacity = max(1, Int(status.st_size)) + 1
        while true {
            let start = bytes.count
            var failed = false
            bytes += [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                var result = Glibc.read(file, buffer.baseAddress, buffer.count)
                while result < 0, errno == EINTR { result = Glibc.read(file, buffer.baseAddress, buffer.count) }
                failed = result < 0
                count = max(0, result)
            }
            if failed { throw failure("read", path) }
            if bytes.count - start < capacity { return bytes }
            capacity = 1 << 16
        }
    }

    /// The beginning of a file: so many bytes, fewer where it is shorter.
    public static func read(_ path: String, atMost limit: Int) throws(HexaplaError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("read", path) }
        defer { close(file) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let result = Glibc.read(file, buffer.baseAddress.map { $0 + count }, limit - count)
                if result > 0 {
                    count += result
                } else if result == 0 || errno != EINTR {
                    failed = result < 0
                    break
                }
            }
        }
        if failed { throw failure("read", path) }
        return bytes
    }

    /// The names in a folder, sorted by their bytes, without `.` and `..`.
    public static func names(inFolder path: String) throws(HexaplaError) -> [String] {
        guard let folder = opendir(path) else { throw failure("list", path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A regular file's size and time of change; nil where there is none. Symbolic links are no files.
    public static func stamp(_ path: String, followingLinks: Bool = false) -> FileStamp? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStamp(status)
    }

    /// What stands in a folder.
    public struct Entry: Sendable {
        public let name: String
        public let kind: Kind
        /// That of no file where this is none.
        public let stamp: FileStamp

        public init(name: String, kind: Kind, stamp: FileStamp = .none) {
            self.name = name
            self.kind = kind
            self.stamp = stamp
        }
    }

    /// The files and folders in a folder, sorted by the bytes of their names, without `.` and `..`: one system call an entry.
    public static func entries(inFolder path: String) throws(HexaplaError) -> [Entry] {
        guard let folder = opendir(path) else { throw failure("list", path) }
        defer { closedir(folder) }
        let descriptor = dirfd(folder)
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            var status = stat()
            guard fstatat(descriptor, &entry.pointee.d_name.0, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: UnsafeRawBufferPointer(rebasing: $0.prefix { $0 != 0 }), as: UTF8.self) }
            // Bytes that are no UTF-8 name a file that no address and no message can name.
            guard name.utf8.elementsEqual(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }) else {
                entries.append(Entry(name: name, kind: .other))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: entries.append(Entry(name: name, kind: .file, stamp: FileStamp(status)))
            case S_IFDIR: if name != ".", name != ".." { entries.append(Entry(name: name, kind: .folder)) }
            default: entries.append(Entry(name: name, kind: .other))
            }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Writes a file so that no reader ever sees half of it: beside its place, then renamed.
    /// A file that has these bytes already is left alone; returns whether anything was written.
    @discardableResult
    public static func write(_ bytes: [UInt8], to path: String) throws(HexaplaError) -> Bool {
        if kind(path) == .file, let old = try? read(path), old == bytes { return false }
        let temporary = path + ".new-\(getpid())"
        try writeInPlace(bytes, to: temporary)
        try move(temporary, to: path)
        return true
    }

    /// Writes a file that nobody reads yet; what stood there is lost. Returns its stamp.
    @discardableResult
    public static func writeInPlace(_ bytes: [UInt8], to path: String) throws(HexaplaError) -> FileStamp {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw failure("write", path) }
        var isOpen = true
        do throws(HexaplaError) {
            try append(bytes, to: file, path)
            var status = stat()
            let isKnown = fstat(file, &status) == 0
            isOpen = false
            guard close(file) == 0, isKnown else { throw failure("write", path) }
            return FileStamp(status)
        } catch {
            if isOpen { close(file) }
            unlink(path)
            throw error
        }
    }

    private static func append(_ bytes: [UInt8], to file: Int32, _ path: String) throws(HexaplaError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + offset }, bytes.count - offset) }
            if count < 0, errno != EINTR { throw failure("write", path) }
            offset += max(0, count)
        }
    }

    /// Puts a file into the place of another at once; both on one file system. The file to move is removed where that fails.
    public static func move(_ from: String, to path: String) throws(HexaplaError) {
        guard rename(from, path) == 0 else {
            let error = failure("write", path)
            unlink(from)
            throw error
        }
    }

    /// Makes a folder and those above it; nothing happens where it exists.
    public static func makeFolder(_ path: String) throws(HexaplaError) {
        if path.isEmpty || kind(path, followingLinks: true) == .folder { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST && kind(path, followingLinks: true) == .folder else { throw failure("make the folder", path) }
    }

    public static func remove(_ path: String) { unlink(path) }

    /// Removes a folder that is empty; leaves any other.
    public static func removeEmptyFolder(_ path: String) { rmdir(path) }

    /// Takes a lock that one program at a time holds, until `release`; waits for it.
    public static func lock(_ path: String) throws(HexaplaError) -> Int32 {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw failure("lock", path) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                close(file)
                throw failure("lock", path)
            }
        }
        return file
    }

    public static func release(_ lock: Int32) { close(lock) }

    /// The path with symbolic links and `..` resolved; nil where nothing is there.
    public static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    static func failure(_ verb: String, _ path: String) -> HexaplaError {
        HexaplaError("cannot \(verb) '\(path)': \(String(cString: strerror(errno)))", remedy: "Check the path and its permissions")
    }
}
