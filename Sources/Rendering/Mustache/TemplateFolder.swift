import Glibc
import LocalizationModel

/// Reads templates from disk without Foundation.
enum TemplateFolder {
    /// The names of the templates in a folder and its `partials`, without `.mustache`, sorted.
    static func names(_ directory: String) throws(HexaplaError) -> [String] {
        guard let top = list(directory) else {
            throw HexaplaError("\(directory): cannot read the templates' folder: \(reason())", remedy: "Check the path")
        }
        let partials = (list(directory + "/partials") ?? []).map { "partials/" + $0 }
        return (top + partials).sorted()
    }

    static func read(_ path: String) throws(HexaplaError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        let chunk = 65_536
        while true {
            let start = bytes.count
            bytes.append(contentsOf: repeatElement(0, count: chunk))
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress?.advanced(by: start), chunk)
            }
            bytes.removeLast(chunk - max(count, 0))
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw unreadable(path) }
        }
    }

    private static func list(_ directory: String) -> [String]? {
        guard let handle = opendir(directory) else { return nil }
        defer { closedir(handle) }
        let suffix = ".mustache"
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(String(name.dropLast(suffix.count))) }
        }
        return names
    }

    private static func unreadable(_ path: String) -> HexaplaError {
        HexaplaError("\(path): cannot read the template: \(reason())", remedy: "Check that it is a file you may read")
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
