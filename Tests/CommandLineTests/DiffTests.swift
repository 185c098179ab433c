import FileSystem
import Foundation
import Glibc
import Testing
import TestSupport

/// `hexapla diff`, as its users call it.
@Suite("hexapla diff") struct DiffTests {
    private func english(_ users: String) -> String {
        "---\ntitle: Levels\n---\n# Levels\n\n## Gold\n\n- You must have **\(users)** users.\n- [Exam 70-1001](https://example.org/70-1001)\n"
    }

    private func german(_ users: String) -> String {
        "---\ntitle: Stufen\n---\n# Stufen\n\n## <a name=\"gold\"></a>Gold\n\n- Sie müssen **\(users)** Benutzer haben.\n- [Prüfung 70-1001](https://example.org/70-1001)\n"
    }

    /// Two commits: `v1`, and one in which English alone has more users.
    private func site() throws -> GitFolder {
        let folder = try GitFolder()
        try folder.write(english("4,000"), "content/en-US/levels.md")
        try folder.write(german("4.000"), "content/de-DE/levels.md")
        try folder.write("# Other\n\nA page that stays.\n", "content/en-US/other.md")
        try folder.commit()
        try folder.git("tag", "--annotate", "v1", "--message", "First")
        try folder.write(english("5,000"), "content/en-US/levels.md")
        try folder.commit()
        return folder
    }

    private func diff(_ folder: GitFolder, _ arguments: String..., in place: String = "") throws -> Spawned.Outcome {
        try Program.run(["diff"] + arguments, in: folder.root + place)
    }

    private static let fact = "~ gold: quantity (user) 4,000 → 5,000 (en-US; still 4,000 in de-DE)"

    @Test func twoRevisionsAreComparedAsFacts() throws {
        let folder = try site()
        for arguments in [["v1", "HEAD"], ["v1..HEAD"], ["v1.."], ["v1"], ["HEAD~1", "main"], ["rev:v1", "rev:main"]] {
            let outcome = try Program.run(["diff"] + arguments, in: folder.root)
            #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
            #expect(outcome.output.contains("levels.md\n  \(Self.fact)"), "\(arguments): \(outcome.output)")
            #expect(outcome.output.contains("1 page differs, 1 changed fact") && outcome.output.contains("not followed: de-DE 1"))
            #expect(!outcome.output.contains("other.md") && !outcome.output.contains("\u{1B}"))
        }
        #expect(try diff(folder, "HEAD", "v1").output.contains("5,000 → 4,000 (en-US; already 4,000 in de-DE)"))
    }

    @Test func theWorkingTreeIsTheOtherSide() throws {
        let folder = try site()
        #expect(try diff(folder).output == "no facts differ  HEAD (\(try folder.git("rev-parse", "HEAD").prefix(8))) → working tree\n")
        try folder.write(german("5.000"), "content/de-DE/levels.md")
        #expect(try diff(folder).output.contains("~ gold: quantity (user) 4,000 → 5,000 (de-DE; already 5,000 in en-US)"))
        #expect(try diff(folder, "v1").output.contains("4,000 → 5,000 (de-DE, en-US)"))
    }

    @Test func exitStatusTellsOnlyWhenAsked() throws {
        let folder = try site()
        #expect(try diff(folder, "v1", "--exit-code").status == 1)
        #expect(try diff(folder, "HEAD", "--exit-code").status == 0)
        #expect(try diff(folder, "v1").status == 0)
    }

    @Test func foldersNeedNoRepository() throws {
        let (old, new) = (try site(), try site())
        try new.write(german("6.000"), "content/de-DE/levels.md")
        for path in ["/content", "/content/"] {
            let outcome = try Program.run(["diff", old.root + path, new.root + path], in: "/")
            #expect(outcome.output.contains("quantity (user) 4,000 → 6,000 (de-DE; 5,000 in en-US)"), "\(outcome.output)\(outcome.error)")
        }
        // A folder with a configuration is a project, wherever its content is.
        try old.write("content: content\n", "hexapla.yml")
        #expect(try Program.run(["diff", old.root, new.root + "/content"], in: "/").output.contains("→ 6,000"))
    }

    @Test func aFolderComesBeforeARevisionOfItsName() throws {
        let folder = try site()
        try folder.git("branch", "content", "v1")
        try folder.write(german("7.000"), "content/de-DE/levels.md")
        #expect(try diff(folder, "content").output.hasPrefix("no facts differ  content → working tree"))
        #expect(try diff(folder, "rev:content").output.contains("4,000 → 7,000 (de-DE)"))
    }

