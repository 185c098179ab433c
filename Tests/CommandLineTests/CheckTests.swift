import FileSystem
import TestSupport
import Testing

/// `check` and `init` as a continuous integration calls them.
@Suite("Check") struct CheckTests {
    private let folder: GitFolder

    init() throws {
        folder = try GitFolder()
        try folder.write("# Fees\n\nIt takes 3 days.\n", "docs/en-US/a.md")
        try folder.write("# Gebühren\n\nEs dauert 5 Tage.\n", "docs/de-DE/a.md")
        try folder.commit()
    }

    private func run(_ arguments: String...) throws -> Spawned.Outcome {
        try Program.run(arguments + (arguments[0] == "schema" ? [] : ["--data", Repository.root]), in: folder.root)
    }

    private func read(_ path: String) throws -> String { try folder.read(path) }

    @Test func aRepositoryIsTakenUpWithTwoCommands() throws {
        let begun = try run("init")
        #expect(begun.status == 0 && begun.output.contains("docs") && begun.output.contains("number-mismatch"), "\(begun.error)")
        #expect(try read("hexapla.yml").contains("source: en-US"))
        #expect(try run("check").status == 0)
        try folder.write("# Gebühren\n\nEs dauert 6 Tage.\n", "docs/de-DE/a.md")
        let checked = try run("check")
        #expect(checked.status == 1 && checked.output.contains("Number '3' of the source is '6' here"))
        #expect(checked.output.contains("1 error") && checked.output.contains("1 fixed"))
        #expect(try run("check", "--update-baseline").status == 1, "what is new stays new")
        #expect(try run("check", "--update-baseline", "--accept-new").status == 0)
        #expect(try run("check").status == 0)
        #expect(try run("init").status == 2, "nothing is overwritten")
    }

    @Test func nothingToTakeUpIsOneMessage() throws {
        try folder.remove("docs/de-DE/a.md")
        let outcome = try run("init")
        #expect(outcome.status == 2 && outcome.error.contains("--content") && outcome.error.split(separator: "\n").count == 1)
    }

    @Test func whatCannotBeWrittenIsToldAndTheRestIsReported() throws {
        let outcome = try run("check", "--content", "docs", "--report", "json=nowhere/out.json", "--report", "json=out.json")
        #expect(outcome.status == 2 && outcome.error.contains("nowhere/out.json"))
        #expect(outcome.output.contains("number-mismatch"))
        #expect(try read("out.json").contains("number-mismatch"))
    }

    @Test func aMistypedFormatProposesTheNearest() throws {
        let outcome = try run("check", "--content", "docs", "--report", "jsn=out.json")
        #expect(outcome.status == 2 && outcome.error.contains("json=out.json"))
    }

    @Test func aBrokenBaselineIsNotOverwritten() throws {
        try folder.write("junk\n", "known.tsv")
        let outcome = try run("check", "--content", "docs", "--baseline", "known.tsv", "--update-baseline")
        #expect(outcome.status == 2 && outcome.error.contains("known.tsv:1:") && outcome.output.contains("number-mismatch"))
        #expect(try read("known.tsv") == "junk\n")
    }

    @Test func aBaselineNeedsAName() throws {
        #expect(try run("check", "--content", "docs", "--update-baseline").error.contains("--baseline FILE"))
        #expect(try run("check", "--content", "docs", "--baseline", "known.tsv").status == 2, "there is none yet")
    }

    @Test func anUnknownRevisionReportsEverything() throws {
        let outcome = try run("check", "--content", "docs", "--changed-since", "nowhere")
        #expect(outcome.status == 2 && outcome.error.contains("nowhere") && outcome.output.contains("number-mismatch"))
        #expect(try run("check", "--content", "docs", "--changed-since", "HEAD").status == 0)
    }

    @Test func theSchemaThatIsShippedIsThePrograms() throws {
        let shipped = String(decoding: try FileSystem.read(Repository.root + "/schemas/hexapla.schema.json"), as: UTF8.self)
        #expect(try run("schema", "configuration").output == shipped, "run: hexapla schema configuration > schemas/hexapla.schema.json")
        #expect(try run("schema", "configuratoin").status == 2)
    }
}
