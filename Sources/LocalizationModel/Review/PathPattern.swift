/// A pattern for the paths of pages: `*` stands for any part of a name, `?` for one character of it, `**` for any folders.
///
/// `guides/**` is every page below `guides`, `**/index.md` each page of that name, `legal/*.md` those that lie in `legal` itself.
public struct PathPattern: Hashable, Sendable {
    /// As written.
    public let text: String
    private let parts: [[Unicode.Scalar]]

    public init(_ text: String) {
        self.text = text
        parts = Self.names(text)
    }

    /// O(pattern × path): a star is tried again only from the last one.
    public func matches(_ path: String) -> Bool {
        Self.matches(parts, Self.names(path), isWild: { $0 == ["*", "*"] }) { pattern, name in
            Self.matches(pattern, name, isWild: { $0 == "*" }) { $0 == $1 || $0 == "?" }
        }
    }

    private static func names(_ path: String) -> [[Unicode.Scalar]] { path.unicodeScalars.split(separator: "/").map(Array.init) }

    /// Whether the pattern is the whole text, where some of its elements stand for any number of the text's.
    private static func matches<Pattern, Element>(
        _ pattern: [Pattern], _ text: [Element], isWild: (Pattern) -> Bool, isSame: (Pattern, Element) -> Bool
    ) -> Bool {
        var (p, t) = (0, 0)
        var retry: (pattern: Int, text: Int)?
        while t < text.count {
            if p < pattern.count, isWild(pattern[p]) {
                retry = (p, t)
                p += 1
            } else if p < pattern.count, isSame(pattern[p], text[t]) {
                (p, t) = (p + 1, t + 1)
            } else if let last = retry {
                retry = (last.pattern, last.text + 1)
                (p, t) = (last.pattern + 1, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy(isWild)
    }
}
