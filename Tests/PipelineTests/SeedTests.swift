import LocalizationModel
import Testing
import TestSupport

@testable import Pipeline

/// The page without a source: what the report must say of it. The demonstration's page shows the faults of a real one.
@Suite("A page without a source") struct SeedTests {
    private static func findings(_ content: String) throws -> [Finding] {
        let project = Project(content: content)
        let data = try DataFolders(project: "", explicit: Repository.root)
        let analysis = try ProjectAnalysis(project, data: data)
        return try analysis.map(jobs: 2) { (group) throws(HexaplaError) in
            group.group.path == "competencies/cloud-productivity.md" ? group.findings : []
        }.flatMap { $0 }
    }

    static let contents = [Repository.content] + (Repository.shared.map { [$0 + "/seeds/content"] } ?? [])

    @Test(arguments: contents) func theReportSaysWhatIsWrong(_ content: String) throws {
        let findings = try Self.findings(content)
        func has(_ rule: String, _ locale: String, _ text: String = "", count: Int? = nil) {
            let found = findings.filter {
                $0.rule == rule && $0.locale.description == locale && (text.isEmpty || ($0.message + ($0.target?.text ?? "")).contains(text))
            }
            #expect(count.map { $0 == found.count } ?? !found.isEmpty, "\(rule) \(locale) \(text): \(found.count)")
        }
        for locale in ["de-DE", "ja-JP", "ru-RU"] {
            for key in ["title", "description", "keywords"] {
                #expect(findings.contains { $0.rule == "untranslated-metadata" && $0.locale.description == locale && $0.key == key })
            }
            has("untranslated-segment", locale, "4,000")
            has("untranslated-segment", locale, "Trial", count: 2)
        }
        for locale in ["de-DE", "ja-JP", "ru-RU", "zh-TW"] {
            has("stale-segment", locale, "Fast Track Partner", count: 2)
            has("retired-page", locale)
            has("wrong-locale-link", locale, "/en-us/")
        }
        has("source-name-kept", "ru-RU", "Gold (Золотой уровень)", count: 1)
        has("machine-translation", "zh-CN")
        has("retired-page", "zh-CN")
        has("inconsistent-metadata", "zh-CN", "2 keywords, 3")
        has("inconsistent-metadata", "zh-CN", "robots")
        has("inconsistent-metadata", "zh-TW", "robots")
        has("missing-heading", "zh-CN")
        has("stale-page", "zh-TW")
        has("inconsistent-number-format", "zh-TW", "'4000'")
        has("link-text-whitespace", "zh-TW")
        has("entity-mismatch", "de-DE", "Office365", count: 2)
        has("entity-mismatch", "ru-RU", "3 times", count: 2)
        has("inconsistent-translation", "ru-RU")
        has("inconsistent-translation", "de-DE", "bestehen")
        #expect(findings.filter { $0.rule == "number-mismatch" }.isEmpty, "all numbers agree")
    }
}
