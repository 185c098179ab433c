import FileSystem
import LocalizationModel
import MarkdownSource
import Rendering
import Testing
import TestSupport

@testable import Pipeline

@Suite("Requirement lists on readers' pages") struct RequirementBodyTests {
    // MARK: Words

    /// The words that a reader sees, in order.
    static func words(_ html: [UInt8]) -> [String] {
        let text = String(decoding: html, as: UTF8.self)
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let name = rest[open..<close].drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if !["a", "b", "code", "em", "span", "strong", "sub", "sup", "i"].contains(name) { out += " " }
            rest = rest[rest.index(after: close)...]
        }
        return (out + rest).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    struct Pages {
        let context: SiteContext
        let analysis: ProjectAnalysis

        init(_ content: String) throws {
            let project = Project(content: content)
            let data = try DataFolders(project: "", explicit: Repository.root)
            analysis = try ProjectAnalysis(project, data: data)
            context = try SiteContext(
                project, data: data, scan: ProjectScan(project, data, tree: analysis.tree, known: nil, withTitles: true, jobs: 2),
                plan: SitePlan(analysis.tree, address: nil), inventory: analysis.links.inventory, profiles: analysis.profiles,
                baseline: SiteBaseline(baseline: nil))
        }

        /// Each page as written and as set from the model, with the numbers of lists that the model has and that were set.
        func bodies() throws -> [(name: String, plain: [UInt8], set: [UInt8], extents: Int, lists: Int)] {
            try analysis.map(jobs: 2) { (analysed) throws(HexaplaError) in
                let pages = analysed.group.translations.map(\.page) + (analysed.group.source.flatMap { $0.isRecovered ? nil : [$0.page] } ?? [])
                var bodies: [(name: String, plain: [UInt8], set: [UInt8], extents: Int, lists: Int)] = []
                for page in pages {
                    let rendered = BodyHTML.renderWithPlaces(ParsedPage(document: page.document, tree: analysed.trees[page.locale]), BodyOptions())
                    let body = RequirementBody(
                        page, rendered, languages: [:], direction: nil, renderer: context.renderer, strings: try context.strings(page.locale))
                    let set = try body.html(analysed.group.requirements)
                    let marker = "<div class=\"requirements\">"
                    bodies.append(
                        (
                            "\(page.locale)/\(page.path)", rendered.html, set,
                            analysed.group.requirements.reduce(0) { $0 + $1.extents.count { $0.locale == page.locale } },
                            String(decoding: set, as: UTF8.self).ranges(of: marker).count
                        ))
                }
                return bodies
            }.flatMap(\.self)
        }
    }

    /// Lists with parts that the reader does not read are as written; nearly all others are set from the model.
    @Test func noWordIsLostOrMoved() throws {
        let corpus = try Workplace()
        for folder in [Repository.content] + (try Self.competencies(corpus) ? [corpus.root + "/content"] : []) {
            var (extents, lists) = (0, 0)
            for body in try Pages(folder).bodies() {
                #expect(Self.words(body.plain) == Self.words(body.set), "\(body.name)")
                #expect(HTMLRuns(body.set).isBalanced == HTMLRuns(body.plain).isBalanced, "\(body.name)")
                extents += body.extents
                lists += body.lists
            }
            #expect(lists * 100 >= extents * 95, "of \(extents) lists only \(lists) are set from the model")
        }
    }

    /// Shared pages of one year as a content folder: `<locale>/<slug>.<date>.target.md` and its source.
    private static func competencies(_ place: Workplace) throws -> Bool {
        guard let folder = Repository.shared.map({ $0 + "/corpora/competencies" }), FileSystem.kind(folder) == .folder else { return false }
        for file in try Repository.files(folder, ending: ".md") {
            let parts = file.split(separator: "/")
            guard let name = parts.last, let locale = parts.dropLast().last, LocaleTag(locale) != nil else { continue }
            for (ending, target) in [(".target.md", String(locale)), (".source.md", "en-US")] where name.hasSuffix(ending) && name.contains(".2018-") {
                try place.write(String(decoding: try FileSystem.read(file), as: UTF8.self), "content/\(target)/\(name.dropLast(ending.count)).md")
            }
        }
        return true
    }

    // MARK: Single pages

