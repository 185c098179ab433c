/// A hash table by 64-bit keys that are hashes themselves, open addressing: it is filled once and asked in some nanoseconds.
///
/// Two of ten thousand texts share a key with odds of one in 10^11.
public struct KeyTable<Value: Sendable>: Sendable {
    @usableFromInline struct Slot: Sendable {
        /// 0 where it is free.
        @usableFromInline var key: UInt64
        @usableFromInline var value: Value
    }

    @usableFromInline var slots: [Slot]
    private var count = 0
    /// In the free slots.
    private let empty: Value

    /// `empty` fills the free slots; `capacity` is a power of two, of which half is used before it grows.
    public init(empty: Value, capacity: Int = 64) {
        precondition(capacity.nonzeroBitCount == 1)
        self.empty = empty
        slots = Array(repeating: Slot(key: 0, value: empty), count: capacity)
    }

    @inlinable public subscript(key: UInt64) -> Value? {
        let slot = slots[place(of: Self.stored(key))]
        return slot.key == 0 ? nil : slot.value
    }

    /// False where the key was there before.
    public mutating func insert(_ key: UInt64, _ value: Value) -> Bool {
        if count * 2 >= slots.count { grow() }
        let place = place(of: Self.stored(key))
        guard slots[place].key == 0 else { return false }
        slots[place] = Slot(key: Self.stored(key), value: value)
        count += 1
        return true
    }

    /// Sets what `change` makes of the value of a key, or of the empty one.
    public mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
        _ = insert(key, empty)
        change(&slots[place(of: Self.stored(key))].value)
    }

    @usableFromInline static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

    /// Where the key is or belongs; at least half of the slots are free.
    @inlinable func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        // The upper half is mixed best by FNV.
        var place = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: 0, value: empty), count: old.count * 2)
        for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
    }
}
