/// What makes two links the same although each locale writes its own address.
public enum LinkIdentity {
    /// The address in lower case, without scheme, last slash and folders named by a locale: `https://example.org/en-us/a` and
    /// `http://example.org/de-de/a/` are the same. A fragment with letters beyond ASCII follows a translated heading and is left out.
    public static func canonical(_ link: String) -> String {
        var folded = link.utf8.allSatisfy { $0 < 0x80 } ? link : link.lowercased()
        return folded.withUTF8 { bytes in
            let address = address(bytes)
            return String(unsafeUninitializedCapacity: address.count) { withoutLocaleFolders(address, $0) }
        }
    }

    /// True where two links are the same, or those of two locales.
    public static func isSame(_ a: String, _ b: String) -> Bool { a == b || canonical(a) == canonical(b) }

    /// `en-us`, `zh-hant-tw`: a folder named by a registered language and a region or script.
    public static func isLocaleFolder(_ part: some RandomAccessCollection<UInt8>) -> Bool {
        (5...11).contains(part.count) && part.dropFirst(2).first == UInt8(ascii: "-") && LocaleTag.isTag(part) && LocaleRegistry.isKnown(part)
    }

    /// Without scheme, translated fragment and last slashes.
    private static func address(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var (lower, upper) = (0, bytes.count)
        if bytes.hasBytesIgnoringCase("https://", at: lower) { lower += 8 }
        if bytes.hasBytesIgnoringCase("http://", at: lower) { lower += 7 }
        if let hash = bytes[lower...].firstIndex(of: UInt8(ascii: "#")), hash > lower,
            bytes[hash...].contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") })
        {
            upper = hash
        }
        while upper > lower, bytes[upper - 1] == UInt8(ascii: "/") { upper -= 1 }
        return bytes[lower..<upper]
    }

    /// Writes what is left, in lower case; how many bytes that is.
    private static func withoutLocaleFolders(_ address: Slice<UnsafeBufferPointer<UInt8>>, _ out: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let slash = UInt8(ascii: "/")
        var (count, start) = (0, address.startIndex)
        var isFirst = true
        while start <= address.endIndex {
            let end = address[start...].firstIndex(of: slash) ?? address.endIndex
            if !isLocaleFolder(address[start..<end]) {
                if !isFirst {
                    out[count] = slash
                    count += 1
                }
                for byte in address[start..<end] {
                    out[count] = byte.asciiLowercased
                    count += 1
                }
                isFirst = false
            }
            start = end + 1
        }
        return count
    }
}
