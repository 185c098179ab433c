import FileSystem
import FrontMatter
import LocalizationModel
import Terminology

// The files that the configuration names.
extension Project {
    /// The glossaries as one; nil where there is none.
    func glossary() throws(HexaplaError) -> Glossary? {
        guard !glossaries.isEmpty else { return nil }
        var concepts: [Glossary.Concept] = []
        for path in glossaries { concepts += try GlossaryReader.read(try read(path, named: "glossary"), path: path, source: sourceLocale).concepts }
        return Glossary(concepts)
    }

    /// What the front matter of pages has to be; nil where nobody said.
    func frontMatterSchema() throws(HexaplaError) -> FrontMatterSchema? {
        try frontMatter.map { (path) throws(HexaplaError) in try FrontMatterSchemaFile.read(try read(path, named: "front-matter"), path: path) }
    }

    private func read(_ path: String, named key: String) throws(HexaplaError) -> [UInt8] {
        guard FileSystem.kind(path, followingLinks: true) == .file else {
            throw HexaplaError("there is no file '\(path)'", remedy: "Correct '\(key)' in \(configuration ?? Self.configurationName)")
        }
        return try FileSystem.read(path)
    }
}
