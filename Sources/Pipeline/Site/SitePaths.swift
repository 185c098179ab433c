import LocalizationModel

/// Addresses inside the site. Every address is relative, so that the site opens from disk.
enum SitePaths {
    /// `competencies/devops.md` → `competencies/devops.html`.
    static func html(_ page: String) -> String {
        let path = page.utf8
        let ending = path.suffix(3).elementsEqual(".md".utf8) ? 3 : path.suffix(9).elementsEqual(".markdown".utf8) ? 9 : 0
        return String(Substring(path.dropLast(ending))) + ".html"
    }

    /// The folder of a path, with a slash at its end; empty at the root.
    static func folder(_ path: String) -> String { path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "" }

    /// `a/b/../c` → `a/c`; nil where the path leaves its root.
    static func normalised(_ path: String) -> String? {
        if isNormalised(path) { return path }
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

    /// True where no part of a path is empty, `.` or `..`.
    private static func isNormalised(_ path: String) -> Bool {
        // Of the part so far.
        var (length, dots) = (0, 0)
        var isName: Bool { length > 2 || length > dots }
        for byte in path.utf8 {
            if byte == UInt8(ascii: "/") {
                guard isName else { return false }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return isName
    }

    /// The way from a folder (as `folder` gives it) to a path, both below the same root.
    static func relative(from folder: String, to path: String) -> String {
        var (shared, length) = (0, 0)
        for (own, other) in zip(folder.utf8, path.utf8) {
            guard own == other else { break }
            length += 1
            if own == UInt8(ascii: "/") { shared = length }
        }
        let up = folder.utf8.dropFirst(shared).count { $0 == UInt8(ascii: "/") }
        return String(repeating: "../", count: up) + String(Substring(path.utf8.dropFirst(shared)))
    }

    /// Percent-encodes what may not stand in an address (RFC 3986, section 2); `%` is left as it is.
    static func encoded(_ path: String) -> String {
        guard path.utf8.contains(where: isUnsafe) else { return path }
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            if isUnsafe(byte) {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// True for a byte that may not stand in an address as it is.
    static func isUnsafe(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...: true
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
            UInt8(ascii: "|"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    /// `%20` → a space; broken escapes stay.
    static func decoded(_ address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
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
