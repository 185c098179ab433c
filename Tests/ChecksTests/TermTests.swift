import LocalizationModel
import Testing

@testable import Pipeline

/// What counts as a term of the glossary in real sentences, and what does not.
@Suite("Terms in texts") struct TermTests {
    private static let rules: Set<String> = ["forbidden-term", "missing-term", "translated-term"]

    struct Case: CustomTestStringConvertible, Sendable {
        let glossary: String
        let source: String
        let locale: String
        let target: String
        /// `severity rule found`; nil for none.
        let finding: String?
        var testDescription: String { "\(locale): \(target)" }

        init(_ glossary: String, _ source: String, _ locale: String, _ target: String, _ finding: String? = nil) {
            self.glossary = glossary
            self.source = source
            self.locale = locale
            self.target = target
            self.finding = finding
        }
    }

    private static let partner =
        "terms: {partner: {de-DE: {preferred: Partner, forbidden: [Kollege, Partei]}, ru-RU: {preferred: партнёр, forbidden: партнер}}}"
    private static let program = "terms: {partner program: {ru-RU: партнёрская программа, zh-TW: 合作夥伴計劃, de-DE: Partnerprogramm}}"
    private static let user = "terms: {user: {ja-JP: {preferred: ユーザー, forbidden: ユーザ}, zh-TW: {preferred: 使用者, forbidden: 用戶}}}"
    private static let names = "do-not-translate: [Partner Center, .NET, Fast Track]\nterms: {partner: {ja-JP: パートナー}}"
    private static let network = "terms: {internet: {de-DE: {preferred: Internet, forbidden: Netz}, en-US: {forbidden: Internet}}}"

    static let cases = [
        // Endings and compounds.
        Case(partner, "Ask the partners.", "de-DE", "Fragen Sie die Partnerinnen."), Case(partner, "Ask the partners.", "de-DE", "Das gilt mit Partnern."),
        Case(partner, "The partner's fee is due.", "de-DE", "Die Partnergebühr ist fällig."),
        Case(partner, "Ask the partners.", "de-DE", "Fragen Sie die Kollegen.", "warning forbidden-term Kollegen"),
        Case(partner, "Ask the partners.", "de-DE", "Fragen Sie den Kollegenkreis.", "note missing-term Fragen Sie den Kollegenkreis."),
        Case(partner, "The guests left.", "de-DE", "Die Parteien gingen.", "note forbidden-term Parteien"),
        Case(program, "Leave the partner program.", "ru-RU", "Выйдите из партнёрской программы."),
        Case(program, "Leave the partner program.", "ru-RU", "Выйдите из неё.", "note missing-term Выйдите из неё."),
        // A letter tells the forbidden spelling from the preferred one.
        Case(partner, "Ask the partner.", "ru-RU", "Спросите партнёра."),
        Case(partner, "Ask the partner.", "ru-RU", "Спросите партнера.", "warning forbidden-term партнера"),
        // Scripts without spaces.
        Case(user, "The user signs in.", "ja-JP", "ユーザーがサインインします。"),
        Case(user, "The user signs in.", "ja-JP", "ユーザがサインインします。", "warning forbidden-term ユーザ"),
        Case(user, "The user signs in.", "zh-TW", "使用者登入。"), Case(user, "The user signs in.", "zh-TW", "用戶登入。", "warning forbidden-term 用戶"),
        Case(user, "The user opens the tenant.", "zh-TW", "使用者開啟租用戶。", "note forbidden-term 用戶"),
        Case(program, "Join the partner program.", "zh-TW", "加入這項計劃。"),
        Case(program, "Join the partner program.", "zh-TW", "立即加入。", "note missing-term 立即加入。"),
        // Alone in its segment.
        Case(program, "## Partner program\n", "zh-TW", "## 聯盟\n", "warning missing-term 聯盟"),
        // Names.
        Case(names, "Open Partner Center.", "ja-JP", "Partner Center を開きます。"),
        Case(names, "Open Partner Center.", "ja-JP", "パートナー センターを開きます。", "note translated-term パートナー センターを開きます。"),
        Case(names, "Open Partner Center.", "de-DE", "Öffnen Sie das Partner-Center.", "warning translated-term Partner-Center"),
        Case(names, "Open Partner Center.", "de-DE", "Öffnen Sie partner center.", "warning translated-term partner center"),
        Case(names, "Open the Partner Center page.", "de-DE", "Öffnen Sie die Partner Center-Seite."),
        Case(names, "Open `Partner Center` now.", "de-DE", "Öffnen Sie `Portal` jetzt."), Case(names, "Use ASP.NET here.", "de-DE", "Nutzen Sie ASP.NET hier."),
        // Case, code, addresses.
        Case("terms: {IT: {de-DE: IT}}", "It is late.", "de-DE", "Es ist spät."), Case(partner, "Run `partner` now.", "de-DE", "Starten Sie das."),
        Case(partner, "See partner.example.com now.", "de-DE", "Siehe jetzt dort."),
        Case(partner, "See [it](partner/start.md) now.", "de-DE", "Siehe [es](partner/start.md)."),
    ]

