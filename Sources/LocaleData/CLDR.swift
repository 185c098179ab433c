import CICU
import LocalizationModel

/// Facts of the Unicode Common Locale Data Repository, asked of ICU, which is loaded by the first question.
///
/// Each answer is nil only where ICU cannot be loaded or has none; a locale that CLDR does not know gets those
/// of its language, or of the root locale.
enum CLDR {
    /// The language and region in the locale's own words: `Deutsch (Österreich)`.
    static func nativeName(_ tag: LocaleTag) -> String? { ask { hexapla_icu_native_name(identifier(tag), $0, $1) } }

    /// The language in its own words: `Deutsch`.
    static func languageName(_ tag: LocaleTag) -> String? { ask { hexapla_icu_native_name(String(tag.language), $0, $1) } }

    static func decimal(_ tag: LocaleTag) -> String? { ask { hexapla_icu_decimal_separator(identifier(tag), $0, $1) } }

    static func grouping(_ tag: LocaleTag) -> String? { ask { hexapla_icu_grouping_separator(identifier(tag), $0, $1) } }

    /// ISO 15924, as in `Latn`, `Hant`, `Jpan`; empty for a language without a known script.
    static func likelyScript(_ tag: LocaleTag) -> String? { ask { hexapla_icu_likely_script(identifier(tag), $0, $1) } }

    static func isRightToLeft(_ tag: LocaleTag) -> Bool? {
        hexapla_icu_available() ? hexapla_icu_right_to_left(identifier(tag)) : nil
    }

    /// The primary pair of marks and the alternate one, without spaces.
    static func quotationMarks(_ tag: LocaleTag) -> [String]? {
        guard let primary = ask({ hexapla_icu_quotation_marks(identifier(tag), 0, $0, $1) }) else { return nil }
        let alternate = ask { hexapla_icu_quotation_marks(identifier(tag), 1, $0, $1) }
        return alternate.map { $0 == primary ? [primary] : [primary, $0] } ?? [primary]
    }

    /// The wide and the abbreviated name of a month (from 1), in lower case and without a last stop.
    static func monthNames(_ tag: LocaleTag, month: Int32) -> [String]? {
        var names: [String] = []
        for width: Int32 in 0...1 {
            guard var name = ask({ hexapla_icu_month(identifier(tag), month, width, $0, $1) }) else { return nil }
            name = name.lowercased()
            if name.hasSuffix(".") { name.removeLast() }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func identifier(_ tag: LocaleTag) -> String {
        String(decoding: tag.description.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }

    /// The longest answer is a name of a language with script and region.
    private static let capacity = 512

    private static func ask(_ question: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let length = question(base, Int32(capacity))
            guard length >= 0, length < capacity else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: base, count: Int(length)), as: UTF8.self)
        }
    }
}
