import FileSystem
import Glibc
import LocalizationModel
import Testing
import TestSupport

/// A project's own templates, through the program itself.
@Suite("Own templates") struct TemplateTests {
    private static let example = Repository.root + "/docs/examples/own-footer"

    /// Builds the example with more files of its own.
    private func build(_ files: [String: String] = [:], then body: (Spawned.Outcome, String) throws -> Void) throws {
        var template = Array((P_tmpdir + "/hexapla-templates-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw HexaplaError("cannot make a temporary folder") }
        let folder = String(cString: made)
        defer { _ = try? Spawned.run(["/bin/rm", "-rf", folder], in: "/") }
        try #expect(Spawned.run(["/bin/cp", "-r", Self.example, "\(folder)/project"], in: "/").status == 0)
        for (path, text) in files {
            let file = "\(folder)/project/templates/\(path)"
            try FileSystem.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
            try FileSystem.write(Array(text.utf8), to: file)
        }
        let project = "\(folder)/project"
        try body(try Program.run(["build", "--data", Repository.root, "--no-cache"], in: project), project)
    }

    private func read(_ path: String) throws -> String { String(decoding: try FileSystem.read(path), as: UTF8.self) }

    @Test func theExampleOfTheGuideHasItsOwnFooter() throws {
        try build { outcome, project in
            #expect(outcome.status == 0, "\(outcome.error)")
            let english = try read("\(project)/_site/en-us/index.html")
            #expect(english.contains("<p>© <a href=\"index.html\">Harbour Guide</a></p>"))
            #expect(english.contains("class=\"switcher\""), "the rest is Hexapla's")
            try #expect(read("\(project)/_site/ja-jp/index.html").contains("<a href=\"../report/ja-jp/index.html\">翻訳レポート</a>"))
        }
        let partial = try read(Self.example + "/templates/partials/footer.mustache")
        try #expect(read(Repository.root + "/docs/templates.md").contains("```html\n\(partial)```"), "the guide shows the file as it is")
    }

    @Test func oneFileHoldsTheTokens() throws {
        try build(["assets/tokens.css": ":root { --ink: navy; }\n"]) { outcome, project in
            #expect(outcome.status == 0)
            try #expect(read("\(project)/_site/assets/tokens.css") == ":root { --ink: navy; }\n")
            try #expect(read("\(project)/_site/assets/hexapla.css").contains("var(--ink)"))
        }
    }

    @Test(arguments: [
        ("partials/footer.mustache", "<p>\n{{sitetitle}}</p>\n", "footer.mustache:2: no value for 'sitetitle'"),
        ("partials/footer.mustache", "\n\n{{> fotter}}\n", "footer.mustache:3: no partial 'fotter'"),
        ("partials/footer.mustache", "<footer>\n{{#provenance}}\n</footer>\n", "footer.mustache:2: "),
        ("page.mustache", "<!doctype html>\n{{body}}\n", "page.mustache:2: 'body' is HTML"),
        ("page.mustache", "<!doctype html>\n{{t.greeting}}\n", "page.mustache:2: no value for 't.greeting'"),
    ]) func aFaultHasItsPlaceAndStatusTwo(_ file: String, _ text: String, _ message: String) throws {
        try build([file: text]) { outcome, project in
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error.contains("templates/") && outcome.error.contains(message), "\(outcome.error)")
            #expect(FileSystem.kind("\(project)/_site/index.html") == nil, "nothing is left half-written")
        }
    }
}
