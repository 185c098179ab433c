import LocalizationModel

/// Every file that a build makes, known before any is made.
struct SitePlan: Sendable {
    private let tree: ContentTree
    private let tags: [LocaleTag: String]

    init(_ tree: ContentTree) {
        self.tree = tree
        tags = Dictionary((tree.locales + [tree.sourceLocale]).map { ($0, $0.lowercased) }, uniquingKeysWith: { first, _ in first })
    }

    static let chooser = "index.html"
    static let modelIndex = "model/index.json"

    /// Below a folder of their own: a page may be called `index`.
    static func model(_ path: String) -> String { "model/pages/\(path).json" }

    /// The files that tell of the whole site.
    static let indices = [chooser, ReportWriter.index, FactsWriter.index, modelIndex]

    /// A file of a group.
    enum Content: Hashable, Sendable {
        case page(LocaleTag), report(LocaleTag), facts, model
    }

    /// What may be made of a group, in a fixed order; a page of facts is made only where there are any.
    func files(of group: ContentTree.Group) -> [(content: Content, file: String)] {
        var files: [(Content, String)] = [(.model, Self.model(group.path))]
        let html = SitePaths.html(group.path)
        func tag(_ locale: LocaleTag) -> String { tags[locale] ?? locale.lowercased }
        if !group.isFragment {
            let hasSource = group.files.contains { $0.locale == tree.sourceLocale }
            for locale in tree.locales where hasSource || group.files.contains(where: { $0.locale == locale }) {
                files.append((.page(locale), "\(tag(locale))/\(html)"))
            }
            files.append((.facts, FactsWriter.file(group.path)))
        }
        for file in group.files where file.locale != tree.sourceLocale { files.append((.report(file.locale), "report/\(tag(file.locale))/\(html)")) }
        return files
    }
}
