extension String {
    /// What `==` says, without normalising texts whose bytes decide it.
    ///
    /// Texts of the same bytes are equal. Where the first bytes that differ are both ASCII, the texts are not: ASCII characters
    /// are their own canonical decompositions, and start a new one.
    public func isSame(as other: String) -> Bool {
        let decided = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b -> Bool? in
                let common = min(a.count, b.count)
                var i = 0
                while i < common, a[i] == b[i] { i += 1 }
                if i == common { return a.count == b.count }
                return a[i] < 0x80 && b[i] < 0x80 ? false : nil
            }
        }
        if case .some(.some(.some(let isSame))) = decided { return isSame }
        return self == other
    }
}
