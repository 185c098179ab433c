import Alignment
import FileSystem
import LocaleData
import LocalizationModel

/// Compares two files without a project: the `align` and `compare` commands.
public struct PairComparison: Sendable {
    private let reader: PageReader
    private let source: LocaleTag
    private let target: LocaleTag

    public init(source: LocaleTag, target: LocaleTag, data: DataFolders, learnt: String? = nil) throws(HexaplaError) {
        reader = try PageReader(LocaleStore(directory: data.locales), source: source, [target], learnt: learnt)
        self.source = source
        self.target = target
    }

    /// The pair, aligned and judged; `base` is the source as it stood when the translation was made.
    public func compare(source sourceFile: String, target targetFile: String, base: String?) throws(HexaplaError) -> AnalysedGroup {
        let path = targetFile.split(separator: "/").last.map(String.init) ?? targetFile
        let pages = [
            try reader.read(file: sourceFile, path: path, locale: source), try reader.read(file: targetFile, path: path, locale: target),
        ]
        var old: Page?
        if let base { old = try reader.read(file: base, path: path, locale: source).page }
        let analyser = GroupAnalyser(reader: reader, sourceLocale: source, translationLocales: [target], siteHasSource: true)
        return analyser.analyse(pages, path: path, isFragment: false, oldSource: old)
    }

    /// Why each unit of the pair's alignment was put together; none where nothing was aligned.
    public func explain(_ analysed: AnalysedGroup) -> [UnitExplanation] {
        guard let source = analysed.group.source, let translation = analysed.group.translations.first, let bitext = translation.bitext,
            let sourceProfile = reader.profiles[self.source], let profile = reader.profiles[target]
        else { return [] }
        return SegmentAligner(source: sourceProfile, target: profile, lexicon: reader.leverage.lexicons[target]).explain(
            bitext, source: .init(document: source.page.document, segments: bitext.source),
            target: .init(document: translation.page.document, segments: bitext.target))
    }
}
