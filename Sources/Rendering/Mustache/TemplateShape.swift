/// The names of an object's fields in order, shared by all objects of one kind.
///
/// A view has one shape for the life of the program, so that making its value is filling an array.
public final class TemplateShape: Sendable {
    public let names: [String]
    private let keys: [TemplateKey]
    /// Open addressing: slot of the field + 1, or 0 where empty. Its length is a power of two.
    private let table: [Int32]

    /// A shape of these names; where a name is given twice, the first one is found.
    public init(_ names: [String]) {
        self.names = names
        keys = names.map(TemplateKey.init)
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var table = [Int32](repeating: 0, count: size)
        for (slot, key) in keys.enumerated() {
            var place = Int(truncatingIfNeeded: key.fingerprint) & (size - 1)
            while table[place] != 0 { place = (place + 1) & (size - 1) }
            table[place] = Int32(slot + 1)
        }
        self.table = table
    }

    /// The place of a name among the fields, or nil.
    func slot(_ key: TemplateKey) -> Int? {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: key.fingerprint) & mask
        while table[place] != 0 {
            let slot = Int(table[place]) - 1
            if keys[slot] == key { return slot }
            place = (place + 1) & mask
        }
        return nil
    }
}
