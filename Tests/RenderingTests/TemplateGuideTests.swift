import Foundation
import Rendering
import Testing

/// docs/templates.md is complete: what a designer can use stands there.
@Suite struct TemplateGuideTests {
    private func guide() throws -> Set<String> {
        let text = try String(contentsOfFile: Repository.root + "/docs/templates.md", encoding: .utf8)
        let code = text.matches(of: /`([^`\n]+)`/).map { String($0.1) }
        let names = code.flatMap { $0.matches(of: /[A-Za-z][A-Za-z0-9-]*/).map { String($0.0) } }
        let headings = text.matches(of: /(?m)^## ([a-z-]+)$/).map { String($0.1) }
        return Set(names + headings)
    }

    @Test func everyTemplateAndPartialIsDescribed() throws {
        let guide = try guide()
        for name in try TemplateSet(directory: Repository.templates).names {
            #expect(guide.contains(name.replacing("partials/", with: "")), "\(name)")
        }
    }

    @Test func everyKeyThatTheTemplatesUseIsDescribed() throws {
        let guide = try guide()
        let set = try TemplateSet(directory: Repository.templates)
        for name in set.names {
            for (key, line) in set[name]?.names ?? [] where key != "." && !key.hasPrefix("t.") {
                #expect(guide.contains(key), "\(name).mustache:\(line): \(key)")
            }
        }
    }

    @Test func everyTokenThatIsUsedIsThere() throws {
        var defined: Set<Substring> = []
        var used: [Substring: String] = [:]
        for name in try Repository.assets(ending: ".css") {
            let style = try Repository.asset(name)
            defined.formUnion(style.matches(of: /(--[a-z0-9-]+):/).map(\.1))
            for match in style.matches(of: /var\((--[a-z0-9-]+)/) { used[match.1] = name }
        }
        for (token, name) in used { #expect(defined.contains(token), "\(name): \(token)") }
    }

    /// Colours by name or number, sides of the screen and languages belong to the tokens, or nowhere.
    @Test func stylesTakeTheirValuesFromTheTokens() throws {
        for name in try Repository.assets(ending: ".css") where name != "tokens.css" {
            for (line, text) in try Repository.asset(name).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let isToken = text.contains(/^\s*--/)
                #expect(isToken || !text.contains(/[:\s](#[0-9a-f]{3,8}\b|rgb|hsl)/), "\(name):\(line + 1): a colour: \(text)")
                #expect(isToken || !text.contains(":lang("), "\(name):\(line + 1): a language: \(text)")
                #expect(
                    !text.contains(/(margin|padding|border)-(left|right)|[;{\s](left|right):|float:\s*(left|right)/), "\(name):\(line + 1): a side: \(text)")
            }
        }
    }
}
