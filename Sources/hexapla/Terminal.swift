import Glibc
import Reporting

/// Standard output and standard error.
struct Terminal {
    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let error = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Writes everything; a reader that went away (`| head`) is no error of ours.
    func write(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            offset += count
        }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Colour on a terminal only, and never with `NO_COLOR` (no-color.org) or on a dumb one.
    var style: TerminalStyle {
        let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let isDumb = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? true
        return TerminalStyle(isColoured: isTerminal && !refused && !isDumb)
    }

    /// Nil where there is no terminal.
    var columns: Int? {
        var size = winsize()
        return isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    /// Columns; 100 where there is no terminal.
    var width: Int { columns ?? 100 }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
