import LocalizationModel

/// Reads what `ByteWriter` wrote. Bytes that somebody else wrote end in an error, never in a trap.
struct ByteReader {
    /// The bytes are not what a `ByteWriter` of this version writes.
    struct Broken: Error {}

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads what `sealed` gave; throws where the bytes are others.
    init(sealed bytes: [UInt8]) throws(Broken) {
        guard bytes.count > 8 else { throw Broken() }
        var check = ByteReader(Array(bytes.suffix(8)))
        guard try check.word() == Digest.fast(bytes[..<(bytes.count - 8)]) else { throw Broken() }
        self.bytes = bytes
    }

    private mutating func byte() throws(Broken) -> UInt8 {
        guard position < bytes.count else { throw Broken() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(Broken) -> Int {
        var (value, shift): (UInt, UInt) = (0, 0)
        while true {
            let byte = try byte()
            guard shift < 64 else { throw Broken() }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
            shift += 7
        }
    }

    mutating func word() throws(Broken) -> UInt64 {
        guard bytes.count - position >= 8 else { throw Broken() }
        var value: UInt64 = 0
        for index in 0..<8 { value |= UInt64(bytes[position + index]) << (8 * UInt64(index)) }
        position += 8
        return value
    }

    mutating func half() throws(Broken) -> UInt32 {
        guard bytes.count - position >= 4 else { throw Broken() }
        var value: UInt32 = 0
        for index in 0..<4 { value |= UInt32(bytes[position + index]) << (8 * UInt32(index)) }
        position += 4
        return value
    }

    mutating func flag() throws(Broken) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw Broken()
        }
    }

    mutating func text() throws(Broken) -> String {
        let count = try count()
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func counted() throws(Broken) -> [UInt8] {
        let count = try count()
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func optional<T>(_ body: (inout ByteReader) throws(Broken) -> T) throws(Broken) -> T? { try flag() ? try body(&self) : nil }

    mutating func list<T>(_ body: (inout ByteReader) throws(Broken) -> T) throws(Broken) -> [T] {
        // An element takes one byte at least: a count that cannot be true allocates nothing.
        let count = try count()
        var values: [T] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// The locale as `LocaleTag` writes it.
    mutating func locale() throws(Broken) -> LocaleTag {
        guard let tag = LocaleTag(try text()) else { throw Broken() }
        return tag
    }

    private mutating func count() throws(Broken) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - position else { throw Broken() }
        return count
    }
}
