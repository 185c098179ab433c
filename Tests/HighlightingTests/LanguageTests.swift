import LocalizationModel
import Testing

@testable import Highlighting

@Suite("Languages of code") struct LanguageTests {
    @Test(arguments: [
        ("csharp", "var x = $\"a{b(\"c\")}d\"; // e", "[keyword var] x = [string $\"a][variable {b(\"c\")}][string d\"]; [comment // e]"),
        ("csharp", "public Task<int> Load() => null;", "[keyword public] [type Task]<[type int]> [function Load]() => [literal null];"),
        ("csharp", "char c = 'a'; var p = @\"C:\\\";", "[type char] c = [string 'a']; [keyword var] p = [string @\"C:\\\"];"),
        ("azurecli", "az login --tenant $ID # now", "[function az] login [attribute --tenant] [variable $ID] [comment # now]"),
        (
            "bash", "if x; then sudo y \"$a b\"; fi",
            "[keyword if] [function x]; [keyword then] [keyword sudo] [function y] [string \"][variable $a][string  b\"]; [keyword fi]"
        ),
        ("bash", "for f in a; do ./b.sh; done", "[keyword for] f [keyword in] a; [keyword do] [function ./b.sh]; [keyword done]"),
        ("bash", "A=1 echo don't \\\"x $#", "[variable A]=[number 1] echo don't \\\"x $#"),
        (
            "ps1", "Get-AzVM -Name 'x' | Where { $_.A -eq $true }",
            "[function Get-AzVM] [attribute -Name] [string 'x'] | [function Where] { [variable $_].A [keyword -eq] [literal $true] }"
        ),
        ("powershell", "@{ Name = 1 }", "@{ [variable Name] = [number 1] }"),
        ("dotnetcli", "$ dotnet new -o \"a b\"\nDone, it's 5", "[meta $ ]dotnet new [attribute -o] [string \"a b\"]\nDone, it's 5"),
        ("json", "{\"a\": [1.5e-3, true], \"b\" : \"c\"}", "{[attribute \"a\"]: [[number 1.5e-3], [literal true]], [attribute \"b\"] : [string \"c\"]}"),
        (
            "yml", "# c\n- a-b: it's\n  url: http://x#y\n  \"k\": yes",
            "[comment # c]\n- [attribute a-b]: it's\n  [attribute url]: http://x#y\n  [attribute \"k\"]: [literal yes]"
        ),
        ("http", "GET https://x.org/a HTTP/1.1\nHost: x", "[keyword GET] https://x.org/a [keyword HTTP]/[number 1.1]\n[attribute Host]: x"),
        (
            "python", "@x\ndef f(a: int = 0x1F): # b\n    return f'{a}'",
            "[attribute @x]\n[keyword def] [function f](a: [type int] = [number 0x1F]): [comment # b]\n    [keyword return] [string f'{a}']"
        ),
        ("js", "const a = `b${c}d` + 'e' // f", "[keyword const] a = [string `b][variable ${c}][string d`] + [string 'e'] [comment // f]"),
        ("rust", "fn a<'b>(c: &'b str) { 'd' }", "[keyword fn] a<'b>(c: &'b [type str]) { [string 'd'] }"),
        ("swift", "\"a\\(b)\\\"c\" // d", "[string \"a][variable \\(b)][string \\\"c\"] [comment // d]"),
        (
            "sql", "SELECT a FROM b WHERE c = N'it''s' AND @d > 5 -- e",
            "[keyword SELECT] a [keyword FROM] b [keyword WHERE] c = [string N'it''s'] [keyword AND] [variable @d] > [number 5] [comment -- e]"
        ),
        ("kusto", "T | where a > ago(7d) | project-away b", "T | [keyword where] a > [function ago]([number 7d]) | [keyword project-away] b"),
        (
            "xml", "<!-- a --><b:c d=\"e\" f='g'/>&lt; 1 < 2",
            "[comment <!-- a -->][tag <b:c] [attribute d]=[string \"e\"] [attribute f]=[string 'g'][tag />][literal &lt;] 1 < 2"
        ),
        ("html", "<script>let a = '</b>';</script>x", "[tag <script>][keyword let] a = [string '</b>'];[tag </script>]x"),
        ("css", "a:hover {\n  color: #fff; /* b */\n}", "a:hover {\n  [attribute color]: [number #fff]; [comment /* b */]\n}"),
        ("diff", "--- a\n+b\n-c\n d", "[meta --- a]\n[inserted +b]\n[deleted -c]\n d"),
        ("toml", "[a]\nb.c = \"d\" # e", "[tag [a]]\n[attribute b.c] = [string \"d\"] [comment # e]"),
        (
            "bicep", "param a string = 'b${c}'\n  d: true",
            "[keyword param] a [type string] = [string 'b][variable ${c}][string ']\n  [attribute d]: [literal true]"
        ),
        ("hcl", "a \"b\" {\n  c = var.d\n}", "a [string \"b\"] {\n  [attribute c] = var.d\n}"),
        ("dockerfile", "FROM a:1.0 AS b", "[keyword FROM] a:1.0 [keyword AS] b"),
    ]) func piecesAreToldApart(language: String, code: String, marked: String) throws {
        #expect(try Shipped.marked(code, language) == marked)
    }

    /// Two languages that claim one name would be told apart by the alphabet.
    @Test func aNameIsOneLanguage() throws {
        var owners: [String: [String]] = [:]
        for language in try Shipped.languages() {
            let file = try GrammarFile(path: "\(Shipped.folder)/\(language).yml")
            for name in [language] + file.aliases { owners[name, default: []].append(language) }
            #expect(Set(file.titles.keys).isSubset(of: file.aliases), "\(language): a title for a name that it has not")
            #expect(file.aliases.allSatisfy { $0 == $0.lowercased() })
        }
        #expect(owners.filter { $0.value.count > 1 }.isEmpty)
    }

    @Test func readersAreToldTheLanguage() throws {
        let highlighter = try Shipped.highlighter.get()
        let code: [UInt8] = Array("x".utf8)
        func title(_ language: String) -> String? { code.withUnsafeBufferPointer { highlighter.html($0, language: language)?.title } }
        #expect(title("cs") == "C#")
        #expect(title("azurecli-interactive") == "Azure CLI")
        #expect(title("console") == "")
        #expect(title("output") == nil)
        #expect(title("") == nil)
    }
}
