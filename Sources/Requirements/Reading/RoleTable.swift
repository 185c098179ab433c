import LocalizationModel

/// The roles of several vocabularies as small numbers, in the order of their names: languages share them.
///
/// What some roles name ends the role's name, so that a locale file can add to them.
final class RoleTable: Sendable {
    /// A place in `names`.
    typealias Role = Int

    let names: [String]
    /// What each role names: its name without the prefix of its family.
    private let labels: [String]

    let or: RoleSet
    let and: RoleSet
    let same: RoleSet
    let person: RoleSet
    let retired: RoleSet
    let following: RoleSet
    let someOf: RoleSet
    let scopes: RoleSet
    let months: RoleSet
    let currencies: RoleSet
    let counted: RoleSet
    let comparisons: RoleSet
    let periods: [(period: RequirementFacts.Period, roles: RoleSet)]
    /// What a label says of the members of its group. Russian has `или` as `or` and as `either`: `RoleWords` leaves that out.
    let allOf: RoleSet
    let anyOf: RoleSet
    let obligation: RoleSet
    let obligationOrSubject: RoleSet
    let focusArea: RoleSet
    private let clauseRoles: RoleSet
    private let labelRoles: RoleSet

    static let levelPrefix = "level_"
    private static let scopePrefix = "scope_"
    private static let countedPrefix = "counted_"
    private static let currencyPrefix = "currency_"
    /// A month of the locale's own list, from 1 to 12.
    static let monthPrefix = "month_"

    private static let things = ["person", "user", "customer", "reference", "exam", "certification", "assessment", "organization"]
    private static let duties = ["must", "atLeast", "threshold"]
    private static let subjects = ["exam", "certification", "assessment", "person", "reference", "user"]

    init(_ profiles: [LocaleProfile]) {
        let names = Set(profiles.flatMap(\.vocabulary.keys) + (1...12).map { Self.monthPrefix + String($0) }).sorted()
        self.names = names
        let families = [Self.scopePrefix, Self.countedPrefix, Self.currencyPrefix, Self.monthPrefix]
        labels = names.map { name in families.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) } ?? name }
        func set(_ wanted: String...) -> RoleSet { RoleSet(names) { wanted.contains($0) } }
        func family(_ prefix: String) -> RoleSet { RoleSet(names) { $0.hasPrefix(prefix) } }
        or = set("or")
        and = set("and")
        same = set("same")
        person = set("person")
        retired = set("retired")
        following = set("following")
        someOf = set("someOf")
        focusArea = set("subject_focusArea")
        allOf = set("allOf")
        anyOf = set("oneOf", "anyOf", "either")
        scopes = family(Self.scopePrefix)
        months = family(Self.monthPrefix)
        currencies = family(Self.currencyPrefix)
        counted = RoleSet(names) { Self.things.contains($0) || $0.hasPrefix(Self.countedPrefix) }
        comparisons = RoleSet(names) { RequirementFacts.Comparison(rawValue: $0) != nil }
        periods = RequirementFacts.Period.allCases.map { period in (period, set(period.rawValue)) }
        obligation = RoleSet(names) { Self.duties.contains($0) }
        obligationOrSubject = RoleSet(names) { Self.duties.contains($0) || Self.subjects.contains($0) }
        clauseRoles = RoleSet(
            union: [or, and, same, person, retired, following, someOf, scopes, months, currencies, counted, comparisons] + periods.map(\.roles))
        labelRoles = RoleSet(union: [allOf, anyOf, obligationOrSubject, focusArea])
    }

    /// True for roles that are looked for where their words stand, beside numbers and among themselves.
    func isInClauses(_ role: Role) -> Bool { clauseRoles.contains(role) }

    /// True for roles that are looked for in texts as words.
    func isInLabels(_ role: Role) -> Bool { labelRoles.contains(role) }

    /// What a role names, as in `silver` for `level_silver`.
    func label(of role: Role) -> String { labels[role] }

    /// From 1 to 12, for a role of `months`.
    func month(of role: Role) -> Int? { Int(labels[role]) }

    func comparison(of role: Role) -> RequirementFacts.Comparison? { .init(rawValue: names[role]) }
}

/// Some of the roles of a table.
struct RoleSet: Sendable {
    private let members: [Bool]

    init(_ names: [String], where isMember: (String) -> Bool) { members = names.map(isMember) }

    /// - Parameter union: sets of the same table, at least one.
    init(union sets: [RoleSet]) { members = sets[0].members.indices.map { role in sets.contains { $0.contains(role) } } }

    func contains(_ role: RoleTable.Role) -> Bool { members[role] }
}
