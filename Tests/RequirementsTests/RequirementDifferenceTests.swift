import LocalizationModel
import Requirements
import Testing

/// Two states of a page in several languages, compared as facts.
@Suite("Differences of requirements") struct RequirementDifferenceTests {
    private func exam(_ code: String) -> String { "[Exam \(code)](https://example.com/en-us/\(code))" }

    private func page(_ items: String..., level: String = "Gold") -> String {
        "## <a name=\"\(level.lowercased())\"></a>\(level)\n\n" + items.map { "- \($0)\n" }.joined()
    }

    private func changes(_ old: [(String, String)], _ new: [(String, String)], locales: [String]? = nil) throws -> [FactChange] {
        let both = try (locales ?? old.map(\.0)).map(PageFixture.tag)
        return RequirementDifference.changes(
            from: try PageFixture.merged(old), to: try PageFixture.merged(new), locales: Set(both), source: try PageFixture.tag("en-US"))
    }

    /// `gold changed quantity en-US 4000>5000 de-DE 4000>4000`; absent values as `-`.
    private func lines(_ changes: [FactChange]) -> [String] {
        changes.map { change in
            func text(_ values: [String]?) -> String { values.map { $0.isEmpty ? "." : $0.joined(separator: "+") } ?? "-" }
            let cells = change.cells.map { "\($0.locale) \(text($0.old))>\(text($0.new))" }
            return "\(change.place?.name ?? "") \(change.kind) \(change.aspect.rawValue) " + cells.joined(separator: " ")
        }
    }

    @Test func nothingDiffersFromItself() throws {
        let pages = [("en-US", page(exam("70-1001"), "**2** people")), ("de-DE", page(exam("70-1001"), "**2** Personen"))]
        #expect(try changes(pages, pages).isEmpty)
        #expect(try changes([], []).isEmpty)
    }

    @Test func aQuantityTellsWhoHasFollowed() throws {
        func pages(_ english: String, _ german: String) -> [(String, String)] {
            [
                ("en-US", page(exam("70-1001"), "You must have **\(english)** users.")),
                ("de-DE", page(exam("70-1001"), "Sie müssen **\(german)** Benutzer haben.")),
            ]
        }
        let found = try changes(pages("4,000", "4.000"), pages("5,000", "4.000"))
        #expect(lines(found) == ["gold changed quantity de-DE 4000>4000 en-US 4000>5000"])
        #expect(found.first?.behind.map(\.description) == ["de-DE"])
        #expect(found.first?.requirement?.label == "You must have 5,000 users.")
        let followed = try changes(pages("5,000", "4.000"), pages("5,000", "5.000"))
        #expect(lines(followed) == ["gold changed quantity de-DE 4000>5000 en-US 5000>5000"])
        #expect(followed.first?.behind == [])
    }

    @Test func onlyTheValueThatChangedIsTold() throws {
        let found = try changes([("en-US", page("**2** people and **30** users must pass."))], [("en-US", page("**2** people and **40** users must pass."))])
        #expect(lines(found) == ["gold changed quantity en-US 30>40"])
    }

    @Test func codesAndLinksChange() throws {
        let found = try changes([("en-US", page(exam("70-1001"), exam("70-1002")))], [("en-US", page(exam("70-1001"), exam("70-1003")))])
        #expect(lines(found) == ["gold changed exam en-US 70-1002>70-1003", "gold changed link en-US example.com/70-1002>example.com/70-1003"])
    }

    @Test func whatIsNewIsToldOnceAtItsTop() throws {
        let group = "**2** people pass all of these:\n  - \(exam("70-1002"))\n  - \(exam("70-1003"))"
        let found = try changes(
            [("en-US", page(exam("70-1001"))), ("de-DE", page(exam("70-1001")))], [("en-US", page(exam("70-1001"), group)), ("de-DE", page(exam("70-1001")))])
        #expect(lines(found) == ["gold added requirement de-DE ->- en-US ->."])
        #expect(found.first?.requirement?.label == "2 people pass all of these:")
        #expect(found.first?.behind.map(\.description) == ["de-DE"])
        let gone = try changes([("en-US", page(exam("70-1001"), group))], [("en-US", page(exam("70-1001")))])
        #expect(lines(gone) == ["gold removed requirement en-US .>-"])
    }

    @Test func aTranslationThatFollowsAnAdditionIsToldSo() throws {
        let old = [("en-US", page(exam("70-1001"), exam("70-1002"))), ("de-DE", page(exam("70-1001")))]
        let new = [("en-US", page(exam("70-1001"), exam("70-1002"))), ("de-DE", page(exam("70-1001"), exam("70-1002")))]
        #expect(lines(try changes(old, new)) == ["gold added requirement de-DE ->. en-US .>."])
        #expect(lines(try changes(new, old)) == ["gold removed requirement de-DE .>- en-US .>."])
    }

