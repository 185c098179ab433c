/// What of the raw HTML in a page is published: the one table that rendering goes by and `removed-html` explains.
///
/// An allow-list after the HTML Living Standard's flow and phrasing content (section 3.2.5.2): what documentation needs, and nothing that
/// runs, loads or frames.
public enum HTMLAllowance {
    /// What readers lose by what is left out.
    public enum Loss: Int, Hashable, Sendable, Comparable {
        /// The look, or nothing at all.
        case look
        /// Something they would see or use.
        case content
        /// What runs a program, or loads from elsewhere.
        case program

        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    public enum Element: Hashable, Sendable {
        case kept
        /// Published as another element that means the same and is not obsolete (section 16.2).
        case written(String)
        /// Its tags vanish, what stands in it stays.
        case unwrapped(Loss)
        /// It vanishes with all that stands in it.
        case removed(Loss)
        /// No element of HTML: a component of another publishing system, or no tag at all but a `<placeholder>`.
        case unknown
    }

    private static let elements: [String: Element] = {
        var elements: [String: Element] = [:]
        func add(_ names: String, _ element: Element) { for name in names.split(separator: " ") { elements[String(name)] = element } }
        add("a abbr address article b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure", .kept)
        add("h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td", .kept)
        add("tfoot th thead time tr u ul var wbr", .kept)
        add("aside center footer header hgroup main nav search", .written("div"))
        add("acronym", .written("abbr"))
        add("tt", .written("code"))
        add("strike", .written("s"))
        add("dir menu", .written("ul"))
        add(
            "big blink body dialog fieldset font form head html label legend map marquee meter nobr output picture progress slot source track area",
            .unwrapped(.look))
        add("audio button canvas input keygen video", .unwrapped(.content))
        add("base embed frame frameset link meta param portal", .unwrapped(.program))
        add("noscript noframes style template title", .removed(.look))
        add("math option optgroup datalist select svg textarea", .removed(.content))
        add("applet iframe object script", .removed(.program))
        return elements
    }()

    /// - Parameter name: in lower case.
    public static func element(_ name: String) -> Element { elements[name] ?? .unknown }

    /// Elements that have no content and no end tag.
    public static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Elements of those kept that stand in running text; the others end a paragraph or cannot stand in one.
    public static let phrasing: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s",
        "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    // MARK: Attributes

    /// What an attribute may say.
    public enum Attribute: Hashable, Sendable {
        case text, identifier, address, number, flag
        case oneOf([String])
    }

    private static let everywhere: [String: Attribute] = [
        "dir": .oneOf(["ltr", "rtl", "auto"]), "id": .identifier, "lang": .text, "title": .text,
    ]

    private static let own: [String: [String: Attribute]] = [
        "a": ["href": .address, "name": .identifier],
        "blockquote": ["cite": .address], "q": ["cite": .address],
        "del": ["cite": .address, "datetime": .text], "ins": ["cite": .address, "datetime": .text],
        "col": ["span": .number], "colgroup": ["span": .number],
        "data": ["value": .text], "time": ["datetime": .text],
        "details": ["open": .flag],
        "img": ["src": .address, "alt": .text, "width": .number, "height": .number],
        "li": ["value": .number], "ol": ["start": .number, "reversed": .flag, "type": .oneOf(["1", "a", "A", "i", "I"])],
        "td": ["colspan": .number, "rowspan": .number, "headers": .text],
        "th": ["colspan": .number, "rowspan": .number, "headers": .text, "scope": .oneOf(["row", "col", "rowgroup", "colgroup"]), "abbr": .text],
    ]

    /// Nil for an attribute that is left out. Both names in lower case.
    public static func attribute(_ name: String, of element: String) -> Attribute? { own[element]?[name] ?? everywhere[name] }

    /// What is lost with an attribute that is left out; nil where nothing is that anybody would miss.
    public static func loss(ofAttribute name: String) -> Loss? {
        if name.hasPrefix("on"), name.utf8.count > 3 { return .program }
        switch name {
        case "srcdoc", "formaction", "action", "background", "ping", "xlink:href": return .program
        case "style": return .look
        default: return nil
        }
    }
}

/// Markup of a page that is not published, or not as it was written.
public struct RemovedMarkup: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The name of an element of HTML.
        case element(String)
        /// The name of an element that HTML does not have.
        case unknown(String)
        case attribute(String, of: String)
        /// The scheme of an address.
        case address(scheme: String)
    }

    public let kind: Kind
    public let loss: HTMLAllowance.Loss
    public let span: SourceSpan

    public init(_ kind: Kind, _ loss: HTMLAllowance.Loss, _ span: SourceSpan) {
        self.kind = kind
        self.loss = loss
        self.span = span
    }
}
