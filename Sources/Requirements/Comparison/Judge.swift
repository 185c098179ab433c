import LocalizationModel

/// Tells what holds where languages state different facts, and which of them are wrong or merely older.
///
/// A source file decides for the pages that follow it. Without one, and for pages that follow another version, those that follow the
/// same version must agree among themselves: most of them decide. A page that agrees with its own version, or is alone with one that
/// is older than the newest, is older and not wrong.
struct Judge {
    struct Claim {
        let witness: Witness
        let values: [String]
        let isOpen: Bool
    }

    let witnesses: [Witness]

    init(witnesses: [Witness]) { self.witnesses = witnesses.sorted { $0.locale < $1.locale } }

    func row(_ aspect: FactRow.Aspect, of node: RequirementNode, in section: String, _ claims: [Claim]) -> FactRow {
        let stated = claims.filter { !$0.isOpen }
        let verdict = Verdict(stated)
        let cells = witnesses.map { witness -> FactRow.Cell in
            let claim = claims.first { $0.witness.locale == witness.locale }
            let standing = claim.map { $0.isOpen ? .open : verdict.standing(of: $0) } ?? .open
            return .init(locale: witness.locale, values: claim?.values ?? [], standing: standing, wording: Self.wording(aspect, of: node, in: witness.locale))
        }
        return FactRow(section: section, node: node.id, aspect: aspect, values: verdict.expected, cells: cells)
    }

    private static func wording(_ aspect: FactRow.Aspect, of node: RequirementNode, in locale: LocaleTag) -> RequirementNode.Wording? {
        guard aspect == .connector else { return node.wording(in: locale) }
        return node.readings.first { $0.locale == locale }?.connector?.wording
    }

    /// Who has a requirement and who lacks it.
    func presence(of node: RequirementNode, in section: String) -> FactRow {
        row(
            .presence, of: node, in: section,
            witnesses.map { Claim(witness: $0, values: [node.facts(in: $0.locale) == nil ? "absent" : "present"], isOpen: false) })
    }
}

/// What holds by the claims of several languages.
private struct Verdict {
    /// Empty where there are no claims.
    let expected: [String]
    private let claims: [Judge.Claim]
    private let source: Judge.Claim?
    private let newest: String?
    private let isUnanimous: Bool

    init(_ claims: [Judge.Claim]) {
        self.claims = claims
        source = claims.first { $0.witness.isSource }
        isUnanimous = claims.allSatisfy { $0.values == claims[0].values }
        if isUnanimous {
            newest = nil
            expected = claims.first?.values ?? []
            return
        }
        newest = Self.newestRevision(claims)
        let leading = newest.map { revision in claims.filter { $0.witness.revision == revision } } ?? []
        expected = source?.values ?? Self.majority(leading) ?? Self.majority(claims) ?? claims.first?.values ?? []
    }

    func standing(of claim: Judge.Claim) -> FactRow.Standing {
        if isUnanimous || claim.witness.isSource { return .agrees }
        if source != nil {
            if claim.values == expected { return .agrees }
            return !claim.witness.followsSource && peers(of: claim).contains { $0.values == claim.values } ? .older : .disagrees
        }
        let peers = peers(of: claim)
        if !peers.isEmpty {
            // Even within a version: what the others state breaks the tie, else neither can be believed.
            guard let own = Self.majority(peers + [claim]) ?? Self.majority(claims) else { return .disagrees }
            if own != claim.values { return .disagrees }
            return own == expected ? .agrees : isOlder(claim) ? .older : .disagrees
        }
        if isOlder(claim), claim.values != expected { return .older }
        return claim.values == expected && Self.majority(claims) != nil || isAloneNewest(claim) ? .agrees : .disagrees
    }

    private func peers(of claim: Judge.Claim) -> [Judge.Claim] {
        guard let revision = claim.witness.revision else { return [] }
        return claims.filter { $0.witness.revision == revision && $0.witness.locale != claim.witness.locale }
    }

    /// True where the claim follows a version that was handed off before the newest.
    private func isOlder(_ claim: Judge.Claim) -> Bool {
        guard let newest, let revision = claim.witness.revision else { return false }
        return revision != newest && claims.contains { $0.witness.revision == revision && $0.witness.date != nil }
    }

    private func isAloneNewest(_ claim: Judge.Claim) -> Bool { newest != nil && claim.witness.revision == newest }

    /// The version that was handed off last; nil where no date tells, or all follow the same.
    private static func newestRevision(_ claims: [Judge.Claim]) -> String? {
        var dates: [String: String] = [:]
        for claim in claims {
            guard let revision = claim.witness.revision, let date = claim.witness.date else { continue }
            dates[revision] = max(dates[revision] ?? "", date)
        }
        guard let last = dates.values.max() else { return nil }
        let newest = dates.filter { $0.value == last }
        return newest.count == 1 ? newest.keys.first : nil
    }

    /// The values that more than half of the claims state, or more than any others; nil where two are even.
    private static func majority(_ claims: [Judge.Claim]) -> [String]? {
        let counts = Dictionary(claims.map { ($0.values, 1) }, uniquingKeysWith: +)
        guard let most = counts.values.max() else { return nil }
        let leading = counts.filter { $0.value == most }
        return leading.count == 1 ? leading.keys.first : nil
    }
}
