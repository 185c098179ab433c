import Dispatch
import LocalizationModel
import Synchronization

/// Work over a list on several threads, its results in the list's order.
enum Parallel {
    /// Calls `body` for each index on up to `jobs` threads. The first error by index is thrown, whatever the order of work.
    static func map<T: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) throws(HexaplaError) -> T) throws(HexaplaError) -> [T] {
        let slots = Slots<Result<T, HexaplaError>>(count)
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                do throws(HexaplaError) { slots.set(index, .success(try body(index))) } catch { slots.set(index, .failure(error)) }
            }
        }
        var results: [T] = []
        results.reserveCapacity(count)
        for slot in slots.take() {
            guard let slot else { continue }
            results.append(try slot.get())
        }
        return results
    }

    /// One place a result, each written once by the thread that took its index.
    private final class Slots<Value: Sendable>: Sendable {
        private let values: Mutex<[Value?]>

        init(_ count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

        func set(_ index: Int, _ value: Value) { values.withLock { $0[index] = value } }

        func take() -> [Value?] { values.withLock { $0 } }
    }
}
