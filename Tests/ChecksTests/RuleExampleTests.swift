import Checks
import FileSystem
import LocalizationModel
import Reporting
import Testing
import TestSupport

@testable import Pipeline

/// Every rule speaks on its bad examples and is silent on its good ones.
@Suite("Rule examples") struct RuleExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: RuleMetadata
        let number: Int
        var testDescription: String { "\(rule.id) example \(number)" }
    }

    static let cases = RuleRegistry.all.map { $0.metadata }.flatMap { rule in
        rule.examples.indices.map { Case(rule: rule, number: $0 + 1) }
    }

    @Test(arguments: cases) func example(_ item: Case) throws {
        let example = item.rule.examples[item.number - 1]
        let findings = try Groups.findings(example.pages, glossary: example.glossary, frontMatter: example.frontMatter)
        let said = findings.contains { $0.rule == item.rule.id }
        #expect(said == (example.verdict == .bad), "\(findings.map { "\($0.rule): \($0.message)" })")
    }

    @Test func everyRuleHasAGoodExampleTwoTargetLocalesAndOneBeyondLatin() {
        for rule in RuleRegistry.all.map({ $0.metadata }) {
            #expect(rule.examples.contains { $0.verdict == .good }, "\(rule.id)")
            let locales = Set(rule.examples.flatMap(\.pages).map(\.locale)).subtracting(["en-US"])
            #expect(locales.count >= 2, "\(rule.id) has examples in \(locales) only")
            #expect(!locales.isDisjoint(with: ["ja-JP", "ru-RU", "zh-CN", "zh-TW"]), "\(rule.id) has no example beyond the Latin script")
        }
    }

    /// A rule is one file; a file that is not registered would never run.
    @Test func everyRuleFileIsRegistered() throws {
        let files = try Repository.files(Repository.root + "/Sources/Checks", ending: ".swift")
        let themes = files.filter { $0.split(separator: "/").dropLast().last != "Checks" }
        var declared: Set<String> = []
        for file in themes {
            let text = String(decoding: try FileSystem.read(file), as: UTF8.self)
            if [": PageRule", ": GroupRule", ": Rule"].contains(where: { text.contains("\($0) {") }) {
                declared.insert(file.split(separator: "/").last.map { String($0.dropLast(6)) } ?? "")
            }
        }
        #expect(declared == Set(RuleRegistry.all.map { "\($0)" }))
        #expect(Set(RuleRegistry.all.map { $0.metadata.id }).count == RuleRegistry.all.count)
    }

    @Test func theDocumentationIsFresh() throws {
        let rules = Rules.all
        let file = String(decoding: try FileSystem.read(Repository.root + "/docs/rules.md"), as: UTF8.self)
        #expect(file == RuleDocumentation.markdown(rules), "run: hexapla explain all --markdown > docs/rules.md")
    }
}
