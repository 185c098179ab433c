import Glibc

/// The letters and digits of a text in lower case: what stays the same however a sentence is marked up and spaced.
struct Letters: Hashable, Sendable {
    /// UTF-8 that ends with a zero, as the C library searches it.
    private let text: [CChar]

    init(_ text: String) {
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        self.text = Array(String(kept).utf8CString)
    }

    /// Bytes.
    var count: Int { text.count - 1 }

    /// True if one holds the other; a text without letters says nothing against any other.
    func overlaps(_ other: Letters) -> Bool { strstr(text, other.text) != nil || strstr(other.text, text) != nil }
}
