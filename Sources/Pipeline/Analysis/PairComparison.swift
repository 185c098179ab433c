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
        let (pages, path) = try read(sourceFile, targetFile)
        var old: Page?
        if let base { old = try reader.read(file: base, path: path, locale: source).page }
        let analysed = analyser.analyse(pages, path: path, isFragment: false, past: old.map { [target: PastSource(page: $0)] } ?? [:])
        // What is wrong with the source alone is no matter of the pair.
        return analysed.with(findings: analysed.findings.filter { $0.locale != source })
    }

    /// The pair, aligned and not judged.
    public func align(source sourceFile: String, target targetFile: String) throws(HexaplaError) -> Bitext? {
        let (pages, path) = try read(sourceFile, targetFile)
        return analyser.align(pages, path: path).first?.bitext
    }

    private var analyser: GroupAnalyser { GroupAnalyser(reader: reader, sourceLocale: source, translationLocales: [target], siteHasSource: true) }

    private func read(_ sourceFile: String, _ targetFile: String) throws(HexaplaError) -> (pages: [ReadPage], path: String) {
        let path = targetFile.split(separator: "/").last.map(String.init) ?? targetFile
        return ([try reader.read(file: sourceFile, path: path, locale: source), try reader.read(file: targetFile, path: path, locale: target)], path)
    }

    /// Why each unit of the pair's alignment was put together; none where nothing was aligned.
    public func explain(_ analysed: AnalysedGroup) -> [UnitExplanation] {
        guard let source = analysed.group.source, let translation = analysed.group.translations.first, let bitext = translation.bitext,
            let aligner = analyser.aligners[target]
        else { return [] }
        return aligner.explain(
            bitext, source: .init(document: source.page.document, segments: bitext.source),
            target: .init(document: translation.page.document, segments: bitext.target))
    }
}