    @Test(arguments: cases) func judged(_ item: Case) throws {
        let findings = try Groups.findings([("en-US", item.source), (item.locale, item.target)], glossary: item.glossary).filter {
            Self.rules.contains($0.rule)
        }
        #expect(findings.map { "\($0.severity.rawValue) \($0.rule) \($0.evidence?.found ?? "")" } == [item.finding].compactMap { $0 })
    }

    @Test func theMarkIsTheVeryWord() throws {
        let findings = try Groups.findings(
            [("en-US", "The `Kollege` is a partner."), ("de-DE", "Der `Kollege` ist ein **Kollege**.")], glossary: Self.partner)
        let finding = try #require(findings.first { $0.rule == "forbidden-term" })
        #expect(finding.target?.marks.map(\.column) == [25])
        #expect(finding.evidence?.expected == "Partner")
    }

    @Test func titlesAndLinkTitlesAreRead() throws {
        let findings = try Groups.findings(
            [
                ("en-US", "---\ntitle: The partner\n---\nSee [it](a.md \"Your partner\")."),
                ("de-DE", "---\ntitle: Der Kollege\n---\nSiehe [es](a.md \"Ihr Kollege\")."),
            ],
            glossary: Self.partner)
        #expect(findings.filter { $0.rule == "forbidden-term" }.map { $0.target?.line } == [2, 4])
    }

    /// Names that are kept by design are no words of the source's language.
    @Test(arguments: [
        ("de-DE", "## Cloud Solution Provider\n\nText auf Deutsch.\n\n## Managing Partner Accounts\n"),
        ("ja-JP", "## Cloud Solution Provider\n\n日本語の文章です。\n\n## Managing Partner Accounts\n"),
    ]) func keptTitlesAreTranslated(_ locale: String, _ target: String) throws {
        let source = "## Cloud Solution Provider\n\nText in English.\n\n## Managing Partner Accounts\n"
        let glossary = "do-not-translate: [Cloud Solution Provider, Managing Partner Accounts]"
        let findings = try Groups.findings([("en-US", source), (locale, target)], glossary: glossary)
        #expect(findings.isEmpty, "\(findings.map(\.message))")
    }

    @Test func keptNamesLeaveTheRestToBeJudged() throws {
        let source = "Read the guide to Managing Partner Accounts before the end of the month."
        let glossary = "do-not-translate: [Managing Partner Accounts]"
        func rules(_ target: String) throws -> [String] { try Groups.findings([("en-US", source), ("de-DE", target)], glossary: glossary).map(\.rule) }
        #expect(try rules("Lesen Sie die Anleitung zu Managing Partner Accounts bis zum Ende des Monats.").isEmpty)
        #expect(try rules(source) == ["untranslated-segment"])
    }
}
