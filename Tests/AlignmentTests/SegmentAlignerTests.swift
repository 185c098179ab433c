import LocalizationModel
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

@Suite("Alignment by words")
struct LexicalAlignmentTests {
    @Test("leaves out the sentence that has no words in common, not its neighbour of like length")
    func dropped() throws {
        let source = "Choose the customer from the list. Print the invoice for the folder. Close the window after that.\n"
        let target = "Wählen Sie den Kunden in der Liste aus. Schließen Sie danach das Fenster.\n"
        #expect(
            Fixture.links(try Fixture.align(source, target)) == [
                "translated: Choose the customer from the list. = Wählen Sie den Kunden in der Liste aus.", "missing: Print the invoice for the folder. = ",
                "translated: Close the window after that. = Schließen Sie danach das Fenster.",
            ])
    }

    @Test("a renamed anchor moves no section whose text stays where it was")
    func renamedAnchor() throws {
        let source = "# Guide\n\n## Example 2\n\nOpen the window of the customer.\n\n## Example 1\n\nPrint the invoice on paper.\n"
        let target = """
            # Leitfaden

            ## <a name="example-1"></a>Beispiel 1

            Öffnen Sie das Fenster des Kunden.

            ## <a name="example-2"></a>Beispiel 2

            Drucken Sie die Rechnung auf Papier.

            """
        let bitext = try Fixture.align(source, target)
        #expect(bitext.movedSections.isEmpty)
        #expect(Fixture.links(bitext).contains("translated: Print the invoice on paper. = Drucken Sie die Rechnung auf Papier."))
    }

    @Test("a section that moved with its text is found as moved")
    func moved() throws {
        let source = "# Guide\n\n## Windows\n\nOpen the window of the customer.\n\n## Paper\n\nPrint the invoice on paper.\n"
        let target = """
            # Leitfaden

            ## <a name="paper"></a>Papier

            Drucken Sie die Rechnung auf Papier.

            ## <a name="windows"></a>Fenster

            Öffnen Sie das Fenster des Kunden.

            """
        #expect(try Fixture.align(source, target).movedSections.count == 1)
    }

    @Test("a title that repeats the source is a name where its words usually stay")
    func names() throws {
        // Between English paragraphs, in Japanese: levels are called by their English names there.
        let english = "This is a paragraph that was left as it is.\n"
        func state(_ title: String, _ locale: String) throws -> TranslationUnit.State? {
            let page = "# Guide\n\n\(english)\n## \(title)\n\n\(english)"
            return try Fixture.align(page, page, locale).units.first { $0.source == [2] }?.state
        }
        #expect(try state("Silver", "ja-JP") == .translated)
        #expect(try state("Silver", "zh-TW") == .untranslated)
        #expect(try state("Customers", "ja-JP") == .untranslated)
    }
}
