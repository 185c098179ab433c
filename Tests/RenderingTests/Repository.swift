import Foundation
import LocaleData
import LocalizationModel
import Rendering

/// The package's own templates and interface texts, found from this file.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let templates = root + "/templates"
    static let locales = ["de-DE", "en-US", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]
    static let nativeNames = [
        "de-DE": "Deutsch", "en-US": "English", "ja-JP": "日本語", "ru-RU": "Русский", "zh-CN": "简体中文", "zh-TW": "繁體中文",
    ]

    /// The interface texts of a shipped locale file.
    static func texts(_ locale: String) throws -> [String: String] {
        guard let tag = LocaleTag(locale) else { throw HexaplaError("\(locale) is no locale") }
        return try LocaleStore(directory: root + "/locales").profile(for: tag).interface
    }

    static func interface(_ locale: String) throws -> InterfaceText {
        let grouping = ["de-DE": ".", "ru-RU": "\u{A0}"][locale] ?? ","
        return try InterfaceText(language: locale, texts: try texts(locale), grouping: grouping)
    }

    /// The names of the styles and scripts of the templates.
    static func assets(ending suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: templates + "/assets").filter { $0.hasSuffix(suffix) }.sorted()
    }

    static func asset(_ name: String) throws -> String { try String(contentsOfFile: "\(templates)/assets/\(name)", encoding: .utf8) }

    static func renderer() throws -> SiteRenderer { SiteRenderer(templates: try TemplateSet(directory: templates)) }
}
