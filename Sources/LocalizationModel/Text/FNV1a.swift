/// FNV-1a, 64 bits (Fowler, Noll and Vo): unlike Hasher it gives the same in every run.
public enum FNV1a {
    @inlinable
    public static func hash<S: Sequence>(_ values: S, seed: UInt64 = 0) -> UInt64 where S.Element: UnsignedInteger {
        var hash = basis ^ seed
        for value in values { hash = next(hash, UInt64(truncatingIfNeeded: value)) }
        return hash
    }

    /// The hash of nothing.
    @inlinable public static var basis: UInt64 { 14_695_981_039_346_656_037 }

    /// The hash with one value more.
    @inlinable public static func next(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 1_099_511_628_211 }
}
