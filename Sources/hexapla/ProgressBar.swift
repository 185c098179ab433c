import Glibc
import LocalizationModel
import Pipeline
import Reporting
import Synchronization

/// A bar on standard error with rate and time left; silent where that is no terminal.
final class ProgressBar: Sendable {
    private let label: String
    private let isShown: Bool
    private let state = Mutex(State())

    private struct State {
        var total = 1
        var done = 0
        /// In seconds of a clock that never goes back.
        var startedAt = 0.0
        var shownAt = 0.0
    }

    /// Redrawn at most this often, in seconds.
    private static let interval = 0.1

    init(_ label: String) {
        self.label = label
        isShown = Terminal.error.isTerminal
    }

    /// For the stages.
    var progress: Progress { Progress(start: start, step: step) }

    func start(_ total: Int) {
        state.withLock { state in
            state.total = max(1, total)
            state.startedAt = Self.now
        }
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
            let elapsed = max(0.001, now - state.startedAt)
            let rate = Double(state.done) / elapsed
            let left = Int(Double(state.total - state.done) / rate)
            let filled = state.done * 30 / state.total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            Terminal.error.write("\r\u{1B}[K\(label) \(bar) \(state.done)/\(state.total)  \(Int(rate))/s  \(left) s left")
        }
    }

    /// - Parameter clock: prints what each stage took.
    func finish(_ clock: StageClock? = nil) {
        if isShown { Terminal.error.write("\r\u{1B}[K") }
        if let clock { Terminal.error.write(TimingTable.text(clock.seconds.map { ($0.stage.rawValue, $0.seconds) })) }
    }
}
