/// Where a finding stands between two runs of a check.
public enum FindingState: String, Hashable, Sendable, CaseIterable {
    /// Not in the baseline.
    case new
    /// In the baseline: somebody knows of it, and it fails nothing.
    case known
    /// A comment in the page says that it is none, and why.
    case suppressed
}
