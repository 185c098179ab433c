import FileSystem
import Glibc
import LocalizationModel

/// A program, run as a process of its own.
///
/// Through posix_spawn and files: Foundation's Process was seen to wait for ever for a child that had ended long ago.
public enum Spawned {
    public struct Outcome: Sendable {
        /// -1 where a signal ended it.
        public let status: Int32
        public let output: String
        public let error: String
    }

    /// - Parameter command: the program's path and its arguments.
    /// - Parameter killedAfter: sends SIGKILL after so many microseconds.
    public static func run(_ command: [String], in workingFolder: String, killedAfter microseconds: UInt32? = nil) throws -> Outcome {
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
        var words = (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workingFolder] + command).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", &actions, nil, &words, environ) == 0 else { throw HexaplaError("cannot run \(command[0])") }
        if let microseconds {
            usleep(microseconds)
            kill(child, SIGKILL)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return Outcome(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output: String(decoding: try FileSystem.read(output), as: UTF8.self),
            error: String(decoding: try FileSystem.read(error), as: UTF8.self))
    }
}
