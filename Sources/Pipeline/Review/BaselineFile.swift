import FileSystem
import LocalizationModel

/// A baseline as a file: a line a finding, fields divided by tabs, sorted, so that it reads well in a diff and merges.
public enum BaselineFile {
    private static let head = "# hexapla baseline 1, findings from "
    private static let advice = "# Findings that are known: `hexapla check --baseline` fails only on others. Made by --update-baseline."
    private static let columns = ["page", "locale", "rule", "severity", "count", "fingerprint", "message"]

    /// Nil where there is no such file.
    public static func read(_ path: String) throws(HexaplaError) -> Baseline? {
        guard FileSystem.kind(path, followingLinks: true) != nil else { return nil }
        let lines = String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix(head), let least = Severity(rawValue: String(first.dropFirst(head.count))) else {
            throw fault(path, 1, "this is no baseline of this version")
        }
        var entries: [Baseline.Entry] = []
        entries.reserveCapacity(lines.count)
        for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            guard let entry = entry(line) else { throw fault(path, number + 1, "this is no finding of a baseline") }
            entries.append(entry)
        }
        return Baseline(entries, least: least)
    }

    private static func fault(_ path: String, _ line: Int, _ message: String) -> HexaplaError {
        HexaplaError(
            "\(path):\(line): \(message)",
            remedy: "Take the last good version of the file, or remove it and make it anew with --update-baseline")
    }

    private static func entry(_ line: Substring) -> Baseline.Entry? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == columns.count, let locale = LocaleTag(fields[1]), let severity = Severity(rawValue: String(fields[3])),
            let count = Int(fields[4]), count > 0, fields[5].utf8.count == 16
        else { return nil }
        return .init(
            fingerprint: String(fields[5]), rule: String(fields[2]), severity: severity, page: unescaped(fields[0]), locale: locale,
            message: unescaped(fields[6]), count: count)
    }

    public static func write(_ baseline: Baseline, to path: String) throws(HexaplaError) {
        try FileSystem.write(Array(text(baseline).utf8), to: path)
    }

    static func text(_ baseline: Baseline) -> String {
        var text = "\(head)\(baseline.least.rawValue)\n\(advice)\n# \(columns.joined(separator: "\t"))\n"
        for entry in baseline.all {
            text += "\(escaped(entry.page))\t\(entry.locale)\t\(entry.rule)\t\(entry.severity.rawValue)\t\(entry.count)\t\(entry.fingerprint)\t"
            text += escaped(entry.message) + "\n"
        }
        return text
    }

    // MARK: Escapes

    /// Tabs and line ends divide the fields, and a file name may hold them; a leading number sign would be a comment.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) || text.hasPrefix("#") else { return text }
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\", "#": "\\\(scalar)"
            case "\t": "\\t"
            case "\n": "\\n"
            case "\r": "\\r"
            default: String(scalar)
            }
        }.joined()
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
                continue
            }
            let meant: [Unicode.Scalar: Unicode.Scalar] = ["t": "\t", "n": "\n", "r": "\r"]
            result.append(isEscaped ? meant[scalar] ?? scalar : scalar)
            isEscaped = false
        }
        return String(result)
    }
}
