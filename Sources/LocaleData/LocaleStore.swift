import FileSystem
import LocalizationModel
import YAML

/// The locale files of a folder, completed from CLDR.
public struct LocaleStore: Sendable {
    private let directory: String

    /// `directory` holds files named `<BCP 47 tag>.yml`; it is read when it is asked.
    public init(directory: String) { self.directory = directory }

    /// The locales that have a file, sorted.
    public func available() throws(HexaplaError) -> [LocaleTag] { try files().map(\.tag) }

    /// True for a locale of which something is known, by a file or by CLDR: `api` has the form of a tag and is none.
    public func knows(_ tag: LocaleTag) throws(HexaplaError) -> Bool {
        if try files().contains(where: { $0.tag.language == tag.language }) { return true }
        return CLDR.languageName(tag).map { $0.lowercased() != tag.language } ?? false
    }

    /// What is known of a locale: first its own file, then the file of its language (`de.yml`, or any other
    /// locale of the language in the same script), then CLDR. ICU is loaded only for what the files leave out.
    public func profile(for tag: LocaleTag) throws(HexaplaError) -> LocaleProfile {
        let files = try files()
        var own: LocaleFacts?
        if let file = files.first(where: { $0.tag == tag }) { own = try read(file).facts }
        var relative: LocaleFacts?
        if own?.knowsLanguage != true, let file = relativeFile(of: tag, among: files) { relative = try read(file).facts }
        return try LocaleCompletion(tag: tag, own: own, relative: relative).profile()
    }

    /// The profiles of locales that are read together. Those whose words share a script with another language among them get
    /// the model of their language, where there is one: nobody else pays for it.
    public func profiles(for tags: some Sequence<LocaleTag>) throws(HexaplaError) -> [LocaleTag: LocaleProfile] {
        var profiles: [LocaleTag: LocaleProfile] = [:]
        for tag in tags { profiles[tag] = try profile(for: tag) }
        var models: [Substring: LanguageModel?] = [:]
        for tag in profiles.keys.sorted() {
            guard let profile = profiles[tag], profile.separatesWords else { continue }
            let rivals = profiles.values.contains { other in
                other.locale.language != tag.language && other.separatesWords && !Set(other.scripts).isDisjoint(with: profile.scripts)
            }
            guard rivals else { continue }
            if models[tag.language] == nil { models[tag.language] = .some(try languageModel(of: tag.language)) }
            profiles[tag]?.languageModel = models[tag.language] ?? nil
        }
        return profiles
    }

    /// The model `languages/<language>.txt` beside the locale files; nil where there is none.
    public func languageModel(of language: some StringProtocol) throws(HexaplaError) -> LanguageModel? {
        let path = "\(directory)/languages/\(language).txt"
        guard FileSystem.kind(path, followingLinks: true) == .file else { return nil }
        return try LanguageModelFile(path: path, bytes: try FileSystem.read(path), language: String(language)).model
    }

    /// The examples of a locale's own file; none where it has no file.
    public func examples(for tag: LocaleTag) throws(HexaplaError) -> [LocaleExample] {
        guard let file = try files().first(where: { $0.tag == tag }) else { return [] }
        return try read(file).examples
    }

    /// What words of the source become in the target: nil where no one has learnt it yet.
    public func lexicon(source: LocaleTag, target: LocaleTag) throws(HexaplaError) -> Lexicon? {
        try LexiconFile.read("\(directory)/\(LexiconFile.name(source: source, target: target))")
    }

    private struct File {
        let tag: LocaleTag
        let path: String
    }

    private func files() throws(HexaplaError) -> [File] {
        var files: [File] = []
        for name in try FileSystem.names(inFolder: directory) where name.hasSuffix(".yml") && !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            guard let tag = LocaleTag(name.dropLast(4)) else {
                throw HexaplaError(
                    "\(path): '\(name.dropLast(4))' is no locale", remedy: "Name the file by a BCP 47 tag, as in de-DE.yml")
            }
            files.append(File(tag: tag, path: path))
        }
        return files.sorted { $0.tag < $1.tag }
    }

    private func read(_ file: File) throws(HexaplaError) -> LocaleFile {
        try LocaleFile(path: file.path, bytes: try FileSystem.read(file.path), tag: file.tag)
    }

    private func relativeFile(of tag: LocaleTag, among files: [File]) -> File? {
        let relatives = files.filter { $0.tag != tag && $0.tag.language == tag.language }
        guard !relatives.isEmpty else { return nil }
        let script = CLDR.likelyScript(tag)
        let sameScript = relatives.filter { CLDR.likelyScript($0.tag) == script }
        return sameScript.first { $0.tag.description.utf8.count == $0.tag.language.utf8.count } ?? sameScript.first
    }
}
