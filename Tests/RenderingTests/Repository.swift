import Foundation
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

    /// The drafts are flat maps of double-quoted texts, which are JSON strings too.
    static func texts(_ locale: String) throws -> [String: String] {
        let file = try String(contentsOfFile: "\(root)/locales/interface-draft/\(locale).yml", encoding: .utf8)
        var texts: [String: String] = [:]
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { throw HexaplaError("\(locale): not a key: \(line)") }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            let key = String(line[..<colon])
            guard texts[key] == nil else { throw HexaplaError("\(locale): key twice: \(key)") }
            texts[key] = try JSONDecoder().decode(String.self, from: Data(value.utf8))
        }
        return texts
    }

    static func interface(_ locale: String) throws -> InterfaceText {
        let grouping = ["de-DE": ".", "ru-RU": "\u{A0}"][locale] ?? ","
        return try InterfaceText(language: locale, texts: try texts(locale), grouping: grouping)
    }

    static func renderer() throws -> SiteRenderer { SiteRenderer(templates: try TemplateSet(directory: templates)) }
}
