/// Writes values one after the other, for `ByteReader` to read back in the same order.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter count: of bytes that will be written.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// LEB128 of the zigzag form: small numbers of either sign take one byte.
    mutating func number(_ value: Int) {
        var rest = UInt(bitPattern: value &<< 1 ^ value >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, the lowest first.
    mutating func word(_ value: UInt64) { for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) } }

    /// Four bytes, the lowest first.
    mutating func half(_ value: UInt32) { for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) } }

    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func text(_ value: String) {
        number(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Bytes of which the reader knows the number.
    mutating func raw(_ value: [UInt8]) { bytes += value }

    /// Bytes with their number.
    mutating func counted(_ value: [UInt8]) {
        number(value.count)
        bytes += value
    }

    mutating func optional<T>(_ value: T?, _ body: (inout ByteWriter, T) -> Void) {
        flag(value != nil)
        if let value { body(&self, value) }
    }

    mutating func list<C: Collection>(_ values: C, _ body: (inout ByteWriter, C.Element) -> Void) {
        number(values.count)
        for value in values { body(&self, value) }
    }

    /// The bytes with their digest behind them.
    mutating func sealed() -> [UInt8] {
        word(Digest.fast(bytes))
        return bytes
    }
}
