/// What is known of elements by their names (HTML Living Standard, sections 4 and 13.1.2).
enum ElementKinds {
    /// Elements that have no content and no end tag.
    static let void: Set<String> = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]

    /// Elements whose start tag ends an open paragraph.
    static let endingParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
    ]

    /// Elements that stand in a line of text (section 3.2.5.2.5), but for those that begin a new one.
    static func isPhrasing(_ name: ArraySlice<UInt8>) -> Bool { name.count <= 8 && phrasing.contains(packed(name)) }

    /// Every tag of every page is asked for: names as numbers.
    private static func packed(_ name: some Collection<UInt8>) -> UInt64 { name.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let phrasing = Set<UInt64>(
        [
            "span", "a", "strong", "em", "code", "b", "i", "u", "s", "q", "sub", "abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "mark",
            "ruby",
            "rb", "rt", "rp", "samp", "small", "time", "var", "wbr", "img",
        ].map { packed($0.utf8) })

    /// Elements of other vocabularies, in which any element may be written without an end tag.
    static let foreign: Set<String> = ["svg", "math"]

    /// Elements that a page may hold and that its own policy forbids: they run or load what is not the site's.
    static let forbidden: Set<String> = ["applet", "base", "embed", "frame", "frameset", "iframe", "object", "style"]

    /// Attributes that name another file, by element; of `*` for all.
    static func namesFile(_ attribute: String, of element: String) -> Bool {
        switch attribute {
        case "href": element != "base"
        case "src", "srcset", "poster", "xlink:href", "formaction": true
        case "action": element == "form"
        case "data": element == "object"
        default: false
        }
    }

    /// Attributes whose file is fetched at once: it must be the site's own.
    static func isFetched(_ attribute: String, of element: String) -> Bool { attribute != "href" || element == "use" || element == "image" }
}
