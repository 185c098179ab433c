/// The way from libyaml's marks, which count characters, to bytes. O(1) for a lookup, O(n) to build.
struct CharacterOffsets {
    /// One entry for this many characters: small enough to walk, large enough to keep the table small.
    private static let stride = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Byte offset of every `stride`-th character; empty where all bytes are ASCII.
    private let checkpoints: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var checkpoints: [Int] = []
        if bytes.contains(where: { $0 >= 0x80 }) {
            checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
            var characters = 0
            for offset in 0..<bytes.count where !bytes[offset].isContinuation {
                if characters % Self.stride == 0 { checkpoints.append(offset) }
                characters += 1
            }
        }
        self.checkpoints = checkpoints
    }

    /// The byte offset of a character; the number of bytes where there are fewer characters.
    func byte(_ character: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(character, bytes.count) }
        let checkpoint = character / Self.stride
        guard checkpoint < checkpoints.count else { return bytes.count }
        var offset = checkpoints[checkpoint]
        for _ in 0..<character % Self.stride { offset = next(offset) }
        return offset
    }

    /// The offset of the character after the one at `offset`.
    func next(_ offset: Int) -> Int {
        var next = offset + 1
        while next < bytes.count, bytes[next].isContinuation { next += 1 }
        return min(next, bytes.count)
    }
}
