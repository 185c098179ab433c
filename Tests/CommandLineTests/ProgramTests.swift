import Foundation
import Testing
import TestSupport

/// The program as its users call it.
@Suite("Command line") struct ProgramTests {
    @Test func versionAndHelp() throws {
        #expect(try Program.run("--version").output.hasPrefix("hexapla "))
        #expect(try Program.run("--help").status == 0)
        for command in ["build", "check", "status", "model", "align", "compare", "diff", "learn", "recover", "explain"] {
            let outcome = try Program.run(command, "--help")
            #expect(outcome.status == 0 && outcome.output.contains("examples:") && outcome.output.contains("usage: hexapla \(command)"))
        }
    }

    @Test(arguments: [
        (["chek"], "unknown command 'chek'. Did you mean 'check'?"), (["check", "--fromat", "json"], "Did you mean '--format'?"),
        (["check", "--format", "xml"], "Choose one of text, json"), (["check", "--content", "/nowhere"], "no content folder at '/nowhere'"),
        (["check", "--jobs", "0"], "whole number from 1"), (["align", "a.md"], "takes SOURCE TARGET"), (["check", "--content"], "'--content' needs a value"),
        (["compare", "a.md", "b.md", "--source-locale", "en-US", "--target-locale", "de-DE"], "cannot read 'a.md'"),
        (["compare", "README.md", "README.md", "--source-locale", "en-US", "--target-locale", "english"], "'english' is no locale"),
        (["build", "--project", "missing.yml"], "cannot read 'missing.yml'"), (["explain", "no-such-rule"], "no rule is named 'no-such-rule'"),
    ]) func mistakesGetOneClearLine(_ arguments: [String], _ message: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.error.contains(message), "\(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1)
    }

    @Test func statusTellsWhetherThereAreFindings() throws {
        #expect(try Program.run("check", "--fail-on", "never").status == 0)
        #expect(try Program.run("check").status == 1)
        let outcome = try Program.run("check", "--format", "json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let findings = try #require(report["findings"] as? [[String: Any]])
        for key in ["rule", "severity", "message", "page", "locale", "path", "fingerprint"] { #expect(findings.allSatisfy { $0[key] is String }) }
    }

    @Test func outputInAPipeHasNoColour() throws {
        #expect(!(try Program.run("check")).output.contains("\u{1B}"))
    }

    @Test func alignPrintsOneUnitALine() throws {
        let content = Repository.content
        let outcome = try Program.run(
            "align", "\(content)/en-US/membership/faq.md", "\(content)/de-DE/membership/faq.md", "--source-locale", "en-US", "--target-locale", "de-DE",
            "--format=jsonl")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count > 10)
        for line in lines {
            let unit = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(unit["source"] is [Any] && unit["target"] is [Any] && unit["state"] is String)
        }
    }

    @Test func compareExplainsTheAlignmentWhenAsked() throws {
        let folder = "\(Repository.root)/Tests/Golden/alignment/sentences"
        let pair = ["compare", "\(folder)/source.en-US.md", "\(folder)/target.de-DE.md", "--source-locale=en-US", "--target-locale=de-DE"]
        let text = try Program.run(pair + ["--explain"]).output
        for words in ["How the translation was aligned", "% sure", "next best", "※ missing", "found open → öffnen", "missing-segment"] {
            #expect(text.contains(words), "\(words)")
        }
        let plain = try Program.run(pair).output
        #expect(!plain.contains("next best"))
        func json(_ arguments: [String]) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(try Program.run(arguments).output.utf8)) as? [String: Any])
        }
        let explained = try json(pair + ["--explain", "--format=json"])
        let units = try #require(explained["alignment"] as? [[String: Any]])
        #expect(units.count > 5 && units.allSatisfy { $0["cost"] is [String: Any] && $0["state"] is String })
        let unexplained = try json(pair + ["--format=json"])
        #expect(explained["findings"] is [Any] && unexplained["alignment"] == nil)
    }

    @Test func pagesThatMakeNoSenseGetAnHonestAnswer() throws {
        let folder = NSTemporaryDirectory() + "hexapla-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let texts: [String: Data] = [
            "empty.md": Data(), "binary.md": Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 131) }), "line.md": Data(repeating: 0x61, count: 2_000_000),
            "page.md": Data("# Title\n\nA sentence of the page.\n".utf8),
        ]
        for (name, data) in texts { try data.write(to: URL(filePath: "\(folder)/\(name)")) }
        for source in texts.keys {
            for target in texts.keys {
                let outcome = try Program.run(
                    "compare", "\(folder)/\(source)", "\(folder)/\(target)", "--source-locale=en-US", "--target-locale=ja-JP", "--format=json")
                #expect(outcome.status <= 1, "\(source) \(target) \(outcome.error)")
            }
        }
    }

    @Test func whatIsKnownIsKeptWhereTheUserSays() throws {
        var template = Array((P_tmpdir + "/hexapla-cache-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        let cache = String(cString: made) + "/cache"
        defer { _ = try? Spawned.run(["/bin/rm", "-rf", String(cString: made)], in: "/") }
        let first = try Program.run("check", "--format", "json", "--cache", cache)
        #expect(FileManager.default.fileExists(atPath: cache + "/CACHEDIR.TAG"))
        let second = try Program.run("check", "--format", "json", "--cache", cache, "--timings")
        let anew = try Program.run("check", "--format", "json", "--no-cache")
        #expect(first.output == second.output && first.output == anew.output)
        // Nothing is judged again.
        #expect(second.error.contains("scan ") && second.error.contains("all ") && !second.error.contains("align "))
        let (known, counted) = (try Program.run("status", "--cache", cache), try Program.run("status", "--no-cache"))
        #expect(known.output == counted.output)
        let unwritable = try Program.run("check", "--cache", "/proc/hexapla")
        #expect(unwritable.status == 2 && unwritable.error.contains("cannot make the folder '/proc/hexapla'"))
    }
}
