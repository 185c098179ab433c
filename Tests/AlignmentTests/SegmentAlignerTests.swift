import Testing

@Suite("Aligner")
struct SegmentAlignerTests {
    private let source = "# Title\n\nFirst sentence about licenses. Second sentence about the 2,000 users of a partner.\n\nThird paragraph with `code`.\n"

    @Test("pairs sentences one to one")
    func oneToOne() throws {
        let bitext = try Fixture.align(
            source, "# Titel\n\nErster Satz über Lizenzen. Zweiter Satz über die 2.000 Benutzer eines Partners.\n\nDritter Absatz mit `code`.\n")
        #expect(bitext.units.map(\.state) == [.translated, .translated, .translated, .translated])
        #expect(bitext.units.map(\.source) == [[0], [1], [2], [3]] && bitext.units.map(\.target) == [[0], [1], [2], [3]])
        #expect(bitext.movedSections.isEmpty)
    }

    @Test("pairs one sentence with two, and two with one")
    func oneToTwo() throws {
        let one = "You must reach the threshold of 2,000 users, and you must also pass the exam before the end of the year.\n\nNext paragraph of the page.\n"
        let two =
            "Sie müssen den Schwellenwert von 2.000 Benutzern erreichen. Außerdem müssen Sie die Prüfung vor Jahresende ablegen.\n\nNächster Absatz der Seite.\n"
        #expect(try Fixture.align(one, two).units.map(\.target) == [[0, 1], [2]])
        let joined =
            "Sie müssen den Schwellenwert von 2.000 Benutzern erreichen, und Sie müssen die Prüfung vor Jahresende ablegen.\n\nNächster Absatz der Seite.\n"
        let split = "You must reach the threshold of 2,000 users. You must also pass the exam before the end of the year.\n\nNext paragraph of the page.\n"
        #expect(try Fixture.align(split, joined).units.map(\.source) == [[0, 1], [2]])
    }

    @Test("finds what is missing and what is extra")
    func gaps() throws {
        let bitext = try Fixture.align(
            "# Title\n\nThe first paragraph of the page is here.\n\n- An item of the list with `code`.\n\nThe last paragraph mentions 70-346.\n",
            "# Titel\n\nDer erste Absatz der Seite steht hier.\n\nDer letzte Absatz nennt 70-346.\n\n## Zusatz\n")
        #expect(bitext.units.map(\.state) == [.translated, .translated, .missing, .translated, .extra])
    }

    @Test("pairs a label that the translation folds into the text")
    func foldedLabel() throws {
        let bitext = try Fixture.align(
            "- **Developed markets**\n    - Partners must have deployed 2,000 active users\n- **Developing markets**\n    - Partners must have deployed 1,000 active users\n",
            "- **已開發市場**：合作夥伴必須已部署 2,000 個作用中使用者\n- **開發中市場**：合作夥伴必須已部署 1,000 個作用中使用者\n", "zh-TW")
        #expect(bitext.units.map(\.source) == [[0, 1], [2, 3]] && bitext.units.map(\.target) == [[0], [1]])
    }

    @Test("finds a swapped section as moved, with its own words as partners")
    func movedSection() throws {
        let bitext = try Fixture.align(
            "# T\n\n## <a name=\"silver\"></a>Silver\n\nSilver text of the page.\n\n## <a name=\"gold\"></a>Gold\n\nGold text is another one.\n",
            "# T\n\n## <a name=\"gold\"></a>Gold\n\nDer Text zu Gold ist ein anderer.\n\n## <a name=\"silver\"></a>Silber\n\nDer Text zu Silber auf der Seite.\n"
        )
        #expect(bitext.movedSections.count == 1)
        #expect(bitext.units.map(\.source) == [[0], [1], [2], [3], [4]])
        #expect(bitext.units.map(\.target) == [[0], [3], [4], [1], [2]])
    }

    @Test("tells untranslated and partly translated segments")
    func states() throws {
        let bitext = try Fixture.align(
            "First you open the settings of the page.\n\nThen you select the user that you want. Trial licenses are not included in this offer.\n",
            "First you open the settings of the page.\n\nDann wählen Sie den Benutzer aus. Trial licenses are not included in this offer.\n")
        #expect(bitext.units.map(\.state) == [.untranslated, .translated, .untranslated])
    }

    @Test("pairs table cells by their place")
    func tables() throws {
        let bitext = try Fixture.align(
            "| Name | Count |\n|---|---|\n| Users | 10 |\n| Seats | 20 |\n", "| Name | Anzahl |\n|---|---|\n| Benutzer | 10 |\n| Plätze | 20 |\n")
        #expect(bitext.units.map(\.target) == [[0], [1], [2], [3], [4], [5]])
    }
}
