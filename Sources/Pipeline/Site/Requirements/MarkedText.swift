import LocalizationModel

/// A paragraph's inline HTML with its quantities and codes marked where they stand; not a word is moved.
struct MarkedText {
    /// The number that the paragraph starts with; empty where it starts with none.
    private(set) var quantity: [UInt8] = []
    private(set) var rest: [UInt8] = []

    /// Digits and marks from which on letters right behind a number are its unit: `15.000US-Dollar`, but no `3D`.
    private static let longNumber = 3

    private struct Insertion {
        let offset: Int
        let bytes: [UInt8]
    }

    /// Nil where the HTML is not whole: a tag without its end, or an element that no paragraph can hold.
    ///
    /// - Parameters:
    ///   - numbers: as the page writes them, in the order of the text.
    ///   - codes: exams and certifications, in upper case.
    init?(_ html: [UInt8], numbers: [String], codes: [String]) {
        if numbers.isEmpty, codes.isEmpty, !html.contains(UInt8(ascii: "<")) {
            rest = html
            return
        }
        let scan = HTMLRuns(html)
        guard scan.isBalanced, scan.isInline else { return nil }
        var insertions: [Insertion] = []
        var taken: [Range<Int>] = []
        var leading: Range<Int>?
        var cursor = 0
        for number in numbers {
            guard let range = Self.find(Array(number.utf8), in: scan, from: cursor, mayTouchUnit: number.utf8.count >= Self.longNumber) else { continue }
            cursor = range.upperBound
            taken.append(range)
            let whole = Self.mark(range, html, scan, &insertions)
            if taken.count == 1, scan.isFirstText(whole.lowerBound), number.utf8.first?.isASCIIDigit ?? false { leading = whole }
        }
        for code in codes { Self.mark(code, html, scan, taken: &taken, &insertions) }
        // Stable: what was inserted first at an offset stands first.
        let ordered = insertions.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
        let cut = leading?.upperBound ?? 0
        quantity = Self.text(html, 0..<cut, ordered.filter { $0.offset <= cut && leading != nil })
        rest = Self.text(html, cut..<html.count, ordered.filter { leading == nil || $0.offset > cut })
        if rest.allSatisfy(\.isWhitespace) { (quantity, rest) = ([], quantity + rest) }
    }

    private static func text(_ html: [UInt8], _ range: Range<Int>, _ insertions: [Insertion]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count + 32 * insertions.count)
        var position = range.lowerBound
        for insertion in insertions {
            out += html[position..<insertion.offset]
            out += insertion.bytes
            position = insertion.offset
        }
        return out + html[position..<range.upperBound]
    }

    /// Marks a number and returns the range of its element: `<strong>` where the page set just the number strong.
    private static func mark(_ range: Range<Int>, _ html: [UInt8], _ scan: HTMLRuns, _ insertions: inout [Insertion]) -> Range<Int> {
        let (open, close) = (Array("<strong>".utf8), Array("</strong>".utf8))
        let start = range.lowerBound - open.count
        if start >= 0, html[start..<range.lowerBound].elementsEqual(open), html[range.upperBound...].starts(with: close) {
            insertions.append(.init(offset: range.lowerBound - 1, bytes: Array(" class=\"quantity\"".utf8)))
            return start..<range.upperBound + close.count
        }
        insertions.append(.init(offset: range.lowerBound, bytes: Array("<b class=\"quantity\">".utf8)))
        insertions.append(.init(offset: range.upperBound, bytes: Array("</b>".utf8)))
        return range
    }

    /// Marks a code wherever it stands, but for what is set as code already.
    private static func mark(_ code: String, _ html: [UInt8], _ scan: HTMLRuns, taken: inout [Range<Int>], _ insertions: inout [Insertion]) {
        let bytes = Array(code.utf8)
        var cursor = 0
        while let range = find(bytes, in: scan, from: cursor) {
            cursor = range.upperBound
            guard !taken.contains(where: { $0.overlaps(range) }), !scan.isCode(range.lowerBound) else { continue }
            taken.append(range)
            insertions.append(.init(offset: range.lowerBound, bytes: Array("<code class=\"subject\" data-copyable>".utf8)))
            insertions.append(.init(offset: range.upperBound, bytes: Array("</code>".utf8)))
        }
    }

    /// The next place of a text that stands alone, upper and lower case alike.
    private static func find(_ text: [UInt8], in scan: HTMLRuns, from start: Int, mayTouchUnit: Bool = false) -> Range<Int>? {
        guard !text.isEmpty else { return nil }
        let html = scan.html
        for run in scan.texts where run.upperBound > start {
            var i = max(start, run.lowerBound)
            while i + text.count <= run.upperBound {
                let range = i..<i + text.count
                if equal(html[range], text), isAlone(range, html, run, mayTouchUnit) { return range }
                i += 1
            }
        }
        return nil
    }

    private static func equal(_ a: ArraySlice<UInt8>, _ b: [UInt8]) -> Bool { zip(a, b).allSatisfy { $0 == $1 || upper($0) == upper($1) } }

    private static func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte }

    /// False for a part of a longer word, number or code: `2` in `2,000`, `70-346` or `&#2;`.
    private static func isAlone(_ range: Range<Int>, _ html: [UInt8], _ run: Range<Int>, _ mayTouchUnit: Bool) -> Bool {
        let joins = Array("-.,#&".utf8)
        if range.lowerBound > run.lowerBound {
            let before = html[range.lowerBound - 1]
            if before.isASCIIAlphanumeric || before == UInt8(ascii: "#") || before == UInt8(ascii: "&") { return false }
            if joins.contains(before), range.lowerBound - 1 > run.lowerBound, html[range.lowerBound - 2].isASCIIAlphanumeric { return false }
        }
        if range.upperBound < run.upperBound {
            let after = html[range.upperBound]
            if mayTouchUnit ? after.isASCIIDigit : after.isASCIIAlphanumeric { return false }
            if joins.contains(after), range.upperBound + 1 < run.upperBound, html[range.upperBound + 1].isASCIIAlphanumeric { return false }
        }
        return true
    }
}
