import LocalizationModel

/// Makes the files of the site and of the report from views and templates.
///
/// It holds nothing but the parsed templates: one renderer serves all threads.
public struct SiteRenderer: Sendable {
    private let templates: TemplateSet
    /// The length pages are expected to have, in bytes.
    private static let expectedLength = 32_768

    public init(templates: TemplateSet) { self.templates = templates }

    /// A page of the readers' site, from `page.mustache`.
    public func page(_ view: SitePageView) throws(HexaplaError) -> [UInt8] {
        try render("page", view.value, reserving: Self.expectedLength + view.body.count + view.navigation.count)
    }

    /// The entry page of the report, from `report-index.mustache`.
    public func reportIndex(_ view: ReportIndexView) throws(HexaplaError) -> [UInt8] {
        try render("report-index", view.value, reserving: Self.expectedLength)
    }

    /// The bitext of one page and locale, from `report-page.mustache`.
    public func reportPage(_ view: ReportPageView) throws(HexaplaError) -> [UInt8] {
        try render("report-page", view.value, reserving: Self.expectedLength)
    }

    /// The facts of one page in all languages, from `report-facts.mustache`.
    public func factsPage(_ view: FactsPageView) throws(HexaplaError) -> [UInt8] {
        try render("report-facts", view.value, reserving: Self.expectedLength)
    }

    /// The index of all pages' facts, from `report-facts-index.mustache`.
    public func factsIndex(_ view: FactsIndexView) throws(HexaplaError) -> [UInt8] {
        try render("report-facts-index", view.value, reserving: Self.expectedLength)
    }

    /// The site's root page, from `chooser.mustache`.
    public func chooser(_ view: LanguageChooserView) throws(HexaplaError) -> [UInt8] {
        try render("chooser", view.value, reserving: Self.expectedLength)
    }

    /// What a server shows for an address that does not exist, from `not-found.mustache`.
    public func notFound(_ view: NotFoundView) throws(HexaplaError) -> [UInt8] { try render("not-found", view.value, reserving: 0) }

    /// The page at an old address, from `redirect.mustache`.
    public func redirect(_ view: RedirectView) throws(HexaplaError) -> [UInt8] { try render("redirect", view.value, reserving: 0) }

    /// A requirement list for the body of a page, from `requirements.mustache`.
    public func requirements(_ view: RequirementListView) throws(HexaplaError) -> [UInt8] {
        try render("requirements", view.value, reserving: 0)
    }

    /// The navigation that all pages of one depth share, from `navigation.mustache`.
    /// - Parameter depth: how many folders below the locale's root those pages stand.
    public func navigation(
        _ tree: NavigationTree, depth: Int, strings: InterfaceText
    ) throws(HexaplaError) -> RenderedNavigation {
        let plan = RenderedNavigation.Plan(tree, depth: depth, strings: strings)
        return RenderedNavigation(rendered: try render("navigation", plan.value, reserving: 0), plan: plan)
    }

    private func render(_ template: String, _ value: TemplateValue, reserving length: Int) throws(HexaplaError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(length)
        try templates.render(template, value, into: &output)
        return output
    }
}
