/// The names of an object's fields in order, shared by all objects of one kind.
///
/// A view has one shape for the life of the program, so that making its value is filling an array.
public final class TemplateShape: Sendable {
    public let names: [String]
    /// Open addressing. Its length is a power of two.
    private let table: [Entry]

    private struct Entry: Sendable {
        var key = TemplateKey("")
        /// -1 where the entry is free.
        var slot = -1
    }

    /// A shape of these names; where a name is given twice, the first one is found.
    public init(_ names: [String]) {
        self.names = names
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var table = [Entry](repeating: Entry(), count: size)
        for (slot, name) in names.enumerated() {
            let key = TemplateKey(name)
            var place = Int(truncatingIfNeeded: key.fingerprint) & (size - 1)
            while table[place].slot >= 0 { place = (place + 1) & (size - 1) }
            table[place] = Entry(key: key, slot: slot)
        }
        self.table = table
    }

    /// The place of a name among the fields, or nil. Two names with one fingerprint of 64 bits do not occur.
    func slot(_ key: TemplateKey) -> Int? {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: key.fingerprint) & mask
        while table[place].slot >= 0 {
            if table[place].key == key { return table[place].slot }
            place = (place + 1) & mask
        }
        return nil
    }
}
