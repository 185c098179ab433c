import LocalizationModel

/// Texts inside messages: short, in quotation marks.
enum Quoted {
    /// Longer texts are cut: the message names the place, the finding carries the whole.
    static let limit = 60

    static func text(_ text: String) -> String {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) { return "'\(text)'" }
        let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let isLong = flat.index(flat.startIndex, offsetBy: limit, limitedBy: flat.endIndex).map { $0 < flat.endIndex } ?? false
        return isLong ? "'\(flat.prefix(limit - 1))…'" : "'\(flat)'"
    }

    static func text(_ segments: [Segment]) -> String { text(segments.plain) }

    /// The first few; the evidence of the finding has them all.
    static func list(_ values: some Collection<String>) -> String {
        let rest = values.count - mostListed
        return values.prefix(mostListed).map { "'\($0)'" }.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static let mostListed = 12
}
