/// Values by 64-bit hashes (`FNV1a`), open addressing: a table that is asked in a few nanoseconds, and gives the same in every run.
///
/// Hashes stand for what was hashed: two of ten thousand texts share one with odds of one in 10^11.
public struct KeyTable<Value: Sendable>: Sendable {
    /// By slot a few bits of the key, 0 where the slot is free: what is not there is told by these alone, which stay in the cache.
    @usableFromInline var tags: [UInt8]
    @usableFromInline var slots: [Slot]
    @usableFromInline var count = 0
    /// In the free slots.
    @usableFromInline let empty: Value

    @usableFromInline struct Slot: Sendable {
        @usableFromInline var key: UInt64
        @usableFromInline var value: Value

        @inlinable init(key: UInt64, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// `empty` fills the free slots; the table grows where more are inserted.
    @inlinable
    public init(empty: Value, minimumCapacity: Int = 32) {
        var size = 16
        while size < 2 * minimumCapacity { size *= 2 }
        self.empty = empty
        tags = Array(repeating: 0, count: size)
        slots = Array(repeating: Slot(key: 0, value: empty), count: size)
    }

    /// The value of a key; nil where it is not known.
    @inlinable
    public subscript(key: UInt64) -> Value? {
        let place = place(of: key)
        return tags[place] == 0 ? nil : slots[place].value
    }

    /// False where the key was known before: its value stays.
    @inlinable
    public mutating func insert(_ key: UInt64, _ value: Value) -> Bool {
        if 2 * count >= slots.count { grow() }
        let place = place(of: key)
        guard tags[place] == 0 else { return false }
        set(Slot(key: key, value: value), at: place)
        count += 1
        return true
    }

    /// Sets what `change` makes of the value of a key, or of the empty one.
    @inlinable
    public mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
        _ = insert(key, empty)
        change(&slots[place(of: key)].value)
    }

    @inlinable
    mutating func set(_ slot: Slot, at place: Int) {
        tags[place] = Self.tag(Self.mixed(slot.key))
        slots[place] = slot
    }

    /// Where the key is or belongs; half of the slots are free.
    @inlinable
    func place(of key: UInt64) -> Int {
        let mixed = Self.mixed(key)
        let (tag, mask) = (Self.tag(mixed), tags.count - 1)
        var place = Int(truncatingIfNeeded: mixed >> 32) & mask
        while tags[place] != 0, tags[place] != tag || slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    /// Keys may be small numbers (Fibonacci hashing).
    @inlinable static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
    @inlinable static func tag(_ mixed: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: mixed >> 24) | 1 }

    @inlinable
    mutating func grow() {
        let old = (tags, slots)
        tags = Array(repeating: 0, count: 2 * old.0.count)
        slots = Array(repeating: Slot(key: 0, value: empty), count: tags.count)
        for (tag, slot) in zip(old.0, old.1) where tag != 0 { set(slot, at: place(of: slot.key)) }
    }
}
