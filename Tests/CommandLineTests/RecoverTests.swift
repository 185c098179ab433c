import Foundation
import TestSupport
import Testing

/// `hexapla recover` as its users call it, on the demonstration's page that has no source.
@Suite("Recover") struct RecoverTests {
    private static let page = "competencies/cloud-productivity.md"

    @Test func printsThePageAndSaysWhereItComesFrom() throws {
        let outcome = try Program.run("recover", Self.page)
        #expect(outcome.status == 0 && outcome.output.hasPrefix(">[!IMPORTANT]\n>"))
        #expect(outcome.output.contains("\n# ") && !outcome.output.contains("<!--") && !outcome.output.contains("<span"))
        for words in ["segments recovered, 100%", "in a comment in zh-CN", "beside their translation in zh-CN", "also source commit c41e7a90d268"] {
            #expect(outcome.error.contains(words), "\(outcome.error)")
        }
    }

    @Test func printsAnOlderSourceApart() throws {
        let outcome = try Program.run("recover", Self.page, "--commit", "c41e7a90")
        #expect(
            outcome.status == 0 && outcome.output.contains("# Cloud Productivity competency\n") && outcome.output.contains("<!-- not recovered: ja-JP line"))
        // What only the newest source says.
        #expect(!outcome.output.contains("Fast Track Partner"))
    }

    @Test(arguments: [
        "content/zh-CN/competencies/cloud-productivity.md", "./content/de-DE/competencies/cloud-productivity.md", "de-DE/competencies/cloud-productivity.md",
    ])
    func takesTheNameOfAFile(_ name: String) throws {
        #expect(try Program.run("recover", name).output == (try Program.run("recover", Self.page)).output)
    }

    @Test func saysThatASourceFileIsNotLookedInto() throws {
        let outcome = try Program.run("recover", "competencies/devops.md")
        #expect(outcome.status == 0 && outcome.error.contains("its source file 'content/en-US/competencies/devops.md' was not looked into"))
    }

    @Test func jsonHoldsAllSourcesWithTheirOrigins() throws {
        let outcome = try Program.run("recover", Self.page, "--format", "json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let sources = try #require(report["sources"] as? [[String: Any]])
        #expect(report["page"] as? String == Self.page && sources.count == 3)
        for source in sources {
            let coverage = try #require(source["coverage"] as? [String: Any])
            let segments = try #require(source["segments"] as? [[String: Any]])
            let gaps = try #require(source["gaps"] as? [[String: Any]])
            #expect(coverage["recovered"] as? Int == segments.count && coverage["segments"] as? Int == segments.count + gaps.count)
            #expect(segments.allSatisfy { !(($0["origins"] as? [[String: Any]])?.isEmpty ?? true) && $0["line"] is Int && $0["text"] is String })
            #expect(gaps.allSatisfy { $0["line"] is Int && $0["locale"] is String } && source["markdown"] is String)
        }
        let newest = try #require(sources.first?["markdown"] as? String)
        #expect(newest == (try Program.run("recover", Self.page)).output)
    }

    @Test(arguments: [
        (["recover", "competencies/cloud-productivty.md"], "Did you mean 'competencies/cloud-productivity.md'?"),
        (["recover", "cloud-productivity"], "Did you mean 'competencies/cloud-productivity.md'?"), (["recover", "README.md"], "is no page of 'content'"),
        (["recover", "xyz"], "no page 'xyz' in 'content'"), (["recover"], "takes PAGE"),
        (["recover", "competencies/cloud-productivity.md", "--commit", "123"], "follows a source commit '123'. Known are"),
    ]) func mistakesGetOneClearLine(_ arguments: [String], _ message: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.error.contains(message), "\(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1)
    }
}
