import FileSystem
import Glibc
import LocalizationModel
import Testing
import TestSupport

/// What a build leaves that is killed, at any point.
@Suite("Killed builds") struct KilledBuildTests {
    /// A project of its own, removed with the test.
    private final class Place {
        let root: String

        init() throws {
            var template = Array((P_tmpdir + "/hexapla-killed-XXXXXX").utf8CString)
            guard let made = mkdtemp(&template) else { throw HexaplaError("cannot make a temporary folder") }
            root = String(cString: made)
        }

        deinit { _ = try? Spawned.run(["/bin/rm", "-rf", root], in: "/") }

        func write(edition: Int) throws {
            for locale in ["en-US", "de-DE", "ja-JP"] {
                try FileSystem.makeFolder("\(root)/content/\(locale)")
                for page in 1...12 {
                    let text = "# Page \(page)\n\n" + (1...20).map { "The fee of level \($0) is \(edition),\($0 + 100) euros.\n\n" }.joined()
                    try FileSystem.writeInPlace(Array(text.utf8), to: "\(root)/content/\(locale)/p\(page).md")
                }
            }
        }

        func build(_ output: String, cache: [String], killedAfter microseconds: UInt32? = nil) throws -> Int32 {
            try Program.run(
                ["build", "--content", "content", "--data", Repository.root, "--output", output] + cache, in: root, killedAfter: microseconds
            ).status
        }

        func files(_ folder: String) throws -> [String: [UInt8]] {
            var files: [String: [UInt8]] = [:]
            for path in try Repository.files("\(root)/\(folder)", ending: "") {
                files[String(path.dropFirst(root.count + folder.count + 2))] = try FileSystem.read(path)
            }
            return files
        }
    }

    @Test func theLastGoodSiteStays() throws {
        let place = try Place()
        let cache = ["--cache", "cache"]
        try place.write(edition: 1)
        #expect(try place.build("site", cache: cache) == 0)
        let old = try place.files("site")
        try place.write(edition: 2)
        #expect(try place.build("clean", cache: ["--no-cache"]) == 0)
        let new = try place.files("clean")
        #expect(old != new)
        var killed = 0
        var random = SeededGenerator(4)
        for delay in stride(from: 2_000, to: 900_000, by: 90_000) {
            if try place.build("site", cache: cache, killedAfter: UInt32(delay + Int.random(in: 0..<40_000, using: &random))) == -1 { killed += 1 }
            let left = try place.files("site").filter { !$0.key.hasPrefix(".hexapla-staging/") }
            #expect(Set(left.keys) == Set(old.keys))
            // Every file is whole: the old one or, from the moment at which all are ready, the new one.
            for (name, bytes) in left { #expect(bytes == old[name] || bytes == new[name], "\(name)") }
        }
        #expect(killed > 0)
        #expect(try place.build("site", cache: cache) == 0)
        #expect(try place.files("site") == new)
    }
}
