/// Places by 64-bit hashes, open addressing: a table that is asked in a few nanoseconds, and gives the same in every run.
///
/// Hashes stand for what was hashed: two of ten thousand texts share one with odds of one in 10^11.
public struct HashIndex: Sendable {
    private var keys: [UInt64]
    /// -1 where the slot is free.
    private var values: [Int32]
    public private(set) var count = 0

    /// Grows where more are inserted.
    public init(minimumCapacity: Int = 8) {
        var size = 16
        while size < 2 * minimumCapacity { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
    }

    /// The value of a key.
    public subscript(key: UInt64) -> Int? {
        let value = values[slot(of: key)]
        return value < 0 ? nil : Int(value)
    }

    /// The value of the key, which is `new` where the key was not known before; `new` is not negative.
    public mutating func value(of key: UInt64, orInsert new: Int) -> Int {
        let slot = slot(of: key)
        if values[slot] >= 0 { return Int(values[slot]) }
        (keys[slot], values[slot]) = (key, Int32(new))
        count += 1
        if 2 * count > keys.count { grow() }
        return new
    }

    /// Where the key is or belongs; at least half of the slots are free.
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        // Mixed, since keys may be small numbers (Fibonacci hashing).
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = Array(repeating: 0, count: 2 * old.0.count)
        values = Array(repeating: -1, count: 2 * old.0.count)
        for (key, value) in zip(old.0, old.1) where value >= 0 {
            let slot = slot(of: key)
            (keys[slot], values[slot]) = (key, value)
        }
    }
}
