import LocalizationModel

/// A check as GitLab reads code quality: a list of what is open. What a merge request adds and mends, GitLab finds out by comparing two lists.
public enum CodeQualityReport {
    public static func report(_ report: CheckReport) -> [UInt8] {
        var counter = FingerprintCounter()
        var writer = JSONWriter(indent: 1)
        writer.array(report.findings.lazy.filter(\.isOpen)) { writer, item in
            let finding = item.finding
            let number = counter.next(item.fingerprint)
            writer.object { writer in
                writer.member("description", VisibleText.of(finding.message))
                writer.member("check_name", finding.rule)
                // Unique in the file, or GitLab shows the first one alone.
                writer.member("fingerprint", number == 1 ? item.fingerprint : "\(item.fingerprint)-\(number)")
                writer.member("severity", severity(finding.severity))
                writer.key("location")
                writer.object { writer in
                    writer.member("path", Self.path(finding.file))
                    writer.key("lines")
                    writer.object { writer in
                        writer.member("begin", finding.line)
                        if let end = finding.extent?.endLine, end > finding.line { writer.member("end", end) }
                    }
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// Of `info`, `minor`, `major`, `critical` and `blocker`; none of ours stops a release by itself.
    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .note: "info"
        case .warning: "minor"
        case .error: "major"
        }
    }

    /// Counted from the repository's root, without `./`.
    private static func path(_ file: String) -> String {
        var path = file[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return String(path)
    }
}
