import Glibc
import TestSupport

/// The program, run as a process of its own.
enum Program {
    /// Beside the tests' own executable, or where a debug build puts it.
    private static let path: String = {
        let own = CommandLine.arguments[0]
        let beside = own.lastIndex(of: "/").map { String(own[..<$0]) + "/hexapla" } ?? "hexapla"
        return access(beside, X_OK) == 0 ? beside : Repository.root + "/.build/debug/hexapla"
    }()

    static func run(_ arguments: String...) throws -> Spawned.Outcome { try run(arguments) }

    /// Runs in the repository's root, or in another folder.
    static func run(_ arguments: [String], in folder: String = Repository.root, killedAfter microseconds: UInt32? = nil) throws -> Spawned.Outcome {
        // Without a place for caches: no test sees what another one left.
        try Spawned.run(["/usr/bin/env", "-u", "HOME", "-u", "XDG_CACHE_HOME", path] + arguments, in: folder, killedAfter: microseconds)
    }
}
