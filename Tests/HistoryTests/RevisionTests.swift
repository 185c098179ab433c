import FileSystem
import Glibc
import LocalizationModel
import TestSupport
import Testing

@testable import History

/// Which repository is read, and which commit of it.
@Suite("Revisions") struct RevisionTests {
    private func text(_ folder: GitFolder, _ revision: String, at path: String? = nil) throws -> String? {
        let commit = try GitRepository(holding: path ?? folder.root).commit(revision)
        return try commit.file(at: "a.md").map { String(decoding: try commit.read($0), as: UTF8.self) }
    }

    /// Three commits, the first with an annotated tag, the second with a branch.
    private func history() throws -> (folder: GitFolder, ids: [String]) {
        let folder = try GitFolder()
        var ids: [String] = []
        for text in ["one", "two", "three"] {
            try folder.write(text, "a.md")
            ids.append(try folder.commit(text))
            if text == "one" { try folder.git("tag", "--annotate", "v1", "--message", "First") }
            if text == "two" { try folder.git("branch", "topic/b") }
        }
        return (folder, ids)
    }

    @Test func whateverNamesACommitIsResolved() throws {
        let (folder, ids) = try history()
        for name in ["v1", "HEAD~2", ids[0], String(ids[0].prefix(10)), "v1^{commit}", "refs/tags/v1", "main~2", ":/one"] {
            #expect(try text(folder, name) == "one", "\(name)")
        }
        #expect(try text(folder, "topic/b") == "two")
        #expect(try text(folder, "main") == "three")
        #expect(try GitRepository(holding: folder.root).commit("v1").id.description == ids[0])
    }

    @Test(arguments: ["nowhere", "HEAD~3", "v1..main", "", " ", "@{", "^", "HEAD^{tree", "\u{1}", "deadbeef"])
    func whatNamesNothingIsAnError(_ name: String) throws {
        let (folder, _) = try history()
        let error = #expect(throws: HexaplaError.self) { try GitRepository(holding: folder.root).commit(name) }
        #expect(error?.message.contains("'\(name)'") ?? false, "\(error?.description ?? "")")
        #expect(error?.remedy != nil)
    }

    @Test func aFileIsNoCommit() throws {
        let (folder, _) = try history()
        for name in ["HEAD:a.md", "HEAD^{tree}"] {
            let error = #expect(throws: HexaplaError.self) { try GitRepository(holding: folder.root).commit(name) }
            #expect(error?.message.contains("is no commit") ?? false, "\(error?.description ?? "")")
        }
    }

    @Test func aRepositoryWithoutCommitsHasNoHead() throws {
        let folder = try GitFolder()
        #expect(throws: HexaplaError.self) { try GitRepository(holding: folder.root).commit("HEAD") }
    }

    @Test func theRepositoryIsFoundUpwards() throws {
        let (folder, _) = try history()
        try folder.write("x", "deep/er/x.md")
        let found = try GitRepository(holding: folder.root + "/deep/er")
        #expect(found.workingFolder == FileSystem.resolved(folder.root))
    }

    @Test func aWorktreeAndABareRepositoryWillDo() throws {
        let (folder, _) = try history()
        try folder.git("worktree", "add", "--quiet", "tree", "topic/b")
        #expect(try text(folder, "HEAD", at: folder.root + "/tree") == "two")
        #expect(try GitRepository(holding: folder.root + "/tree").workingFolder?.hasSuffix("/tree") ?? false)
        try folder.git("clone", "--quiet", "--bare", ".", "bare.git")
        #expect(try text(folder, "v1", at: folder.root + "/bare.git") == "one")
        #expect(try GitRepository(holding: folder.root + "/bare.git").workingFolder == nil)
    }

    @Test func aFolderWithoutARepositoryIsAnError() throws {
        let error = #expect(throws: HexaplaError.self) { try GitRepository(holding: "/") }
        #expect(error?.message == "'/' is in no git repository")
        #expect(throws: HexaplaError.self) { try GitRepository(holding: "/no/such/folder") }
    }

    @Test func aShallowCloneSaysWhatToDo() throws {
        let (folder, _) = try history()
        try folder.git("clone", "--quiet", "--depth", "1", "file://\(folder.root)", "shallow")
        #expect(try text(folder, "HEAD", at: folder.root + "/shallow") == "three")
        for name in ["HEAD~1", "v1"] {
            let error = #expect(throws: HexaplaError.self) { try GitRepository(holding: folder.root + "/shallow").commit(name) }
            #expect(error?.remedy?.contains("fetch more history") ?? false, "\(error?.description ?? "")")
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
    func anotherUsersRepositoryIsRefused() throws {
        let (folder, _) = try history()
        for path in [folder.root, folder.root + "/.git"] { #expect(chown(path, 65_534, 65_534) == 0) }
        let error = #expect(throws: HexaplaError.self) { try GitRepository(holding: folder.root) }
        #expect(error?.remedy?.contains("safe.directory") ?? false, "\(error?.description ?? "")")
    }
}
