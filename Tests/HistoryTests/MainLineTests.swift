import LocalizationModel
import TestSupport
import Testing

@testable import History

/// What the commits of a branch changed, from the newest on.
@Suite("Main line") struct MainLineTests {
    private func steps(_ folder: String, below: String = "docs") throws -> [[String]] {
        var line = try MainLine(try GitRepository(holding: folder).commit("HEAD"), below: below)
        var steps: [[String]] = []
        while let step = try line.step() {
            steps.append(step.changes.map { "\($0.old == nil ? "+" : $0.new == nil ? "-" : "~")\($0.path)" }.sorted())
        }
        return steps
    }

    private func repository() throws -> GitFolder {
        let folder = try GitFolder()
        for (path, text) in [("docs/a.md", "one"), ("docs/deep/b.md", "one"), ("other.md", "one")] { try folder.write(text, path) }
        try folder.commit()
        try folder.write("two", "docs/deep/b.md")
        try folder.commit()
        try folder.write("two", "other.md")
        try folder.commit()
        try folder.git("mv", "docs/a.md", "docs/c.md")
        try folder.commit()
        return folder
    }

    @Test func changesOfAFolder() throws {
        let folder = try repository()
        #expect(try steps(folder.root) == [["+docs/c.md", "-docs/a.md"], [], ["~docs/deep/b.md"], ["+docs/a.md", "+docs/deep/b.md"]])
        #expect(try steps(folder.root, below: "nowhere") == [[], [], [], []])
    }

    @Test func aMergeChangedWhatItBroughtIn() throws {
        let folder = try repository()
        try folder.git("checkout", "--quiet", "-b", "topic", "HEAD~2")
        try folder.write("three", "docs/deep/b.md")
        try folder.commit()
        try folder.git("checkout", "--quiet", "main")
        try folder.git("merge", "--quiet", "--no-ff", "--message", "Merge", "topic")
        #expect(try steps(folder.root).first == ["~docs/deep/b.md"])
        #expect(try steps(folder.root).count == 5)
    }

    @Test func aShallowCloneEndsBeforeItsLastCommit() throws {
        let folder = try repository()
        try folder.git("clone", "--quiet", "--depth", "2", "file://\(folder.root)", "shallow")
        #expect(try steps(folder.root + "/shallow") == [["+docs/c.md", "-docs/a.md"]])
    }

    @Test func whereTwoBranchesParted() throws {
        let folder = try repository()
        try folder.git("checkout", "--quiet", "-b", "topic", "HEAD~2")
        try folder.commit("On the topic")
        let repository = try GitRepository(holding: folder.root)
        let base = try repository.mergeBase(try repository.commit("topic"), try repository.commit("main"))
        #expect(base?.id.description == (try folder.git("rev-parse", "main~2")))
    }
}
