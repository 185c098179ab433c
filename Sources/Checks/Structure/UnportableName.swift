import LocalizationModel

/// A file name that other disks cannot hold, or that addresses have to hide.
public enum UnportableName: GroupRule {
    public static let metadata = RuleMetadata(
        id: "unportable-name", severity: .warning, sign: .structure, scope: .site, issueType: "other",
        summary: "The name of a page's file cannot be used everywhere.",
        explanation: """
            Reported are control characters, the signs that Windows does not allow in names (`<>:"|?*\\`) or that mean something in an address (`#?%`), \
            names that Windows keeps for devices (`con`, `nul`, `com1`), a space or a full stop at an end, and names of more than 200 bytes. The page is \
            published all the same: its address is escaped, control characters become `_`, and a name that is too long is cut. Spaces inside a name are a \
            note: links to it need `%20`. Letters of any script are fine. Rename the file.
            """,
        examples: [
            .good(("en-US", "# Fees\n"), ("de-DE", "# Gebühren\n")), .good(("en-US", "# Fees\n"), ("zh-TW", "# 費用\n")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        guard group.site != nil, let fault = Self.fault(group.group.path), let page = group.anyPage else { return [] }
        return [page.finding(Self.self, "The name of this file \(fault.what)", severity: fault.severity, evidence: .init(found: group.group.path))]
    }

    /// Nil for a name that can be used everywhere.
    static func fault(_ path: String) -> (what: String, severity: Severity)? {
        // Most names are letters, digits and hyphens.
        guard path.utf8.contains(where: { $0 <= 0x20 || isReserved($0) }) || path.utf8.count > longest || mayBeDevice(path) else { return nil }
        var hasSpace = false
        for name in path.split(separator: "/") {
            if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return ("has a control character", .warning) }
            if let sign = name.utf8.first(where: isReserved) { return ("has a '\(Character(Unicode.Scalar(sign)))'", .warning) }
            if name.utf8.count > longest { return ("has \(name.utf8.count) bytes", .warning) }
            if name.first == " " || name.last == " " || name.last == "." { return ("begins or ends with a space or a full stop", .warning) }
            if isDevice(name) { return ("is that of a device on Windows", .warning) }
            hasSpace = hasSpace || name.utf8.contains(0x20)
        }
        return hasSpace ? ("has a space", .note) : nil
    }

    private static let longest = 200

    private static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"),
            UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "%"), 0x7F:
            true
        default: false
        }
    }

    private static let devices: Set<String> = ["con", "prn", "aux", "nul"]

    /// False for nearly every path, without cutting it up.
    private static func mayBeDevice(_ path: String) -> Bool { path.utf8.split(separator: UInt8(ascii: "/")).contains { isDevice(Substring($0)) } }

    private static func isDevice(_ name: Substring) -> Bool {
        let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
        guard (3...4).contains(stem.count) else { return false }
        let word = String(decoding: stem.map(\.asciiLowercased), as: UTF8.self)
        if word.utf8.count == 3 { return devices.contains(word) }
        return (word.hasPrefix("com") || word.hasPrefix("lpt")) && word.utf8.last?.isASCIIDigit ?? false && word.utf8.last != UInt8(ascii: "0")
    }
}
