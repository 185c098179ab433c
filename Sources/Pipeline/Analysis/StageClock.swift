import Glibc
import Synchronization

/// How much processor time each stage of a run took, over all its threads.
public final class StageClock: Sendable {
    public enum Stage: String, Sendable, CaseIterable {
        /// Finding out what changed.
        case scan
        /// Markdown and front matter.
        case parse
        /// Sentences and their facts.
        case segment
        /// What translations still hold of a source that is not there.
        case recover
        case align, requirements, check
        /// Laying side by side what all pages say.
        case consensus
        case render, write
        /// What readers can search: the text of a page and its terms.
        case search
        /// What tells of the whole site.
        case index
    }

    /// In nanoseconds, by stage.
    private let spent = Mutex<[Int]>(Array(repeating: 0, count: Stage.allCases.count))

    public init() {}

    /// In seconds, in the order of the stages; those that took no time are left out.
    public var seconds: [(stage: Stage, seconds: Double)] {
        zip(Stage.allCases, spent.withLock { $0 }).filter { $1 > 0 }.map { ($0, Double($1) / 1e9) }
    }

    fileprivate func add(_ nanoseconds: Int, to stage: Stage) {
        guard let place = Stage.allCases.firstIndex(of: stage) else { return }
        spent.withLock { $0[place] += nanoseconds }
    }

    /// Of the calling thread, in nanoseconds.
    fileprivate static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension StageClock? {
    /// Does the work and counts its time. Stages do not lie in each other.
    @inline(__always)
    func measure<T, E: Error>(_ stage: StageClock.Stage, _ body: () throws(E) -> T) throws(E) -> T {
        guard let self else { return try body() }
        let start = StageClock.now
        defer { self.add(StageClock.now - start, to: stage) }
        return try body()
    }
}