    @Test func pagesComeGoAndAreRenamed() throws {
        let folder = try site()
        try folder.git("mv", "content/en-US/levels.md", "content/en-US/steps.md")
        try folder.git("mv", "content/de-DE/levels.md", "content/de-DE/steps.md")
        try folder.write(english("9,000"), "content/en-US/steps.md")
        try folder.write("# Neu\n\nNur auf Deutsch.\n", "content/de-DE/new.md")
        try folder.write("# Anders\n\nEine Seite, die geht.\n", "content/de-DE/other.md")
        try folder.commit()
        let renamed = try diff(folder, "HEAD~1", "HEAD").output
        #expect(renamed.contains("steps.md\n  > page renamed from levels.md\n  ~ gold: quantity (user) 5,000 → 9,000 (en-US; 4,000 in de-DE)"), "\(renamed)")
        #expect(renamed.contains("new.md\n  + page added (de-DE)\n") && renamed.contains("other.md\n  + page added (de-DE; already in en-US)"))
        FileSystem.remove(folder.root + "/content/de-DE/other.md")
        FileSystem.remove(folder.root + "/content/de-DE/new.md")
        let removed = try diff(folder).output
        #expect(removed.contains("other.md\n  - page removed (de-DE; still in en-US)") && removed.contains("new.md\n  - page removed (de-DE)"), "\(removed)")
    }

    @Test func localesComeAndGoAsOne() throws {
        let folder = try site()
        try folder.write("# Niveaux\n", "content/fr-FR/levels.md")
        #expect(try diff(folder).output.hasPrefix("+ locale fr-FR added\n\nno facts differ") == false)
        let output = try diff(folder).output
        #expect(output.hasPrefix("+ locale fr-FR added\n") && !output.contains("levels.md"), "\(output)")
        #expect(try diff(folder, "--exit-code").status == 1)
    }

    @Test func frontMatterIsPartOfTheModel() throws {
        let folder = try site()
        try folder.write(german("4.000").replacing("title: Stufen", with: "title: 'Ränge\u{1B}[2J'\nrobots: noindex"), "content/de-DE/levels.md")
        let output = try diff(folder).output
        #expect(output.contains("  ~ title: 'Stufen' → 'Ränge"), "\(output)")
        #expect(output.contains("(de-DE; unchanged in en-US)") && output.contains("  ~ robots: none → noindex (de-DE)"), "\(output)")
        #expect(!output.contains("\u{1B}"))
    }

    @Test func theConfigurationIsThatOfTheRevision() throws {
        let folder = try GitFolder()
        try folder.write("content: old\n", "docs/hexapla.yml")
        try folder.write(english("4,000"), "docs/old/en-US/levels.md")
        try folder.commit()
        try folder.git("mv", "docs/old", "docs/new")
        try folder.write("content: new\n", "docs/hexapla.yml")
        try folder.write(english("5,000"), "docs/new/en-US/levels.md")
        try folder.commit()
        let outcome = try diff(folder, "HEAD~1", "HEAD", in: "/docs")
        #expect(outcome.output.contains("4,000 → 5,000 (en-US)") && !outcome.output.contains("page added"), "\(outcome.output)\(outcome.error)")
        try folder.write("content: [\n", "docs/hexapla.yml")
        try folder.commit()
        try folder.write("content: new\n", "docs/hexapla.yml")
        let broken = try diff(folder, "HEAD", in: "/docs")
        #expect(broken.status == 2 && broken.error.contains("HEAD:docs/hexapla.yml:"), "\(broken.error)")
    }

    @Test func aBareRepositoryIsEnough() throws {
        let folder = try site()
        try folder.git("clone", "--quiet", "--bare", ".", "bare.git")
        let outcome = try diff(folder, "v1", "main", in: "/bare.git")
        #expect(outcome.output.contains(Self.fact), "\(outcome.output)\(outcome.error)")
    }

    @Test func oneFolderOrPageCanBeAskedFor() throws {
        let folder = try site()
        #expect(try diff(folder, "v1", "--path", "other.md").output.hasPrefix("no facts differ"))
        #expect(try diff(folder, "v1", "--path", "levels.md").output.contains(Self.fact))
        #expect(try diff(folder, "v1", "--path", "missing").error.contains("no page 'missing' in either state"))
    }

