/// Places by 64-bit hashes, open addressing: a table that is asked in a few nanoseconds, and gives the same in every run.
///
/// Hashes stand for what was hashed: two of ten thousand texts share one with odds of one in 10^11.
public struct HashIndex: Sendable {
    /// By slot a few bits of the key, 0 where the slot is free: what is not there is told by these alone, which stay in the cache.
    private var tags: [UInt8]
    private var slots: [Slot]
    private var count = 0

    private struct Slot: Sendable {
        var key: UInt64
        var value: Int
    }

    /// Grows where more are inserted.
    public init(minimumCapacity: Int = 8) {
        var size = 16
        while size < 2 * minimumCapacity { size *= 2 }
        tags = Array(repeating: 0, count: size)
        slots = Array(repeating: Slot(key: 0, value: 0), count: size)
    }

    /// The value of a key.
    public subscript(key: UInt64) -> Int? {
        let place = place(of: key)
        return tags[place] == 0 ? nil : slots[place].value
    }

    /// The value of the key, which is `new` where the key was not known before.
    public mutating func value(of key: UInt64, orInsert new: Int) -> Int {
        let place = place(of: key)
        if tags[place] != 0 { return slots[place].value }
        insert(Slot(key: key, value: new), at: place)
        count += 1
        if 2 * count > slots.count { grow() }
        return new
    }

    private mutating func insert(_ slot: Slot, at place: Int) {
        tags[place] = Self.tag(Self.mixed(slot.key))
        slots[place] = slot
    }

    /// Where the key is or belongs; at least half of the slots are free.
    private func place(of key: UInt64) -> Int {
        let mixed = Self.mixed(key)
        let (tag, mask) = (Self.tag(mixed), tags.count - 1)
        var place = Int(truncatingIfNeeded: mixed >> 32) & mask
        while tags[place] != 0, tags[place] != tag || slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    /// Keys may be small numbers (Fibonacci hashing).
    private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
    private static func tag(_ mixed: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: mixed >> 24) | 1 }

    private mutating func grow() {
        let old = (tags, slots)
        tags = Array(repeating: 0, count: 2 * old.0.count)
        slots = Array(repeating: Slot(key: 0, value: 0), count: tags.count)
        for (tag, slot) in zip(old.0, old.1) where tag != 0 { insert(slot, at: place(of: slot.key)) }
    }
}
