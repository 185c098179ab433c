import FileSystem
import LocalizationModel

/// Colours code for readers, at build time: code in, HTML with classes out.
///
/// The text of the code stays as it is, byte for byte. The cost is linear in its length whatever it holds.
public struct Highlighter: Sendable {
    private let grammars: [Grammar]
    /// By the names that pages use, in lower case.
    private let names: [String: Name]

    private struct Name: Sendable {
        /// Place in `grammars`.
        let grammar: Int
        /// As readers know it.
        let title: String
    }

    /// Longer code is shown as it is: nobody reads it, and a page of a million elements is slow in every browser.
    private static let longest = 1 << 18

    /// Reads the languages of folders with a file for each; one of the same file name in a later folder takes its place.
    ///
    /// A folder that is not there has none. Throws for a file that is no grammar, with its place.
    public init(folders: [String]) throws(HexaplaError) {
        var files: [String: String] = [:]
        for folder in folders where FileSystem.kind(folder, followingLinks: true) == .folder {
            for name in try FileSystem.names(inFolder: folder) where name.hasSuffix(Self.suffix) && !name.hasPrefix(".") {
                files[String(name.dropLast(Self.suffix.count))] = "\(folder)/\(name)"
            }
        }
        var grammars: [Grammar] = []
        var names: [String: Name] = [:]
        for (name, path) in files.sorted(by: { $0.key < $1.key }) {
            let file = try GrammarFile(path: path)
            for alias in file.aliases where names[alias] == nil {
                names[alias] = Name(grammar: grammars.count, title: file.titles[alias] ?? file.grammar.name)
            }
            // A file's own name is stronger than what another one says of itself.
            names[name] = Name(grammar: grammars.count, title: file.grammar.name)
            grammars.append(file.grammar)
        }
        self.grammars = grammars
        self.names = names
    }

    private static let suffix = ".yml"

    /// The code as HTML, and what readers call its language, empty where that tells them nothing; nil where the language is not known, or the
    /// code is too long.
    ///
    /// - Parameter language: as the page names it, in lower case.
    public func html(_ code: UnsafeBufferPointer<UInt8>, language: String) -> (html: [UInt8], title: String)? {
        guard code.count <= Self.longest, let name = names[language] else { return nil }
        let grammar = grammars[name.grammar]
        let writer = TokenWriter(code)
        if grammar.isMarkup {
            var lexer = MarkupLexer(code, grammar, writer, languages: self.grammar)
            lexer.run()
        } else {
            var lexer = CodeLexer(code, grammar, in: 0..<code.count, writer)
            lexer.run()
        }
        writer.finish()
        return (writer.html, name.title)
    }

    private func grammar(_ language: String) -> Grammar? { names[language].map { grammars[$0.grammar] } }
}
