import FileSystem
import Glibc
import LocalizationModel
import TestSupport

/// The program, run as a process of its own.
///
/// Through posix_spawn and files: Foundation's Process was seen to wait for ever for a child that had ended long ago.
enum Program {
    struct Outcome {
        let status: Int32
        let output: String
        let error: String
    }

    /// Beside the tests' own executable, or where a debug build puts it.
    private static let path: String = {
        let own = CommandLine.arguments[0]
        let beside = own.lastIndex(of: "/").map { String(own[..<$0]) + "/hexapla" } ?? "hexapla"
        return access(beside, X_OK) == 0 ? beside : Repository.root + "/.build/debug/hexapla"
    }()

    static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    /// Runs in the repository's root.
    static func run(_ arguments: [String]) throws -> Outcome {
        var template = Array((P_tmpdir + "/hexapla-run-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw HexaplaError("cannot make a temporary folder") }
        let folder = String(cString: made)
        let (output, error) = (folder + "/output", folder + "/error")
        defer {
            FileSystem.remove(output)
            FileSystem.remove(error)
            FileSystem.removeEmptyFolder(folder)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error, O_WRONLY | O_CREAT, 0o600)
        // The shell changes the folder; Glibc's own action for that is hidden from Swift.
        var words = (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", Repository.root, path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", &actions, nil, &words, environ) == 0 else { throw HexaplaError("cannot run \(path)") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return Outcome(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output: String(decoding: try FileSystem.read(output), as: UTF8.self),
            error: String(decoding: try FileSystem.read(error), as: UTF8.self))
    }
}
