import LocalizationModel
import Synchronization

/// The texts behind the digests of wordings, each read from a page that has it when the first divergent page asks.
final class PrevailingTexts: Sendable {
    private let reader: PageReader
    private let known = Mutex<[ConsensusTable.Divergence: String?]>([:])

    init(_ reader: PageReader) { self.reader = reader }

    /// Nil where the page does not say it any more.
    func text(_ divergence: ConsensusTable.Divergence, _ locale: LocaleTag, in inventory: SiteInventory) -> String? {
        if let text = known.withLock({ $0[divergence] }) { return text }
        let file = inventory.group(divergence.page)?.files.first { $0.locale == locale }
        let page = file.flatMap { try? reader.read(file: $0.file, path: divergence.page, locale: locale).page }
        let text = page?.segments.lazy.map(\.facts.plain).first { SiteStatement.wording($0) == divergence.wording }
        known.withLock { $0[divergence] = text }
        return text
    }
}
