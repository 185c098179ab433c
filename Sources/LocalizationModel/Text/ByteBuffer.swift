/// Bytes written one after another. A piece costs one look at the room that is left, whatever its length: documents are made of many
/// small pieces, and an array asks more of each.
public struct ByteBuffer: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    /// Bytes so far.
    @usableFromInline var written = 0

    public init(capacity: Int = 1_024) {
        self.capacity = max(capacity, 16)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    @inlinable public var count: Int { written }

    public var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: written)) }

    /// Appends what is written to an array.
    public func copy(to output: inout [UInt8]) { output.append(contentsOf: UnsafeBufferPointer(start: start, count: written)) }

    @inlinable
    public mutating func append(_ byte: UInt8) {
        if written == capacity { grow(by: 1) }
        (start + written).initialize(to: byte)
        written += 1
    }

    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if capacity - written < bytes.count { grow(by: bytes.count) }
        (start + written).initialize(from: source, count: bytes.count)
        written += bytes.count
    }

    @inlinable
    public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    @inlinable
    public mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    @inlinable
    public mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

    @inlinable
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    @inlinable
    public mutating func append(repeating byte: UInt8, count: Int) {
        if capacity - written < count { grow(by: count) }
        (start + written).initialize(repeating: byte, count: count)
        written += count
    }

    @usableFromInline
    mutating func grow(by count: Int) {
        capacity = max(2 * capacity, written + count)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: start, count: written)
        start.deallocate()
        start = larger
    }
}
