import LocalizationModel
import Pipeline
import TestSupport

/// The locales that accuracy is measured in.
enum Locales {
    static let all = ["de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]

    /// As `hexapla compare` makes it, with the shipped lexicon; made once, which takes a debug build a second or more.
    static func comparison(_ locale: String) throws(HexaplaError) -> PairComparison {
        switch locale {
        case "de-DE": try german.get()
        case "ja-JP": try japanese.get()
        case "ru-RU": try russian.get()
        case "zh-CN": try simplifiedChinese.get()
        case "zh-TW": try traditionalChinese.get()
        default: throw HexaplaError("'\(locale)' is none of the locales measured")
        }
    }

    // One constant each, so that they are read in parallel.
    private static let german = made("de-DE")
    private static let japanese = made("ja-JP")
    private static let russian = made("ru-RU")
    private static let simplifiedChinese = made("zh-CN")
    private static let traditionalChinese = made("zh-TW")

    private static func made(_ locale: String) -> Result<PairComparison, HexaplaError> {
        Result { () throws(HexaplaError) in
            guard let source = LocaleTag("en-US"), let target = LocaleTag(locale) else { throw HexaplaError("'\(locale)' is no locale") }
            return try PairComparison(source: source, target: target, data: DataFolders(project: Repository.root, explicit: Repository.root))
        }
    }
}
