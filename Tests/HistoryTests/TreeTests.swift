import Dispatch
import FileSystem
import Glibc
import LocalizationModel
import Synchronization
import TestSupport
import Testing

@testable import History

/// The files of a commit, whoever made its trees.
@Suite("Trees") struct TreeTests {
    private func head(_ folder: GitFolder) throws -> Commit { try GitRepository(holding: folder.root).commit("HEAD") }

    private func paths(_ folder: GitFolder, below: String = "") throws -> [String]? { try head(folder).files(below: below)?.map(\.path).sorted() }

    @Test func filesBelowAFolder() throws {
        let folder = try GitFolder()
        for path in ["a.md", "docs/en/a.md", "docs/en/deep/b c.md", "docs/de/ü.md"] { try folder.write("text of \(path)", path) }
        try folder.commit()
        #expect(try paths(folder, below: "docs") == ["docs/de/ü.md", "docs/en/a.md", "docs/en/deep/b c.md"])
        #expect(try paths(folder)?.count == 4)
        #expect(try paths(folder, below: "docs/en/deep/") == ["docs/en/deep/b c.md"] || paths(folder, below: "docs/en/deep") == ["docs/en/deep/b c.md"])
        for absent in ["doc", "a.md", "docs/fr", "docs/../docs"] { #expect(try paths(folder, below: absent) == nil, "\(absent)") }
        let commit = try head(folder)
        let file = try #require(try commit.file(at: "docs/de/ü.md"))
        #expect(String(decoding: try commit.read(file), as: UTF8.self) == "text of docs/de/ü.md")
        #expect(file.id.description == (try folder.git("rev-parse", "HEAD:docs/de/ü.md")))
        for absent in ["docs", "b.md", "", "docs/de/ü.md/x"] { #expect(try commit.file(at: absent) == nil, "\(absent)") }
    }

    @Test func whatWasCommittedIsReadAndNotWhatIsThere() throws {
        let folder = try GitFolder()
        try folder.write("committed\r\n", "a.md")
        try folder.commit()
        try folder.write("changed", "a.md")
        let commit = try head(folder)
        #expect(try commit.file(at: "a.md").map { try commit.read($0) } == Array("committed\r\n".utf8))
    }

    @Test func linksAndSubmodulesAreNoFiles() throws {
        let folder = try GitFolder()
        try folder.write("secret", "secret.md")
        try folder.write("x", "docs/a.md")
        #expect(symlink("../secret.md", folder.root + "/docs/link.md") == 0)
        #expect(symlink("docs", folder.root + "/linked") == 0)
        let id = try folder.commit()
        try folder.git("update-index", "--add", "--cacheinfo", "160000,\(id),docs/module")
        try folder.git("commit", "--quiet", "--message", "A submodule")
        #expect(try paths(folder, below: "docs") == ["docs/a.md"])
        #expect(try paths(folder, below: "linked") == nil)
        #expect(try head(folder).file(at: "docs/link.md") == nil)
    }

    // MARK: Trees written by hand

    /// A commit of a tree whose entries are given with their bytes; returns its id.
    private func commit(_ folder: GitFolder, _ entries: [(mode: String, name: [UInt8], id: String)]) throws -> String {
        try folder.git("commit-tree", "-m", "By hand", try tree(folder, entries))
    }

    private func tree(_ folder: GitFolder, _ entries: [(mode: String, name: [UInt8], id: String)]) throws -> String {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += Array("\(entry.mode) ".utf8) + entry.name + [0]
            let digits = Array(entry.id)
            bytes += stride(from: 0, to: 40, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        }
        try folder.write(bytes, "tree.bin")
        return try folder.git("hash-object", "-t", "tree", "-w", "--literally", "tree.bin")
    }

    private func blob(_ folder: GitFolder, _ text: String) throws -> String {
        try folder.write(text, "blob.bin")
        return try folder.git("hash-object", "-w", "blob.bin")
    }

    @Test func namesThatLeadElsewhereAreLeftOut() throws {
        let folder = try GitFolder()
        let text = try blob(folder, "text")
        let names = ["..", ".", ".git", ".GIT", "/etc/passwd", "../x", "a/b", "e\u{1B}[2Jvil.md", "line\nend.md", "c1\u{9B}.md", "good.md"]
        let broken: [[UInt8]] = [[], [0xFF, 0xFE], Array("x\u{7F}".utf8)]
        let inner = try tree(folder, [("100644", Array("x.md".utf8), text)])
        var entries = (names.map { Array($0.utf8) } + broken).map { (mode: "100644", name: $0, id: text) }
        entries.append((mode: "40000", name: Array("..".utf8), id: inner))
        for entry in entries {
            let id = try commit(folder, [entry])
            let found = try? GitRepository(holding: folder.root).commit(id).files(below: "")
            let expected = entry.name == Array("good.md".utf8) ? ["good.md"] : []
            #expect(found?.map(\.path) ?? [] == expected, "\(String(decoding: entry.name, as: UTF8.self))")
        }
    }

    @Test func treesThatUnfoldWithoutEndAreRefused() throws {
        let folder = try GitFolder()
        var id = try tree(folder, [("100644", Array("x.md".utf8), try blob(folder, "text"))])
        for _ in 0..<12 { id = try tree(folder, (0..<10).map { ("40000", Array("d\($0)".utf8), id) }) }
        let commit = try GitRepository(holding: folder.root).commit(try folder.git("commit-tree", "-m", "A bomb", id))
        let error = #expect(throws: HexaplaError.self) { try commit.files(below: "", atMost: 5_000) }
        #expect(error?.message.contains("too large") ?? false)
    }

    @Test func foldersOfAnyDepthDoNotTrap() throws {
        let folder = try GitFolder()
        var id = try tree(folder, [("100644", Array("x.md".utf8), try blob(folder, "text"))])
        for _ in 0..<300 { id = try tree(folder, [("40000", Array("d".utf8), id)]) }
        let commit = try GitRepository(holding: folder.root).commit(try folder.git("commit-tree", "-m", "Deep", id))
        #expect(throws: HexaplaError.self) { try commit.files(below: "") }
    }

    @Test func brokenTreesAndMissingObjectsAreErrors() throws {
        let folder = try GitFolder()
        let missing = String(repeating: "12", count: 20)
        let entries = [("100644", Array("gone.md".utf8), missing)]
        let commit = try GitRepository(holding: folder.root).commit(try self.commit(folder, entries))
        let file = try #require(try commit.files(below: "")?.first)
        let error = #expect(throws: HexaplaError.self) { try commit.read(file) }
        #expect(error?.message == "the repository does not hold 'gone.md' at '\(commit.revision)'")
        let lost = try GitRepository(holding: folder.root).commit(try self.commit(folder, [("40000", Array("d".utf8), missing)]))
        #expect(throws: HexaplaError.self) { try lost.files(below: "d") }
        // A folder's entry that names a blob, and a file's that names a tree.
        let text = try blob(folder, "text")
        let inner = try tree(folder, [("100644", Array("x.md".utf8), text)])
        let crossed = try GitRepository(holding: folder.root).commit(
            try self.commit(folder, [("40000", Array("d".utf8), text), ("100644", Array("f.md".utf8), inner)]))
        #expect(throws: HexaplaError.self) { try crossed.files(below: "d") }
        let wrong = try #require(try crossed.file(at: "f.md"))
        #expect(throws: HexaplaError.self) { try crossed.read(wrong) }
    }

    @Test func filesThatAreTooLargeOrElsewhereAreErrors() throws {
        let folder = try GitFolder()
        try folder.write("version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 12345\n", "pointer.md")
        try folder.write("more than three bytes", "large.md")
        try folder.write("", "empty.md")
        try folder.commit()
        let repository = try GitRepository(holding: folder.root)
        let commit = try repository.commit("HEAD")
        let pointer = try #require(try commit.file(at: "pointer.md"))
        #expect(#expect(throws: HexaplaError.self) { try commit.read(pointer) }?.message.contains("Git LFS") ?? false)
        let large = try #require(try commit.file(at: "large.md"))
        let error = #expect(throws: HexaplaError.self) { try repository.read(large.id, named: "'large.md'", limit: 3) }
        #expect(error?.message == "'large.md' is too large: 21 bytes")
        #expect(try commit.file(at: "empty.md").map { try commit.read($0) } == [])
    }

    @Test func manyThreadsReadOneRepository() throws {
        let folder = try GitFolder()
        for number in 0..<64 { try folder.write("page \(number)", "docs/\(number).md") }
        try folder.commit()
        let commit = try head(folder)
        let files = try #require(try commit.files(below: "docs"))
        let wrong = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 1_024) { index in
            let file = files[index % files.count]
            let text = (try? commit.read(file)).map { String(decoding: $0, as: UTF8.self) }
            if text != "page \(file.path.dropFirst(5).dropLast(3))" { wrong.wrappingAdd(1, ordering: .relaxed) }
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
    }
}
