import FileSystem
import Glibc
import LocalizationModel

/// A folder for one test with a git repository in it, removed with its owner.
public final class GitFolder: Sendable {
    public let root: String

    /// - Parameter arguments: what `git init` is given besides.
    public init(_ arguments: String...) throws {
        var template = Array((P_tmpdir + "/hexapla-git-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw HexaplaError("cannot make a temporary folder") }
        root = String(cString: made)
        try git(["init", "--quiet", "--initial-branch=main"] + arguments)
    }

    deinit { Self.removeAll(root) }

    private static func removeAll(_ path: String) {
        if FileSystem.kind(path) == .folder {
            for name in (try? FileSystem.names(inFolder: path)) ?? [] { removeAll("\(path)/\(name)") }
            FileSystem.removeEmptyFolder(path)
        } else {
            FileSystem.remove(path)
        }
    }

    public func write(_ text: String, _ path: String) throws { try write(Array(text.utf8), path) }

    public func write(_ bytes: [UInt8], _ path: String) throws {
        let file = "\(root)/\(path)"
        try FileSystem.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
        try FileSystem.write(bytes, to: file)
    }

    public func read(_ path: String) throws -> String { String(decoding: try FileSystem.read("\(root)/\(path)"), as: UTF8.self) }

    public func remove(_ path: String) throws { FileSystem.remove("\(root)/\(path)") }

    /// Commits everything as it stands and returns the commit's id.
    @discardableResult
    public func commit(_ message: String = "A change") throws -> String {
        try git("add", "--all")
        try git("commit", "--quiet", "--allow-empty", "--message", message)
        return try git("rev-parse", "HEAD")
    }

    /// Runs git in the folder, without the user's configuration; returns what it printed, without the last line end.
    @discardableResult
    public func git(_ arguments: String...) throws -> String { try git(arguments) }

    @discardableResult
    public func git(_ arguments: [String]) throws -> String {
        let settings = [
            "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A",
            "GIT_COMMITTER_EMAIL=a@example.org",
        ]
        let safe = ["-c", "protocol.file.allow=always"]
        let outcome = try Spawned.run(["/usr/bin/env"] + settings + ["git"] + safe + arguments, in: root)
        guard outcome.status == 0 else { throw HexaplaError("git \(arguments.joined(separator: " ")): \(outcome.error)") }
        return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
    }
}
