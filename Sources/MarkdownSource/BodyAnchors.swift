import LocalizationModel
import Synchronization

/// The ids that a page's text writes, those of the fragments in it among them: the same one is never written twice.
public final class BodyAnchors: Sendable {
    private let ids: Mutex<PageIDs>

    /// - Parameter taken: ids that the text may not use, as those of the templates, of the page's headings and of what stands for other anchors.
    public init(_ taken: PageIDs = PageIDs()) { ids = Mutex(taken) }

    func contains(_ id: String) -> Bool { ids.withLock { $0.contains(id) } }

    /// True where the id was free; it is taken now.
    func take(_ id: String) -> Bool { ids.withLock { $0.take(id) } }

    func unique(_ wanted: String) -> String { ids.withLock { $0.unique(wanted) } }

    /// Of those wanted, the ones that stand nowhere yet; they are taken now.
    public func takeMissing(_ wanted: [String]) -> [String] { ids.withLock { ids in wanted.filter { ids.take($0) } } }
}