    private static let exams = "70-1001 70-1002 70-1003".split(separator: " ").map { "[exam \($0)](https://example.org/\($0))" }

    /// The German page of a small site, as readers get it.
    private func page(_ german: String, english: String? = nil) throws -> String {
        let place = try Workplace()
        try place.write(english ?? german, "content/en-US/a.md")
        if english != nil { try place.write(german, "content/de-DE/a.md") }
        try place.build()
        return try place.read("site/\(english == nil ? "en-us" : "de-de")/a.html")
    }

    @Test func levelsStandSideBySideAndKeepTheirHeadings() throws {
        let page = try page(
            "# X\n\n## Partner option\n\nChoose.\n\n### <a name=\"silver\"></a>Silver\n\n- **2** people pass \(Self.exams[0]).\n\n[^1]: A note.\n\n### <a name=\"gold\"></a>Gold\n\nText[^1].\n\n- **4** people pass \(Self.exams[0]).\n\n## Benefits\n\nMany.\n"
        )
        #expect(page.contains("<div class=\"levels\">\n<section class=\"level\">\n<h3 id=\"silver\">Silver</h3>"))
        #expect(page.contains("</section>\n<section class=\"level\">\n<h3 id=\"gold\">Gold</h3>\n<p>Text"))
        #expect(page.contains("</section>\n</div>\n<h2 id=\"benefits\">Benefits</h2>"), "notes at the foot of the page stand outside")
        #expect(page.contains("<section class=\"footnotes\""))
        let single = try self.page("# X\n\n## Option\n\n### Gold\n\n- **4** people pass \(Self.exams[0]).\n")
        #expect(single.contains("class=\"requirements\"") && !single.contains("class=\"levels\""))
    }

    @Test func rawHTMLThatReachesOverALevelKeepsItsShape() throws {
        let page = try page(
            "# X\n\n## Option\n\n### Silver\n\n- **2** people pass \(Self.exams[0]).\n\n<div>\n\n### Gold\n\n- **4** people pass \(Self.exams[0]).\n\n</div>\n")
        #expect(page.contains("class=\"requirements\"") && !page.contains("class=\"levels\""))
    }

