import FileSystem
import Leverage
import LocaleData
import LocalizationModel

/// Writes lexicons: the `learn` command.
public enum LexiconLearning {
    /// Learns from files of pairs, source and translation divided by a tab; lines that start with `#` and have no tab go into
    /// the head of the lexicon. The first file tells which words stay as they are. Returns the number of entries.
    public static func learn(bitexts: [String], source: LocaleTag, target: LocaleTag, output: String) throws(HexaplaError) -> Int {
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
}
