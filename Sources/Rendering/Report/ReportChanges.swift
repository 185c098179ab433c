import LocalizationModel

extension ReportIndexView {
    /// A finding of the baseline that is gone.
    public struct FixedFinding: Hashable, Sendable {
        public let rule: String
        /// The page's path below its locale's folder.
        public let page: String
        /// BCP 47.
        public let locale: String
        /// What it said, where the baseline keeps that.
        public let message: String?
        /// The page's report; nil where it is gone too.
        public let href: String?
        public init(rule: String, page: String, locale: String, message: String? = nil, href: String? = nil) {
            self.rule = rule
            self.page = page
            self.locale = locale
            self.message = message
            self.href = href
        }
    }

    /// So many fixed findings are listed; the rest is counted.
    static let mostFixed = 500

    private static let shape = TemplateShape(["newCount", "fixedCount", "fixed", "more"])

    func changesValue(new: Int, fixed: [FixedFinding]) -> TemplateValue {
        func count(_ number: Int) -> TemplateValue { number == 0 ? .bool(false) : .text(strings.number(number)) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    count(new), count(fixed.count), .list(fixed.prefix(Self.mostFixed).map(\.value)),
                    .optional(fixed.count > Self.mostFixed ? strings.fill("reportMore", ["count": strings.number(fixed.count - Self.mostFixed)]) : nil),
                ]))
    }
}

extension ReportIndexView.FixedFinding: TemplateView {
    private static let shape = TemplateShape(["rule", "page", "locale", "message", "href"])
    public var value: TemplateValue {
        .object(TemplateObject(Self.shape, [.text(rule), .text(page), .text(locale), .optional(message), .optional(href)]))
    }
}
