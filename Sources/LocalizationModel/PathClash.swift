/// Another file whose place in the published site is a page's own, or can be told from it on some servers and disks only.
public enum PathClash: Hashable, Sendable {
    /// Another page has the same address, and is published in this one's place.
    case hidden(by: String)
    /// Another page or a file has the same address, and is not published.
    case hides(String)
    /// The names are the same but for case, or for how a letter with an accent is composed.
    case alike(String)
}
