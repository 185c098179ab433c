import LocalizationModel
import XML

/// Reads a glossary in TBX: ISO 30042:2019 in both of its styles (data categories as attributes, DCA, or as tags, DCT), and the `martif` of
/// its first edition (2008), which many tools still write.
struct TBXReader {
    /// More terms are no glossary of a site.
    private static let mostTerms = 200_000
    /// Bytes; what is longer is no term.
    private static let longestText = 10_000

    private static let concepts: Set<String> = ["conceptEntry", "termEntry"]
    private static let languages: Set<String> = ["langSec", "langSet"]
    private static let terms: Set<String> = ["termSec", "tig", "ntig"]
    /// The elements whose `type` names a data category (DCA).
    private static let carriers: Set<String> = ["termNote", "descrip", "admin"]

    private var done: [Glossary.Concept] = []
    private var count = 0
    private var isRead = false
    // The concept, language and term that are being read.
    private var found: [LocaleTag: [FoundTerm]] = [:]
    private var definition: String?
    private var keepsName = false
    private var locale: LocaleTag?
    private var term: FoundTerm?
    /// The data category whose text is being read, and how many elements are open in it.
    private var category: (name: String, text: String, depth: Int)?

    private struct FoundTerm {
        var text = ""
        var status: Glossary.Status?
        var isAbbreviation = false
        var note: String?
    }

    static func read(_ bytes: [UInt8], path: String) throws(HexaplaError) -> Glossary {
        var reader = TBXReader()
        try XMLReader.read(bytes, path: path) { event, xml in
            switch event {
            case .start(let name, let attribute): reader.start(name, attribute, xml)
            case .text(let text): reader.add(text)
            case .end(let name): reader.end(name)
            }
            if reader.count > mostTerms { xml.stop("more than \(mostTerms) terms", remedy: "Export the terms that the site uses") }
        }
        return Glossary(reader.done)
    }

    private mutating func start(_ name: String, _ attribute: (String) -> String?, _ xml: XMLReader) {
        if !isRead {
            isRead = true
            guard name == "tbx" || name == "martif" else {
                return xml.stop("'\(name)' is no TBX", remedy: "A TBX document begins with 'tbx' (ISO 30042:2019) or 'martif'")
            }
        }
        if category != nil {
            category?.depth += 1
        } else if Self.concepts.contains(name) {
            (found, definition, keepsName) = ([:], nil, false)
        } else if Self.languages.contains(name) {
            locale = attribute("xml:lang").flatMap { LocaleTag($0.replacing("_", with: "-")) }
        } else if Self.terms.contains(name) {
            term = FoundTerm()
        } else if name == "term" {
            category = ("term", "", 0)
        } else {
            category = ((Self.carriers.contains(name) ? attribute("type") : name) ?? "", "", 0)
            // What holds others is no category.
            if !Self.isCategory(category?.name ?? "") { category = nil }
        }
    }

    private static func isCategory(_ name: String) -> Bool {
        switch name {
        case "administrativeStatus", "normativeAuthorization", "termType", "definition", "note", "usageNote", "Translation needed": true
        default: false
        }
    }

    private mutating func add(_ text: String) {
        guard let read = category?.text, read.utf8.count < Self.longestText else { return }
        category?.text += text
    }

    private mutating func end(_ name: String) {
        if let (category, text, depth) = category {
            if depth > 0 {
                self.category?.depth -= 1
            } else {
                self.category = nil
                set(category, text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        } else if Self.terms.contains(name) {
            if let term, let locale, !term.text.isEmpty {
                found[locale, default: []].append(term)
                count += 1
            }
            term = nil
        } else if Self.languages.contains(name) {
            locale = nil
        } else if Self.concepts.contains(name), !found.isEmpty {
            done.append(Glossary.Concept(definition: definition, keepsName: keepsName, terms: found.mapValues(Self.terms)))
        }
    }

    private mutating func set(_ category: String, _ text: String) {
        switch category {
        case "term": term?.text = text
        case "administrativeStatus", "normativeAuthorization": term?.status = Self.status(text)
        case "termType": term?.isAbbreviation = text == "abbreviation" || text == "acronym" || text == "initialism"
        case "note", "usageNote": if term?.note == nil { term?.note = text }
        case "definition": definition = definition ?? text
        // As Weblate and the Translate Toolkit write it.
        case "Translation needed": keepsName = text.lowercased() == "no"
        default: break
        }
    }

    /// The values of TBX-Basic (`preferredTerm-admn-sts`), TBX-Min (`obsolete`) and what tools write in their place; nil for others.
    private static func status(_ value: String) -> Glossary.Status? {
        switch value.split(separator: "-").first.map({ $0.lowercased() }) ?? "" {
        case "preferredterm", "preferred", "standardizedterm", "regulatedterm", "legalterm": .preferred
        case "admittedterm", "admitted": .admitted
        case "deprecatedterm", "deprecated", "supersededterm", "superseded", "notrecommended", "obsolete", "forbidden": .forbidden
        default: nil
        }
    }

    /// Where no term is said to be preferred, the first that may stand is.
    private static func terms(_ found: [FoundTerm]) -> [Glossary.Term] {
        let first = found.contains { $0.status == .preferred } ? nil : found.firstIndex { $0.status == nil || $0.status == .admitted }
        return found.enumerated().map { index, term in
            Glossary.Term(
                term.text, index == first ? .preferred : term.status ?? .admitted, isCaseSensitive: term.isAbbreviation ? true : nil, note: term.note)
        }
    }
}
