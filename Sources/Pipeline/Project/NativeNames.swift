import LocaleData
import LocalizationModel

/// What languages call themselves.
public enum NativeNames {
    public static func of(_ locales: [LocaleTag], data: DataFolders) throws(HexaplaError) -> [LocaleTag: String] {
        let store = LocaleStore(directory: data.locales)
        var names: [LocaleTag: String] = [:]
        for locale in locales { names[locale] = try store.profile(for: locale).nativeName }
        return names
    }
}
