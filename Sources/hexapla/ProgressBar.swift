import Glibc
import LocalizationModel
import Synchronization

/// A bar on standard error with rate and time left; silent where that is no terminal.
final class ProgressBar: Sendable {
    private let total: Int
    private let label: String
    private let isShown: Bool
    private let start: Double
    private let state = Mutex<(done: Int, shownAt: Double)>((0, 0))

    /// Redrawn at most this often, in seconds.
    private static let interval = 0.1

    init(_ label: String, total: Int) {
        self.label = label
        self.total = max(1, total)
        isShown = Terminal.error.isTerminal
        start = Self.now
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func step() {
        guard isShown else { return }
        state.withLock { state in
            state.done += 1
            let now = Self.now
            guard now - state.shownAt >= Self.interval else { return }
            state.shownAt = now
            let elapsed = max(0.001, now - start)
            let rate = Double(state.done) / elapsed
            let left = Int(Double(total - state.done) / rate)
            let filled = state.done * 30 / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            Terminal.error.write("\r\u{1B}[K\(label) \(bar) \(state.done)/\(total)  \(Int(rate))/s  \(left) s left")
        }
    }

    func finish() {
        if isShown { Terminal.error.write("\r\u{1B}[K") }
    }
}
