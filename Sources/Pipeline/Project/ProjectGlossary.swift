import FileSystem
import LocalizationModel
import Terminology

extension Project {
    /// The glossaries of the configuration as one; nil where it names none.
    func glossary() throws(HexaplaError) -> Glossary? {
        guard !glossaries.isEmpty else { return nil }
        var concepts: [Glossary.Concept] = []
        for path in glossaries {
            guard FileSystem.kind(path, followingLinks: true) == .file else {
                throw HexaplaError("no glossary '\(path)'", remedy: "Correct 'glossary' in \(configuration ?? Self.configurationName)")
            }
            concepts += try GlossaryReader.read(try FileSystem.read(path), path: path, source: sourceLocale).concepts
        }
        return Glossary(concepts)
    }
}
