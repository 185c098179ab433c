import FileSystem
import Leverage
import LocaleData
import LocalizationModel

/// Learns from aligned segments: the `learn` command.
public enum Learning {
    /// Learns a lexicon from files of pairs, source and translation divided by a tab; lines that start with `#` and have no tab go
    /// into the head of the lexicon. The first file tells which words stay as they are. Returns the number of entries.
    public static func learn(bitexts: [String], output: String) throws(HexaplaError) -> Int {
        var trainer = LexiconTrainer()
        var provenance: [String] = []
        for (index, file) in bitexts.enumerated() {
            for line in String(decoding: try FileSystem.read(file), as: UTF8.self).split(separator: "\n") {
                let columns = line.split(separator: "\t", maxSplits: 1)
                if columns.count == 2 {
                    trainer.add(source: String(columns[0]), target: String(columns[1]), tellsKept: index == 0)
                } else if line.hasPrefix("# ") {
                    provenance.append(String(line.dropFirst(2)))
                }
            }
        }
        let lexicon = trainer.lexicon()
        try FileSystem.write(Array(LexiconFile.text(lexicon, provenance: provenance).utf8), to: output)
        return lexicon.entries.count
    }

    /// What was learnt from the pages of one locale.
    public struct Learnt: Sendable {
        public let locale: LocaleTag
        public let words: Int
        public let sentences: Int
    }

    /// Learns a lexicon and a memory for each locale of a project and writes them into a folder.
    public static func learn(_ analysis: ProjectAnalysis, folder: String, jobs: Int, progress: (@Sendable () -> Void)? = nil) throws(HexaplaError) -> [Learnt] {
        let pages = try analysis.map(jobs: jobs, progress: progress) { (analysed) throws(HexaplaError) in
            analysed.group.translations.compactMap { translation in
                translation.bitext.map { (translation.page.locale, SiteLearning.pairs($0, page: analysed.group.path)) }
            }
        }
        var learnt: [Learnt] = []
        try FileSystem.makeFolder(folder)
        for locale in analysis.tree.translationLocales {
            var learning = SiteLearning()
            for case let (own, pairs) in pages.joined() where own == locale { learning.add(pairs) }
            let (lexicon, memory) = (learning.lexicon(), learning.memory())
            let source = analysis.tree.sourceLocale
            try FileSystem.write(
                Array(LexiconFile.text(lexicon, provenance: ["Learnt from the pages of this site by 'hexapla learn'."]).utf8),
                to: "\(folder)/\(Leverage.lexiconName(source, locale))")
            try FileSystem.write(Array(MemoryFile.text(memory).utf8), to: "\(folder)/\(Leverage.memoryName(source, locale))")
            learnt.append(Learnt(locale: locale, words: lexicon.entries.count, sentences: memory.count))
        }
        return learnt
    }
}
