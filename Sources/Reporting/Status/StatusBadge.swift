import LocalizationModel

/// How far one locale is, as a small picture for a page that lists the languages: SVG without fonts or files from elsewhere.
public enum StatusBadge {
    /// Height and padding in pixels.
    private static let height = 20
    private static let padding = 8

    /// - Parameter name: the language's own for itself, or its tag.
    public static func svg(_ status: LocaleStatus, name: String) -> String {
        let percent = "\(status.percent)%"
        let (left, right) = (width(name), width(percent))
        // Badges may stand in one page, where ids are shared.
        let id = "badge-\(status.locale)"
        let label = escaped("\(name): \(percent)")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="\(height)" role="img" aria-label="\(label)">
            <title>\(label)</title>
            <clipPath id="\(id)"><rect width="\(left + right)" height="\(height)" rx="3"/></clipPath>
            <g clip-path="url(#\(id))"><rect width="\(left)" height="\(height)" fill="#3c4046"/><rect x="\(left)" width="\(right)" height="\(height)" fill="\(colour(status.percent))"/></g>
            <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle" aria-hidden="true">
            <text lang="\(status.locale)" x="\(Double(left) / 2)" y="14" textLength="\(left - 2 * padding)">\(escaped(name))</text>
            <text x="\(Double(2 * left + right) / 2)" y="14" textLength="\(right - 2 * padding)">\(percent)</text>
            </g>
            </svg>

            """
    }

    /// An estimate at 11 pixels; `textLength` keeps the text to it whatever font there is.
    private static func width(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        let widths = zip(scalars, DisplayWidth.widths(scalars)).map { scalar, columns in columns == 2 || scalar == "%" ? 12 : 7 * columns }
        return 2 * padding + max(7, widths.reduce(0, +))
    }

    /// White text stands on each with a contrast of 4.5 : 1 or more (WCAG 2.2, 1.4.3).
    private static func colour(_ percent: Int) -> String {
        switch percent {
        case 95...: "#2e7d32"
        case 75...: "#8a5a00"
        default: "#b3261e"
        }
    }

    private static func escaped(_ text: String) -> String {
        VisibleText.of(text).reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
