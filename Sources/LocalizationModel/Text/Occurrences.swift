extension String {
    /// How often another text stands here, counted from the left without overlaps.
    ///
    /// By bytes where no character of either can be a part of another, or another's equal; otherwise as Swift finds it.
    public func occurrences(of other: String) -> Int {
        guard isMadeOfLoneScalars, other.isMadeOfLoneScalars else { return ranges(of: other).count }
        var (text, sought) = (self, other)
        return text.withUTF8 { text in sought.withUTF8 { Self.count($0, in: text) } }
    }

    private static func count(_ sought: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = sought.first else { return 0 }
        var (count, place) = (0, 0)
        while place + sought.count <= text.count {
            if text[place] == first, text[place..<place + sought.count].elementsEqual(sought) {
                count += 1
                place += sought.count
            } else {
                place += 1
            }
        }
        return count
    }

    private var isMadeOfLoneScalars: Bool {
        var text = self
        return text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                if bytes[place] < 0x80, bytes[place] != 0x0D {
                    place += 1
                } else {
                    let (scalar, length) = bytes.scalar(at: place)
                    guard LoneScalars[scalar] != nil else { return false }
                    place += length
                }
            }
            return true
        }
    }
}
