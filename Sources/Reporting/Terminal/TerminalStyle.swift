import LocalizationModel

/// Colour for a terminal, or none.
public struct TerminalStyle: Sendable {
    private let isColoured: Bool

    public init(isColoured: Bool) { self.isColoured = isColoured }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }

    func severity(_ text: String, _ severity: Severity?) -> String {
        switch severity {
        case .error: wrap(text, "31")
        case .warning: wrap(text, "33")
        case .note: wrap(text, "36")
        case nil: text
        }
    }

    func good(_ text: String) -> String { wrap(text, "32") }

    private func wrap(_ text: String, _ code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
