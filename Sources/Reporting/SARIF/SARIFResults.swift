import LocalizationModel

/// Findings as results of a run.
struct SARIFResults {
    private let report: CheckReport
    private let rules: SARIFRules
    private var counter = FingerprintCounter()

    init(_ report: CheckReport, _ rules: SARIFRules) {
        self.report = report
        self.rules = rules
    }

    /// So many characters of a text are quoted: a page may be one line.
    private static let mostQuoted = 1_000

    mutating func write(_ item: ReportedFinding, _ writer: inout JSONWriter) {
        let finding = item.finding
        let occurrence = counter.next(item.fingerprint)
        writer.object { writer in
            head(finding.rule, finding.severity, finding.message, &writer)
            if report.fixed != nil { writer.member("baselineState", item.state == .new ? "new" : "unchanged") }
            writer.key("locations")
            writer.array { location(finding.file, finding.extent, &$0) }
            related(finding, &writer)
            fingerprints(item.fingerprint, occurrence, &writer)
            if let reason = finding.suppression {
                writer.key("suppressions")
                writer.array { writer in
                    writer.object { writer in
                        writer.member("kind", "inSource")
                        writer.member("justification", VisibleText.of(reason))
                    }
                }
            }
            writer.key("properties")
            writer.object { writer in
                writer.member("locale", finding.locale.description)
                writer.member("page", finding.page)
                writer.member("sign", finding.sign.rawValue)
                if let key = finding.key { writer.member("key", key) }
                if let expected = finding.evidence?.expected { writer.member("expected", expected.shortened(Self.mostQuoted)) }
                if let found = finding.evidence?.found { writer.member("found", found.shortened(Self.mostQuoted)) }
                if let match = finding.evidence?.translation { writer.member("translation", match.entry.target.shortened(Self.mostQuoted)) }
            }
        }
    }

    /// What the baseline holds and the pages have no more.
    mutating func write(_ entry: Baseline.Entry, _ writer: inout JSONWriter) {
        let occurrence = counter.next(entry.fingerprint)
        writer.object { writer in
            head(entry.rule, entry.severity, entry.message, &writer)
            writer.member("baselineState", "absent")
            if entry.count > 1 { writer.member("occurrenceCount", entry.count) }
            if let file = report.files[entry.page, entry.locale] {
                writer.key("locations")
                writer.array { location(file, nil, &$0) }
            }
            fingerprints(entry.fingerprint, occurrence, &writer)
            writer.key("properties")
            writer.object { writer in
                writer.member("locale", entry.locale.description)
                writer.member("page", entry.page)
            }
        }
    }

    // MARK: Parts

    private func head(_ rule: String, _ severity: Severity, _ message: String, _ writer: inout JSONWriter) {
        writer.member("ruleId", rule)
        if let index = rules[rule] { writer.member("ruleIndex", index) }
        writer.member("level", severity.rawValue)
        writer.key("message")
        SARIFReport.message(message, &writer)
    }

    /// Two findings of one identity on one page are told apart by their number. Code scanning goes by `primaryLocationLineHash`.
    private func fingerprints(_ fingerprint: String, _ occurrence: Int, _ writer: inout JSONWriter) {
        writer.key("partialFingerprints")
        writer.object { writer in
            writer.member("hexapla/v1", fingerprint)
            writer.member("primaryLocationLineHash", "\(fingerprint):\(occurrence)")
        }
    }

    private func location(_ file: String, _ extent: Finding.Extent?, id: Int? = nil, message: String? = nil, _ writer: inout JSONWriter) {
        writer.object { writer in
            if let id { writer.member("id", id) }
            writer.key("physicalLocation")
            writer.object { writer in
                writer.key("artifactLocation")
                writer.object { writer in
                    let uri = FileURI(file)
                    writer.member("uri", uri.text)
                    if uri.isRelative { writer.member("uriBaseId", SARIFReport.root) }
                }
                if let extent { region(extent, &writer) }
            }
            if let message {
                writer.key("message")
                SARIFReport.message(message, &writer)
            }
        }
    }

    private func region(_ extent: Finding.Extent, _ writer: inout JSONWriter) {
        writer.key("region")
        writer.object { writer in
            writer.member("startLine", extent.line)
            writer.member("startColumn", extent.column)
            writer.member("endLine", extent.endLine)
            writer.member("endColumn", extent.endColumn)
            if extent.isText, extent.text.utf8.count <= Self.mostQuoted, !extent.text.isEmpty {
                writer.key("snippet")
                writer.object { $0.member("text", extent.text) }
            }
        }
    }

    /// The source's side, or the place on the other side after which a text would stand.
    private func related(_ finding: Finding, _ writer: inout JSONWriter) {
        var places: [(file: String, place: Finding.Place, message: String)] = []
        let source = report.sourceFile(of: finding)
        if let source, let place = finding.source { places.append((source, place, "The source")) }
        if let after = finding.evidence?.after {
            if finding.target == nil {
                places.append((finding.file, after, "In the translation it would stand after this"))
            } else if let source {
                places.append((source, after, "The source has nothing like it after this"))
            }
        }
        guard !places.isEmpty else { return }
        writer.key("relatedLocations")
        writer.array(places.enumerated()) { writer, item in
            location(item.element.file, Finding.Extent(item.element.place), id: item.offset, message: item.element.message, &writer)
        }
    }
}
