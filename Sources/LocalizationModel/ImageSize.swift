/// The size of an image in CSS pixels.
public struct ImageSize: Hashable, Sendable {
    public let width: Int
    public let height: Int

    /// Pixels of a side: what is larger is a mistake, or meant to do harm.
    private static let largest = 65_535

    /// Nil for a size that no image has.
    public init?(width: Int, height: Int) {
        guard (1...Self.largest).contains(width), (1...Self.largest).contains(height) else { return nil }
        (self.width, self.height) = (width, height)
    }
}
