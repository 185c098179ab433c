/// One name of a template, such as `title`, with its hash made once.
struct TemplateKey: Hashable, Sendable {
    let name: String
    /// FNV-1a, 64 bits (Fowler, Noll, Vo), of the name's UTF-8 bytes.
    let fingerprint: UInt64

    init(_ name: String) {
        self.name = name
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        fingerprint = hash
    }

    static func == (a: Self, b: Self) -> Bool { a.fingerprint == b.fingerprint && a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
