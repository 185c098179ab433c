import LocaleData
import LocalizationModel

@testable import Search

/// A fold as the site's builder makes it.
var fold: SearchFold { SearchFold(folded: LetterFolding.folded, composed: LetterFolding.composed) }

func record(_ text: String, title: String = "") -> [UInt8] {
    var terms = PageTerms(fold)
    terms.add(Array(title.utf8), in: .title)
    terms.add(Array(text.utf8), in: .body)
    return terms.record
}

/// Term → page → standing, read back from the lines as the client reads them.
func read(_ index: SearchIndex) -> [String: [Int: Int]] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var terms: [String: [Int: Int]] = [:]
    for lines in index.buckets.values {
        for line in String(decoding: lines, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            var (page, value, shift) = (0, 0, 0)
            for digit in parts[1] {
                let bits = digits.firstIndex(of: digit) ?? 0
                value |= (bits & 31) << shift
                shift += 5
                guard bits < 32 else { continue }
                page += value >> 3
                terms[String(parts[0]), default: [:]][page] = value & 7
                (value, shift) = (0, 0)
            }
        }
    }
    return terms
}