    @Test func alternativesAreOneListDividedByThePagesOwnWord() throws {
        let source =
            "# X\n\n1. Your company has **2** people.\n\n    - **2** people pass all of the following exams:\n        - \(Self.exams[0])\n        - \(Self.exams[1])\n\n    **OR**\n\n    - **1** person passes \(Self.exams[2]).\n"
        let page = try page(
            source.replacing("Your company has", with: "Ihr Unternehmen hat").replacing("OR", with: "ODER").replacing(
                "people pass all of the following exams", with: "Personen bestehen alle folgenden Prüfungen"), english: source)
        #expect(
            page.contains(
                "<p class=\"connector\"><span><strong>ODER</strong></span></p>\n<p class=\"statement counted\" lang=\"en-US\"><strong class=\"quantity\">1</strong>"
            ))
        #expect(page.ranges(of: "<ul class=\"any-of\">").count == 1 && !page.contains("data-or"))
        #expect(page.contains("Ihr Unternehmen hat <strong class=\"quantity\">2</strong>"), "a number in a sentence stays in its place")
        #expect(page.contains("<a href=\"https://example.org/70-1003\">exam <code class=\"subject\" data-copyable>70-1003</code></a>"))
    }

    @Test func alternativesWithoutAWordBetweenGetTheLanguagesOwn() throws {
        let source = "# X\n\n- **1** person passes one of the following exams:\n    - \(Self.exams[0])\n    - \(Self.exams[1])\n"
        let german = "# X\n\n- **1** Person besteht eine der folgenden Prüfungen:\n    - \(Self.exams[0])\n    - \(Self.exams[1])\n"
        #expect(try page(german, english: source).contains("<li data-or=\"oder\"><p class=\"statement\">"))
        let place = try Workplace()
        try place.write(source, "content/en-US/a.md")
        try place.write("# Y\n", "content/de-DE/b.md")
        try place.build()
        #expect(try place.read("site/de-de/a.html").contains("<li data-or=\"or\">"), "a page shown in its source's language")
    }

    @Test(arguments: [
        "- **2** people pass EXAM.\n\n      code\n", "- [x] **2** people pass EXAM.\n",
        "- **2** people pass EXAM.\n\n  | a | b |\n  | - | - |\n  | c | d |\n", "- **2** people pass EXAM [!INCLUDE [x](x.md)]\n",
        "- **2** people pass EXAM.\n\n  <div>raw</div>\n",
    ])
    func whatIsReadInPartIsRenderedAsWritten(_ list: String) throws {
        let page = try page("# X\n\n" + list.replacing("EXAM", with: Self.exams[0]))
        #expect(!page.contains("class=\"requirements\"") && page.contains("people pass"))
    }

    @Test func rawHTMLThatIsLeftOpenEndsWithItsParagraph() throws {
        let page = try page("# X\n\n- **2** people pass \(Self.exams[0]) <b>and more.\n")
        #expect(page.contains("class=\"requirements\"") && page.contains("<b>and more.</b>"))
    }

    @Test func listsThatDemandNothingStayLists() throws {
        let page = try page("# X\n\n- apples\n- pears\n\n1. Open the door.\n2. Go in.\n")
        #expect(page.contains("<ul>\n<li>apples") && !page.contains("class=\"requirements\""))
    }

    @Test func foreignWordsKeepTheirLanguage() throws {
        let source = "# Levels\n\n- **2** people pass \(Self.exams[0]).\n- The annual report must be signed by the director of the company.\n"
        let german = "# Stufen\n\n- **2** Personen bestehen \(Self.exams[0]).\n- The annual report must be signed by the director of the company.\n"
        #expect(try page(german, english: source).contains("<p class=\"statement\" lang=\"en-US\">The annual report"))
    }

    @Test func deepAndLongListsAreNoDanger() throws {
        let deep = (0..<300).map { String(repeating: " ", count: $0 * 2) + "- **\($0 + 1)** people pass \(Self.exams[0])." }.joined(separator: "\n")
        let long = (0..<1_000).map { "- **\($0 + 1)** people pass \(Self.exams[0])." }.joined(separator: "\n")
        for list in [deep, long] { #expect(try page("# X\n\n\(list)\n").contains("people pass")) }
    }

    // MARK: Marks

    @Test(arguments: [
        ("<strong>2</strong> people", ["2"], [], "<strong class=\"quantity\">2</strong>", " people"),
        ("2,000 seats of 1", ["2,000", "1"], [], "<b class=\"quantity\">2,000</b>", " seats of <b class=\"quantity\">1</b>"),
        ("At least 25 seats", ["25"], [], "", "At least <b class=\"quantity\">25</b> seats"),
        ("<strong>2 people</strong> pass", ["2"], [], "", "<strong><b class=\"quantity\">2</b> people</strong> pass"),
        ("in 70-2 and 2.5, 2nd, 12: 2", ["2"], [], "", "in 70-2 and 2.5, 2nd, 12: <b class=\"quantity\">2</b>"),
        ("15.000US-Dollar", ["15.000"], [], "<b class=\"quantity\">15.000</b>", "US-Dollar"),
        ("<code>MCSA</code> or mcsa", [], ["MCSA"], "", "<code>MCSA</code> or <code class=\"subject\" data-copyable>mcsa</code>"),
        ("名が 4 名", ["4"], [], "", "名が <b class=\"quantity\">4</b> 名"), ("2", ["2"], [], "", "<b class=\"quantity\">2</b>"),
        ("<a href=\"/2?x=2>\">2</a>", ["2"], [], "", "<a href=\"/2?x=2>\"><b class=\"quantity\">2</b></a>"),
    ])
    func numbersAndCodesAreMarkedInPlace(_ html: String, _ numbers: [String], _ codes: [String], _ quantity: String, _ rest: String) throws {
        let text = try #require(MarkedText(Array(html.utf8), numbers: numbers, codes: codes))
        #expect(String(decoding: text.quantity, as: UTF8.self) == quantity)
        #expect(String(decoding: text.rest, as: UTF8.self) == rest)
    }

    @Test(arguments: ["<b>open", "close</b>", "<b><i>x</b></i>", "<div>x</div>", "<ul><li>x</li></ul>"])
    func whatNoParagraphCanHoldIsRefused(_ html: String) { #expect(MarkedText(Array(html.utf8), numbers: [], codes: []) == nil) }
}
