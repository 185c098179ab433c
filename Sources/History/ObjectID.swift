import CGit2

/// The id of a git object: the SHA-1 of its kind, size and content. The same id is the same content.
public struct ObjectID: Hashable, Sendable, CustomStringConvertible {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt32

    /// Reads what `words` gave.
    public init(_ words: (UInt64, UInt64, UInt32)) { (first, second, third) = words }

    /// The id as numbers, for a file on this machine.
    public var words: (UInt64, UInt64, UInt32) { (first, second, third) }

    init(_ id: hexapla_git_id) {
        (first, second, third) = (id.first, id.second, id.third)
    }

    var raw: hexapla_git_id { .init(first: first, second: second, third: third) }

    /// 40 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        // The numbers hold the bytes as they stand in memory.
        let bytes = withUnsafeBytes(of: first, Array.init) + withUnsafeBytes(of: second, Array.init) + withUnsafeBytes(of: third, Array.init)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
