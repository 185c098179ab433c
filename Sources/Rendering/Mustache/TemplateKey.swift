/// What a name of a template, such as `title`, is looked up by: FNV-1a, 64 bits (Fowler, Noll, Vo), of its UTF-8 bytes, made once.
struct TemplateKey: Hashable, Sendable {
    let fingerprint: UInt64

    init(_ name: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        fingerprint = hash
    }
}
