import LocalizationModel

/// What a check keeps of one page: its findings as bytes, and what became of the baseline's.
struct JudgedPage: Sendable {
    let path: String
    let findings: ReportedFindings.Part
    let fixed: [Baseline.Entry]
    let kept: [Baseline.Entry]

    init(_ path: String, _ comparison: BaselineComparison) {
        self.path = path
        fixed = comparison.fixed
        kept = comparison.kept
        let bytes = FindingCoding.bytes(comparison.findings.map(\.finding))
        let states = comparison.findings.map(\.state)
        findings = .init(comparison.findings) {
            // They were written a moment ago, by the same program.
            let findings = (try? FindingCoding.findings(bytes)) ?? []
            return zip(findings, states).map { ReportedFinding($0, fingerprint: Fingerprint.of($0.identity), state: $1) }
        }
    }
}
