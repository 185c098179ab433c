/// Tells whoever waits how far the work is.
public struct Progress: Sendable {
    /// Called once, with the number of steps.
    let start: @Sendable (Int) -> Void
    /// Called after each step, from any thread.
    let step: @Sendable () -> Void

    public static let none = Progress(start: { _ in }, step: {})

    public init(start: @escaping @Sendable (Int) -> Void, step: @escaping @Sendable () -> Void) {
        self.start = start
        self.step = step
    }
}
