import LocaleData
import Testing

@testable import LocalizationModel

@Suite("Language of a segment, German and English")
struct LanguageVerdictTests {
    private static let german = try? LocaleTagPair.evidence()

    private static func facts(_ plain: String, code: [String] = [], strong: [String] = []) -> SegmentFacts {
        var letters = LetterCounts()
        letters.latin = plain.count { $0.isLetter }
        return SegmentFacts(
            plain: plain, letters: letters, wordCount: plain.split(separator: " ").count, numbers: [], codes: [], inlineCode: code, destinations: [],
            names: [], strong: strong, emphasised: [])
    }

    private static func verdict(_ target: String, _ source: String? = nil, code: [String] = [], strong: [String] = []) throws -> LanguageEvidence.Verdict {
        try #require(german).verdict(on: facts(target, code: code, strong: strong), source: source.map { facts($0) })
    }

    @Test(
        "German is German, full of loan words and names or not",
        arguments: [
            "Datei öffnen", "Support kontaktieren", "Erste Schritte mit Azure DevOps Server", "Cloud Solution Provider werden",
            "Marketing, Sales und Support im Business-Center", "Ihr Service-Level-Agreement und das Monitoring im Dashboard",
            "Das Team deployt den Build per Pipeline in die Cloud, committet ins Repository und merged den Branch.",
        ])
    func own(_ text: String) throws {
        #expect(try Self.verdict(text) == .own)
        #expect(try Self.verdict(text, "Something else in the source") == .own)
    }

    @Test(
        "English is English, with the source's words or with older ones",
        arguments: [
            "Open the file", "Create a new account", "Configure tenant settings", "Review pending invoices monthly", "Assign licenses to users",
            "Trial licences are not included.",
        ])
    func source(_ text: String) throws {
        #expect(try Self.verdict(text, text) == .source)
        #expect(try Self.verdict(text, "Something else in the source") == .source)
        #expect(try Self.verdict(text) == .source)
    }

    @Test(
        "names, loan words and command lines that repeat the source are right in any language",
        arguments: [
            "Visual Studio for Mac", "Power BI in Teams", "Microsoft Certified: Azure Administrator Associate", "Status: optional", "Name (optional)",
            "Partner, Software, Hardware", "Import/Export", "tool.exe pack app.conf lib.zip",
        ])
    func repeated(_ text: String) throws { #expect(try Self.verdict(text, text) == .undecided) }

    @Test("a noun in lower case is no German one")
    func nounInLowerCase() throws {
        #expect(try Self.verdict("Licence option", "Licence option") == .source)
        #expect(try Self.verdict("Option", "Option") == .undecided)
    }

    @Test("words of the source that only connect are left over")
    func connector() throws { #expect(try Self.verdict("OR", "OR") == .source) }

    @Test(
        "a clause left in English inside a German sentence is found",
        arguments: [
            "Die Lizenz gilt ein Jahr, unless your contract says something else.", "Öffnen Sie die Seite and select your name to continue.",
            "Before you change the plan, sprechen Sie mit Ihrer Ansprechperson.",
        ])
    func mixed(_ text: String) throws { #expect(try Self.verdict(text) == .mixed) }

    @Test("names of commands, titles and code inside a German sentence are no clause")
    func titles() throws {
        #expect(try Self.verdict("Klicken Sie auf „Add a new item to the project“, um fortzufahren.") != .mixed)
        #expect(try Self.verdict("Wählen Sie Apply for a new license and save aus.", strong: ["Apply for a new license and save"]) != .mixed)
        #expect(try Self.verdict("Führen Sie add a package with the name aus.", code: ["add a package with the name"]) == .own)
        #expect(try Self.verdict("Siehe auch How to pack an app with the tool (Packen einer App mit dem Werkzeug).") == .own)
        #expect(try Self.verdict("Prüfung 70-346: Managing Office 365 identities and requirements") != .source)
    }

    @Test("texts without words, hostile ones and long ones have a verdict", arguments: ["’’’", "....", "@@", "a’", "é", "ß", "\u{E2}\u{301}", "_", "'"])
    func odd(_ text: String) throws {
        for code in [[], [text], ["", text + text]] { _ = try Self.verdict(text, text, code: code) }
        _ = try Self.verdict(String(repeating: text, count: 5000))
    }

    @Test("without a model the frequent words decide")
    func fallback() throws {
        let directory = try TemporaryDirectory([
            "en-US.yml": "functionWords: [the, to, your, are, not]\n", "de-DE.yml": "functionWords: [der, nicht, und, sind]\n",
        ])
        let evidence = try LocaleTagPair.evidence(LocaleStore(directory: directory.path))
        #expect(evidence.verdict(on: Self.facts("Send the form to your contact."), source: nil) == .source)
        #expect(evidence.verdict(on: Self.facts("Testlizenzen sind nicht enthalten."), source: nil) == .own)
        #expect(evidence.verdict(on: Self.facts("Office 365"), source: Self.facts("Office 365")) == .undecided)
    }
}

/// German as translated from English.
private enum LocaleTagPair {
    static func evidence(_ store: LocaleStore = ShippedLocales.store) throws -> LanguageEvidence {
        let (german, english) = (try #require(LocaleTag("de-DE")), try #require(LocaleTag("en-US")))
        let profiles = try store.profiles(for: [german, english])
        return LanguageEvidence(own: try #require(profiles[german]), source: try #require(profiles[english]))
    }
}
