import CDigest

/// Digests of bytes.
enum Digest {
    /// The SHA-1 in 40 lower-case hexadecimal digits.
    static func sha1(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 40) { digits in
            hexapla_sha1_hex(bytes, bytes.count, digits.baseAddress)
            return 40
        }
    }

    /// True where git would give these bytes this id, as they are or with line feeds for CRLF (gitformat-pack, object types).
    static func isBlob(_ bytes: [UInt8], _ known: String?) -> Bool {
        func id(_ bytes: [UInt8]) -> String { sha1(Array("blob \(bytes.count)\0".utf8) + bytes) }
        return known == id(bytes) || bytes.contains(0x0D) && known == id(withFeeds(bytes))
    }

    /// XXH3: tells a change, proves nothing against an attacker.
    static func fast(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.withContiguousStorageIfAvailable { hexapla_xxh3($0.baseAddress, $0.count) } ?? fast(Array(bytes))
    }

    static func fast(_ text: String) -> UInt64 { fast(text.utf8) }

    /// XXH3 in 16 lower-case hexadecimal digits: a fingerprint, not proof against an attacker.
    static func fingerprint(_ text: String) -> String {
        let hash = String(fast(text), radix: 16)
        return String(repeating: "0", count: 16 - hash.utf8.count) + hash
    }

    /// The SHA-1 of the bytes with line feeds, with CRLF, and as given, without doubles.
    static func sourceHashes(_ bytes: [UInt8]) -> [String] {
        var hashes = [sha1(bytes)]
        for form in [withFeeds(bytes), withReturns(bytes)] where form != bytes { hashes.append(sha1(form)) }
        return hashes
    }

    private static func withFeeds(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x0D) else { return bytes }
        return bytes.indices.filter { bytes[$0] != 0x0D || $0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A }.map { bytes[$0] }
    }

    private static func withReturns(_ bytes: [UInt8]) -> [UInt8] {
        var form: [UInt8] = []
        form.reserveCapacity(bytes.count + bytes.count / 16)
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A && (index == 0 || bytes[index - 1] != 0x0D) {
            form += bytes[start..<index]
            form.append(0x0D)
            start = index
        }
        form += bytes[start...]
        return form
    }
}
