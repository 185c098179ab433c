import LocalizationModel

/// A check as JUnit XML: a suite for each locale, a case for each finding, and one that passes where there is none.
///
/// There is no standard; written is what Jenkins and GitLab read. Names of cases hold no line numbers, so that a test stays the same test
/// when the page is edited elsewhere.
public enum JUnitReport {
    private typealias Suite = (locale: LocaleTag, findings: [ReportedFinding])

    public static func report(_ report: CheckReport) -> [UInt8] {
        let byLocale = Dictionary(grouping: report.findings) { $0.finding.locale }
        let locales = Set(report.locales.map(\.locale)).union(byLocale.keys).sorted()
        let suites = locales.map { ($0, byLocale[$0] ?? []) }
        let failures = report.findings.count { isFailure($0, report) }
        let skipped = report.findings.count { !$0.isOpen }
        var writer = XMLWriter()
        writer.element(
            "testsuites",
            [
                ("name", "hexapla"), ("tests", "\(report.findings.count + suites.count + report.problems.count)"), ("failures", "\(failures)"),
                ("errors", "\(report.problems.count)"), ("skipped", "\(skipped)"),
            ]
        ) { writer in
            for suite in suites { write(suite, report, &writer) }
            if !report.problems.isEmpty || suites.isEmpty { program(report.problems, &writer) }
        }
        return writer.bytes
    }

    private static func isFailure(_ item: ReportedFinding, _ report: CheckReport) -> Bool {
        item.isOpen && report.threshold.map { item.finding.severity >= $0 } ?? false
    }

    private static func write(_ suite: Suite, _ report: CheckReport, _ writer: inout XMLWriter) {
        let status = report.locales.first { $0.locale == suite.locale }
        writer.element(
            "testsuite",
            [
                ("name", suite.locale.description), ("tests", "\(suite.findings.count + 1)"),
                ("failures", "\(suite.findings.count { isFailure($0, report) })"), ("errors", "0"), ("skipped", "\(suite.findings.count { !$0.isOpen })"),
            ]
        ) { writer in
            if let status {
                writer.element("properties", []) { writer in
                    for (name, value) in [("percent", status.percent), ("pages", status.pages), ("missing_pages", status.missingPages)] {
                        writer.element("property", [("name", name), ("value", "\(value)")])
                    }
                }
            }
            // A suite without cases is 'no tests' to some servers.
            writer.element("testcase", [("classname", suite.locale.description), ("name", "checked")])
            var counter = FingerprintCounter()
            for item in suite.findings { write(item, report, &counter, &writer) }
        }
    }

    private static func write(_ item: ReportedFinding, _ report: CheckReport, _ counter: inout FingerprintCounter, _ writer: inout XMLWriter) {
        let finding = item.finding
        let name = "\(finding.rule): \(finding.message)"
        let number = counter.next(finding.file + "\u{1F}" + name)
        let attributes = [
            ("classname", finding.file), ("name", number == 1 ? name : "\(name) (\(number))"), ("file", finding.file), ("line", "\(finding.line)"),
        ]
        writer.element("testcase", attributes) { writer in
            if let reason = finding.suppression {
                writer.element("skipped", [("message", "suppressed: \(reason)")])
            } else if item.state == .known {
                writer.element("skipped", [("message", "known: in the baseline")])
            } else if isFailure(item, report) {
                writer.element("failure", [("message", finding.message), ("type", finding.severity.rawValue)], text: details(item))
            } else {
                writer.element("system-out", text: "\(finding.severity.rawValue): line \(finding.line)")
            }
        }
    }

    /// What could not be done.
    private static func program(_ problems: [HexaplaError], _ writer: inout XMLWriter) {
        let counts = [("tests", "\(max(1, problems.count))"), ("failures", "0"), ("errors", "\(problems.count)"), ("skipped", "0")]
        writer.element("testsuite", [("name", "hexapla")] + counts) { writer in
            if problems.isEmpty { writer.element("testcase", [("classname", "hexapla"), ("name", "checked")]) }
            for (index, problem) in problems.enumerated() {
                writer.element("testcase", [("classname", "hexapla"), ("name", "problem \(index + 1)")]) { writer in
                    writer.element("error", [("message", problem.message), ("type", "problem")], text: problem.remedy ?? "")
                }
            }
        }
    }

    private static func details(_ item: ReportedFinding) -> String {
        let finding = item.finding
        var lines = ["\(finding.file):\(finding.line): \(finding.severity.rawValue): \(finding.message)"]
        if let source = finding.source { lines.append("source \(source.line): \(VisibleText.of(source.text.shortened(500)))") }
        if let target = finding.target { lines.append("translation \(target.line): \(VisibleText.of(target.text.shortened(500)))") }
        if let match = finding.evidence?.translation { lines.append("perhaps: \(VisibleText.of(match.entry.target.shortened(500)))") }
        return (lines + ["hexapla explain \(finding.rule)"]).joined(separator: "\n")
    }
}
