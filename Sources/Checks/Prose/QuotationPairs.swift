/// A locale's double quotation marks, and how a text uses them.
///
/// Single ones are left out: they are apostrophes and primes as well.
struct QuotationPairs {
    /// What was found in a block.
    struct Reading {
        /// From the first mark of a pair to its second; a mark alone.
        var wrong: [Range<Int>] = []
        /// Pairs of straight marks.
        var straight: [Range<Int>] = []
        var hasOwnPair = false
    }

    /// By the opening mark its partner.
    private let closers: [UInt32: UInt32]
    private let ownClosers: Set<UInt32>
    /// The customary pair, with what it encloses.
    let example: String

    /// “ ” „ ‟ « » 「 」 『 』 〝 〞 〟
    private static let marks: Set<UInt32> = [0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0x301F]
    private static let straight: UInt32 = 0x22

    init(_ pairs: [String]) {
        let known = pairs.map { $0.unicodeScalars.map(\.value) }.filter { $0.count == 2 && Self.marks.contains($0[0]) }
        closers = Dictionary(known.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        ownClosers = Set(known.map { $0[1] })
        example = known.first.map { pair in pair.compactMap(Unicode.Scalar.init).map { String($0) }.joined(separator: "…") } ?? ""
    }

    var isEmpty: Bool { closers.isEmpty }

    /// One walk; the marks that are still open are kept on a stack.
    func read(_ scalars: [UInt32]) -> Reading {
        var reading = Reading()
        var open: [Int] = []
        var stray: [Int] = []
        var straight: [Int] = []
        for place in scalars.indices where Self.marks.contains(scalars[place]) || scalars[place] == Self.straight {
            let mark = scalars[place]
            if mark == Self.straight {
                if place == 0 || !(0x30...0x39).contains(scalars[place - 1]) || straight.count % 2 == 1 { straight.append(place) }
            } else if let opener = open.last, closers[scalars[opener]] == mark {
                open.removeLast()
                reading.hasOwnPair = true
            } else if closers[mark] != nil {
                open.append(place)
            } else {
                stray.append(place)
            }
        }
        pair(open, stray, straight, scalars, &reading)
        return reading
    }

    /// True for a mark without a partner that opens a quotation of several paragraphs, or says inches.
    private func isAlright(_ place: Int, _ scalars: [UInt32]) -> Bool {
        closers[scalars[place]] != nil && scalars[..<place].allSatisfy { $0 <= 0x20 || $0 == Prose.object }
            || place > 0 && (0x30...0x39).contains(scalars[place - 1])
    }

    /// Brings together what found no partner of its own kind: the nearest in front with the nearest behind.
    private func pair(_ open: [Int], _ stray: [Int], _ straight: [Int], _ scalars: [UInt32], _ reading: inout Reading) {
        var straight = straight
        // An odd straight mark closes what a typographic one opened, or the reverse.
        let isOdd = straight.count % 2 == 1
        var lonely = (open + stray).sorted()
        if isOdd, lonely.count % 2 == 1, let last = lonely.last, let partner = straight.min(by: { abs($0 - last) < abs($1 - last) }) {
            straight.removeAll { $0 == partner }
            lonely = (lonely + [partner]).sorted()
        }
        for index in stride(from: 0, to: lonely.count, by: 2) {
            let first = lonely[index]
            if index + 1 < lonely.count {
                reading.wrong.append(first..<lonely[index + 1] + 1)
            } else if !isAlright(first, scalars) {
                reading.wrong.append(first..<first + 1)
            }
        }
        for index in stride(from: 0, to: straight.count - 1, by: 2) { reading.straight.append(straight[index]..<straight[index + 1] + 1) }
    }
}