    @Test func wordsTellRequirementsWithoutFactsApart() throws {
        let old = page(exam("70-1001"), "Sign the agreement.", "Name a contact.")
        let new = page(exam("70-1001"), "Pay the fee.", "Sign the agreement.", "Name a contact.")
        let found = try changes([("en-US", old)], [("en-US", new)])
        #expect(lines(found) == ["gold added requirement en-US ->."])
        #expect(found.first?.requirement?.label == "Pay the fee.")
    }

    @Test func orderAloneIsNoChange() throws {
        let found = try changes(
            [("en-US", page(exam("70-1001"), exam("70-1002"), "Sign the agreement."))],
            [("en-US", page("Sign the agreement.", exam("70-1002"), exam("70-1001")))])
        #expect(found.isEmpty, "\(lines(found))")
    }

    @Test func sectionsComeAndGoAsOne() throws {
        let silver = page(exam("70-1001"), exam("70-1002"), level: "Silver")
        let gold = page(exam("70-1003"), exam("70-1004"))
        let found = try changes([("en-US", silver + gold), ("de-DE", silver + gold)], [("en-US", silver), ("de-DE", silver + gold)])
        #expect(lines(found) == ["gold removed section de-DE .>. en-US .>-"])
        #expect(lines(try changes([("en-US", silver)], [("en-US", silver + gold)])) == ["gold added section en-US ->."])
    }

    @Test func aRequirementThatMovedIsOneChange() throws {
        let shared = exam("70-1009")
        let old = page(exam("70-1001"), shared, level: "Silver") + page(exam("70-1003"))
        let new = page(exam("70-1001"), level: "Silver") + page(exam("70-1003"), shared)
        let found = try changes([("en-US", old)], [("en-US", new)])
        #expect(lines(found) == ["gold moved requirement en-US silver>gold"])
        #expect(found.first?.origin?.name == "silver")
    }

    @Test func allBecomesAny() throws {
        let members = "\n  - \(exam("70-1001"))\n  - \(exam("70-1002"))"
        let all = page("**2** people pass all of the following exams:" + members)
        let any = page("**2** people pass one of the following exams:" + members)
        let found = try changes([("en-US", all)], [("en-US", any)])
        #expect(lines(found) == ["gold changed choice en-US all-of>any-of"])
    }

    @Test func orBecomesAnd() throws {
        func list(_ word: String) -> String {
            "## Gold\n\n- **1** person passes:\n\n  - \(exam("70-1001"))\n  - \(exam("70-1002"))\n\n  **\(word)**\n\n  - [MCSA](/a)\n"
        }
        let found = try changes([("en-US", list("OR"))], [("en-US", list("AND"))])
        #expect(lines(found).contains("gold changed connector en-US or>and"), "\(lines(found))")
        #expect(!lines(found).contains { $0.contains("added") || $0.contains("removed") })
    }

    @Test func languagesWhoseWordsStayedHaveNotFollowed() throws {
        func pages(_ english: String) -> [(String, String)] {
            [("en-US", page("You must have \(english) 4,000 users.")), ("de-DE", page("Sie müssen 4.000 Benutzer haben."))]
        }
        let found = try changes(pages("at least"), pages("at most"))
        #expect(lines(found).allSatisfy { !$0.contains("de-DE") || $0.contains("de-DE atLeast 4000>atLeast 4000") }, "\(lines(found))")
    }

    @Test func languagesThatLackAStateAreNotCompared() throws {
        let old = [("en-US", page(exam("70-1001")))]
        let new = [("en-US", page(exam("70-1001"))), ("de-DE", page(exam("70-1001"), exam("70-1002")))]
        #expect(try changes(old, new).isEmpty)
        #expect(try changes(old, old, locales: []).isEmpty)
    }

    @Test func levelsOfSeveralOptionsAreToldApart() throws {
        func option(_ name: String, _ code: String) -> String {
            "# <a name=\"\(name)\"></a>\(name)\n\n" + page(exam(code)).replacing("name=\"gold\"", with: "name=\"\(name)-gold\"")
        }
        let found = try changes(
            [("en-US", option("first", "70-1001") + option("second", "70-1002"))], [("en-US", option("first", "70-1001") + option("second", "70-1003"))])
        #expect(Set(found.map { $0.place?.name }) == ["second/gold"], "\(lines(found))")
    }

    @Test func labelsAreWordsWithoutMarkup() throws {
        let found = try changes(
            [("en-US", page(exam("70-1001")))],
            [
                (
                    "en-US",
                    page(
                        exam("70-1001"),
                        "**Pass** [Exam 70-1002: \\*All\\* of `it`](https://example.com/x)<br> and " + String(repeating: "more words ", count: 20))
                )
            ])
        let label = try #require(found.first?.requirement?.label)
        #expect(label.hasPrefix("Pass Exam 70-1002: *All* of it and more words") && label.hasSuffix("…"))
        #expect(label.unicodeScalars.count <= 80)
    }
}
