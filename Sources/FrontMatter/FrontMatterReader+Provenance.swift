import LocalizationModel

extension FrontMatterReader {
    /// Where a translation comes from: the fields of Microsoft Learn, MDN (`l10n.sourceCommit`) and of
    /// OpenTelemetry and Helm (`default_lang_commit`). What is not as its format demands counts as not given.
    public static func provenance(of metadata: PageMetadata) -> Provenance {
        Provenance(
            sourceCommit: commit(metadata.text("ms.sourcegitcommit")) ?? commit(metadata.text("l10n.sourceCommit"))
                ?? commit(metadata.text("default_lang_commit")),
            sourceHash: hexadecimal(metadata.text("ms.openlocfilehash"), 40...40),
            handOffDate: metadata.text("ms.lasthandoff").flatMap(CalendarDay.monthFirst),
            origin: metadata.text("ms.translationtype").flatMap { Provenance.Origin(rawValue: $0) },
            contentLocale: metadata.text("ms.contentlocale").flatMap { LocaleTag($0) })
    }

    /// A commit, whole (SHA-1 or SHA-256) or shortened to no fewer digits than git does.
    private static func commit(_ text: String?) -> String? { hexadecimal(text, 7...64) }

    private static func hexadecimal(_ text: String?, _ lengths: ClosedRange<Int>) -> String? {
        guard let text, lengths.contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0.asciiLowercased) })
        else { return nil }
        return text.lowercased()
    }
}
