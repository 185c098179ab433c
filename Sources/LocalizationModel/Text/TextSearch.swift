/// Whether and how often a text contains another, decided on bytes where that says the same as comparing characters.
public enum TextSearch {
    /// True where a part stands in a text; an empty one stands in each.
    public static func contains(_ text: String, _ part: String) -> Bool {
        if text == part { return true }
        return comparingBytes(text, part) { text, part in part.isEmpty || text.firstRange(ofBytes: part) != nil } ?? text.contains(part)
    }

    /// How often a part stands in a text, counted from the left without overlaps.
    public static func count(of part: String, in text: String) -> Int {
        comparingBytes(text, part) { text, part in
            var (count, rest) = (0, text[...])
            while let found = rest.firstRange(ofBytes: part) {
                count += 1
                rest = rest[found.upperBound...]
            }
            return count
        } ?? text.ranges(of: part).count
    }

    /// What `search` finds among the bytes; nil where characters must be compared, since one of either text may be a part of another
    /// or another's equal.
    private static func comparingBytes<Found>(
        _ text: String, _ part: String, _ search: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Found
    ) -> Found? {
        var (text, part) = (text, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in LoneScalars.makeUp(text) && LoneScalars.makeUp(part) ? search(text, part) : nil }
        }
    }
}
