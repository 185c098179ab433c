import LocalizationModel

/// Addresses inside the site. Every address is relative, so that the site opens from disk.
enum SitePaths {
    /// `competencies/devops.md` → `competencies/devops.html`.
    static func html(_ page: String) -> String {
        let path = page.utf8
        let ending = path.suffix(3).elementsEqual(".md".utf8) ? 3 : path.suffix(9).elementsEqual(".markdown".utf8) ? 9 : 0
        return fitting(String(Substring(path.dropLast(ending))), ".html")
    }

    /// The path with an underscore for each control character, which no address, list or terminal could show, and a digest that tells it from others.
    static func withoutControls(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return path }
        let shown = String(decoding: path.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        let folder = folder(shown)
        return folder + String(Digest.fast(path), radix: 16) + "-" + shown.dropFirst(folder.count)
    }

    /// A file system keeps so many bytes of a name (NAME_MAX), of which a file that is written beside needs some.
    private static let longestName = 240

    /// The path with an ending; a name that would be too long is cut, and a digest of the whole tells it from others.
    static func fitting(_ stem: String, _ ending: String) -> String {
        let stem = withoutControls(stem)
        let name = stem.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.count
        guard name + ending.utf8.count > longestName else { return stem + ending }
        var kept = Array(stem.utf8.dropLast(name - 200))
        while let last = kept.last, last.isContinuation { kept.removeLast() }
        if let last = kept.last, last >= 0xC0 { kept.removeLast() }
        return String(decoding: kept, as: UTF8.self) + "-" + String(Digest.fast(stem), radix: 16) + ending
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

    /// The address of a path: percent-encoded is what may not stand in an address (RFC 3986, section 2), or would mean something else in one.
    static func encoded(_ path: String) -> String { encoded(path) { isUnsafe($0) || isMark($0) } }

    /// A whole address as somebody wrote it, with its query and its fragment.
    static func encodedAddress(_ address: String) -> String { encoded(address, isUnsafe) }

    private static func encoded(_ path: String, _ isUnsafe: (UInt8) -> Bool) -> String {
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

    /// What would end a path, begin a scheme, or be taken for an escape.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
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
