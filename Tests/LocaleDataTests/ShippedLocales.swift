import LocaleData
import LocalizationModel

/// The locale files of this repository.
enum ShippedLocales {
    static let directory = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 } + "/locales"
    static let store = LocaleStore(directory: directory)
    static let tags = ["de-DE", "en-US", "ja-JP", "ru-RU", "zh-CN", "zh-TW"]
}
