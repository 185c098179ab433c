import Glibc
import LocalizationModel

/// Reads small files and folders through the C library.
enum FileBytes {
    static func read(_ path: String) throws(HexaplaError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("read", path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("read", path)
            }
            if count == 0 { return bytes }
            bytes += chunk[0..<count]
        }
    }

    /// The names in a folder, in no particular order.
    static func names(inDirectory path: String) throws(HexaplaError) -> [String] {
        guard let directory = opendir(path) else { throw failure("list", path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names
    }

    private static func failure(_ verb: String, _ path: String) -> HexaplaError {
        HexaplaError(
            "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))", remedy: "Check the path and its permissions")
    }
}
