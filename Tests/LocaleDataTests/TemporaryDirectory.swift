import Glibc

/// A folder with files that is removed with its owner. A name may have one folder in it, as in `languages/de.txt`.
final class TemporaryDirectory: Sendable {
    let path: String

    init(_ files: [String: String]) throws {
        var template = Array((P_tmpdir + "/hexapla-locales-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files {
            if let slash = name.firstIndex(of: "/") { mkdir("\(path)/\(name[..<slash])", 0o700) }
            let file = open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o600)
            guard file >= 0 else { throw Failure() }
            let bytes = Array(text.utf8)
            _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            close(file)
        }
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        guard let directory = opendir(path) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != "..", unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
        }
        closedir(directory)
        rmdir(path)
    }

    struct Failure: Error {}
}
