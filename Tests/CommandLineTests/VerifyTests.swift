import FileSystem
import Glibc
import Testing

/// `hexapla verify` as scripts meet it.
@Suite struct VerifyTests {
    private func site(_ page: String, _ check: (String) throws -> Void) throws {
        var template = Array((P_tmpdir + "/hexapla-verify-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        let root = String(cString: made)
        defer {
            for name in ["index.html", "Fees.html"] { FileSystem.remove("\(root)/\(name)") }
            FileSystem.removeEmptyFolder(root)
        }
        try FileSystem.write(Array(page.utf8), to: "\(root)/index.html")
        try FileSystem.write(Array("<h2 id=\"due\">Due</h2>\n".utf8), to: "\(root)/Fees.html")
        try check(root)
    }

    @Test func aWholeSiteIsSilent() throws {
        try site("<a href=\"Fees.html#due\">a</a> <a href=\"https://example.org\">b</a> <a href=\"/root\">c</a>\n") { root in
            let outcome = try Program.run("verify", root)
            #expect(outcome.status == 0 && outcome.output == "2 pages, 3 links: every one leads somewhere\n")
        }
    }

    @Test func faultsHaveFileLineAndColumn() throws {
        try site("<p>x</p>\n<p><a href=\"fees.html\">a</a> <a href=\"Fees.html#paid\">b</a></p>\n<a href=\"https://example.org/docs/none\">c</a>\n") { root in
            let outcome = try Program.run("verify", root, "--base-url", "https://example.org/docs/")
            #expect(outcome.status == 1)
            #expect(
                outcome.output == """
                    \(root)/index.html:2:4: 'fees.html' leads nowhere: there is no 'fees.html'
                    \(root)/index.html:2:30: no '#paid' on 'Fees.html'
                    \(root)/index.html:3:1: 'https://example.org/docs/none' leads nowhere: there is no 'none'
                    2 pages, 3 links: 3 faults

                    """)
        }
    }

    @Test func aFolderThatIsNotThereCannotBeRead() throws { #expect(try Program.run("verify", "/nowhere/at/all").status == 2) }
}