    @Test func linksInATreeAreNotFollowed() throws {
        let folder = try site()
        try folder.write(english("8,000"), "secret.md")
        #expect(symlink("../../secret.md", folder.root + "/content/en-US/linked.md") == 0)
        try folder.commit()
        let output = try diff(folder, "v1", "HEAD").output
        #expect(output.contains("levels.md") && !output.contains("linked.md"), "\(output)")
    }

    @Test func mistakesGetOneClearLine() throws {
        let folder = try site()
        try folder.git("clone", "--quiet", "--depth", "1", "file://\(folder.root)", "shallow")
        let cases: [([String], String, String)] = [
            (["nowhere"], "", "'nowhere' is no folder, and no revision 'nowhere' in the repository"), (["v1", "v2"], "", "no revision 'v2'"),
            (["rev:v9"], "", "no revision 'v9'"), (["a", "b", "c"], "", "takes two states, not 3"), (["v1...main"], "", "Write two dots"),
            (["HEAD:content"], "", "is no commit"), (["HEAD~1"], "/shallow", "fetch more history"), (["--format", "xml"], "", "Choose one of text"),
            (["v1", "--content", "/nowhere/x"], "", "outside the git repository"),
            (["v1", "--content", "absent"], "", "no content folder at 'absent' at 'v1'"),
            ([".git"], "", "no locale folder"), (["", "v1"], "", "no revision ''"),
        ]
        for (arguments, place, message) in cases {
            let outcome = try Program.run(["diff"] + arguments, in: folder.root + place)
            #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
            #expect(outcome.error.contains(message) && outcome.error.split(separator: "\n").count == 1, "\(arguments): \(outcome.error)")
        }
        let nowhere = try Program.run(["diff", "v1", "v2"], in: "/")
        #expect(nowhere.status == 2 && nowhere.error.contains("'v1' is no folder, and '.' is in no git repository"), "\(nowhere.error)")
    }

    @Test func scriptsGetEveryValue() throws {
        let folder = try site()
        let outcome = try diff(folder, "v1", "HEAD", "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let old = try #require(document["old"] as? [String: Any])
        let commit = try folder.git("rev-parse", "v1^{commit}")
        #expect(old["name"] as? String == "v1" && old["commit"] as? String == commit)
        let pages = try #require(document["pages"] as? [[String: Any]])
        let change = try #require((pages.first?["changes"] as? [[String: Any]])?.first)
        let locales = try #require(change["locales"] as? [String: [String: [String]]])
        #expect(locales == ["en-US": ["old": ["4000"], "new": ["5000"]], "de-DE": ["old": ["4000"], "new": ["4000"]]])
        #expect(change["behind"] as? [String] == ["de-DE"] && change["aspect"] as? String == "quantity")
        let schema = try diff(folder, "--schema").output
        #expect(try JSONSerialization.jsonObject(with: Data(schema.utf8)) is [String: Any])
    }

    @Test func markdownIsATableThatPagesCannotBreak() throws {
        let folder = try site()
        try folder.write(german("4.000").replacing("title: Stufen", with: "title: 'a | b ` <b>@team</b>'"), "content/de-DE/levels.md")
        let output = try diff(folder, "v1", "--format", "markdown").output
        #expect(output.contains("### `levels.md`\n\n| Where | Fact | Before | Now |"))
        #expect(
            output.contains("| `gold` | `quantity (user)`<br>`You must have 5,000 users.` | `4,000` | `5,000` | en-US | `still 4,000 in de-DE` |"), "\(output)")
        #expect(output.contains("| front matter | `title` | `'Stufen'` | `'a \\| b ' <b>@team</b>'` | de-DE |"), "\(output)")
    }

    @Test func theOutputDoesNotDependOnTheNumberOfThreads() throws {
        let folder = try site()
        for number in 0..<12 { try folder.write(english("\(number + 1),000"), "content/en-US/page-\(number).md") }
        try folder.commit()
        for number in 0..<12 { try folder.write(english("\(number + 2),000"), "content/en-US/page-\(number).md") }
        let outputs = try ["1", "2", "8"].map { try diff(folder, "--jobs", $0, "--format", "json").output }
        #expect(Set(outputs).count == 1 && outputs[0].contains("page-11.md"))
    }
}
