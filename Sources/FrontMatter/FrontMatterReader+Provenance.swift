import LocalizationModel

extension FrontMatterReader {
    /// Where a translation comes from: the fields of Microsoft Learn, MDN (`l10n.sourceCommit`) and of
    /// OpenTelemetry and Helm (`default_lang_commit`). What is not as its format demands counts as not given.
    public static func provenance(of metadata: PageMetadata) -> Provenance {
        Provenance(
            sourceCommit: commit(metadata.text("ms.sourcegitcommit")) ?? commit(metadata.text("l10n.sourceCommit"))
                ?? commit(metadata.text("default_lang_commit")),
            sourceHash: hexadecimal(metadata.text("ms.openlocfilehash"), 40...40),
            handOffDate: metadata.text("ms.lasthandoff").flatMap(isoDate),
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

    /// `MM/DD/YYYY` as `YYYY-MM-DD`; nil where there is no such day (Gregorian calendar).
    private static func isoDate(_ text: String) -> String? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
            parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let month = Int(String(parts[0]) ?? ""), let day = Int(String(parts[1]) ?? ""),
            let year = Int(String(parts[2]) ?? ""),
            (1...12).contains(month), year > 0
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(day) else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
