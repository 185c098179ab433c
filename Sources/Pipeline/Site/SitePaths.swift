import LocalizationModel

/// Addresses inside the site. Every address is relative, so that the site opens from disk.
enum SitePaths {
    /// `competencies/devops.md` → `competencies/devops.html`.
    static func html(_ page: String) -> String {
        for ending in [".md", ".markdown"] where page.hasSuffix(ending) { return page.dropLast(ending.count) + ".html" }
        return page + ".html"
    }

    /// The folder of a path, with a slash at its end; empty at the root.
    static func folder(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    /// `a/b/../c` → `a/c`; nil where the path leaves its root.
    static func normalised(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            if part == "." { continue }
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The way from a folder (as `folder` gives it) to a path, both below the same root.
    static func relative(from folder: String, to path: String) -> String {
        let from = folder.split(separator: "/")
        let to = path.split(separator: "/", omittingEmptySubsequences: false)
        let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: from.count - shared) + to.dropFirst(shared).joined(separator: "/")
    }

    /// Percent-encodes what may not stand in an address (RFC 3986, section 2); `%` is left as it is.
    static func encoded(_ path: String) -> String {
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            if byte <= 0x20 || byte >= 0x7F || Self.unsafe.contains(byte) {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let unsafe = Set("\"<>\\^`{|}".utf8)

    /// `%20` → a space; broken escapes stay.
    static func decoded(_ address: String) -> String {
        guard address.contains("%") else { return address }
        let source = Array(address.utf8)
        var bytes: [UInt8] = []
        var i = 0
        while i < source.count {
            if source[i] == UInt8(ascii: "%"), i + 2 < source.count, let value = UInt8(String(decoding: source[(i + 1)...(i + 2)], as: UTF8.self), radix: 16),
                value != 0
            {
                bytes.append(value)
                i += 3
            } else {
                bytes.append(source[i])
                i += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
