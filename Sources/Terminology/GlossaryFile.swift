import LocalizationModel
import YAML

/// Reads a glossary that was written by hand (docs/glossary.md; schemas/glossary.schema.json says the same for editors).
struct GlossaryFile {
    private let file: YAMLFile
    /// The locale of the names that concepts are listed by.
    private let source: LocaleTag

    private static let keys = ["terms", "do-not-translate"]
    /// Beside the locales.
    private static let conceptKeys = ["definition", "do-not-translate", "case-sensitive", "forms", "note"]
    private static let termKeys = ["term", "status", "forms", "case-sensitive", "note"]
    private static let statuses = Glossary.Status.allCases.map(\.rawValue)

    static func read(_ bytes: [UInt8], path: String, source: LocaleTag) throws(HexaplaError) -> Glossary {
        let reader = GlossaryFile(file: try YAMLFile(path: path, bytes: bytes), source: source)
        return try reader.glossary()
    }

    private func glossary() throws(HexaplaError) -> Glossary {
        let fields = try file.fields(file.root, of: "glossary", known: Self.keys)
        var concepts: [Glossary.Concept] = []
        if let node = fields["do-not-translate"] {
            for name in try file.strings(node, of: "do-not-translate") { concepts.append(kept(try text(name, at: node))) }
        }
        if let node = fields["terms"] {
            for (name, keyNode, value) in try file.pairs(node, of: "terms") { concepts.append(try concept(try text(name, at: keyNode), keyNode, value)) }
        }
        return Glossary(concepts)
    }

    /// A name that stays as it is, in its letters and their case.
    private func kept(_ name: String) -> Glossary.Concept {
        Glossary.Concept(keepsName: true, terms: [source: [Glossary.Term(name, isCaseSensitive: true)]])
    }

    private func concept(_ name: String, _ keyNode: YAMLNode, _ node: YAMLNode) throws(HexaplaError) -> Glossary.Concept {
        if node.text == "do-not-translate" { return kept(name) }
        guard node.pairs != nil else {
            throw file.fault(
                "'\(name)' has no terms", at: node.isNull ? keyNode : node, remedy: "Give one for each locale, as in 'de-DE: …', or write 'do-not-translate'")
        }
        var terms: [LocaleTag: [Glossary.Term]] = [:]
        var fields: [String: YAMLNode] = [:]
        for (key, keyNode, value) in try file.pairs(node, of: name) {
            if Self.conceptKeys.contains(key) {
                fields[key] = value
            } else if let tag = LocaleTag(key) {
                guard terms[tag] == nil else { throw file.fault("the terms of \(tag) are given twice", at: keyNode) }
                terms[tag] = try self.terms(value, of: key)
            } else {
                throw unknown(key, keyNode)
            }
        }
        let isKept = try fields["do-not-translate"].map { (node) throws(HexaplaError) in try file.flag(node, of: "do-not-translate") } ?? false
        let own = Glossary.Term(
            name, forms: try forms(fields), isCaseSensitive: try isCaseSensitive(fields) ?? (isKept ? true : nil), note: try note(fields))
        terms[source] = [own] + (terms[source] ?? []).filter { $0.text != name }
        guard isKept || terms.count > 1 || (terms[source]?.count ?? 0) > 1 else {
            throw file.fault("'\(name)' has no terms", at: keyNode, remedy: "Give one for each locale, as in 'de-DE: …'")
        }
        let definition = try fields["definition"].map { (node) throws(HexaplaError) in try file.string(node, of: "definition") }
        return Glossary.Concept(definition: definition, keepsName: isKept, terms: terms)
    }

    private func unknown(_ key: String, _ node: YAMLNode) -> HexaplaError {
        let tag = LocaleTag(key.replacing("_", with: "-"))?.description
        let near = tag ?? Suggestion.nearest(to: key, among: Self.conceptKeys)
        return file.fault(
            "'\(key)' is no locale and no key of a concept", at: node,
            remedy: near.map { "Did you mean '\($0)'?" } ?? "Write a BCP 47 tag, as in 'de-DE', or one of \(Self.conceptKeys.joined(separator: ", "))")
    }

    // MARK: Terms of a locale

    /// `Partner`; `[Partner, Partnerunternehmen]`, the first preferred and the others admitted; or by status.
    private func terms(_ node: YAMLNode, of locale: String) throws(HexaplaError) -> [Glossary.Term] {
        if let pairs = node.pairs, !pairs.contains(where: { $0.key.text == "term" }) { return try termsByStatus(node, of: locale) }
        guard let items = node.items else { return [try term(node, .preferred, of: locale)] }
        var terms: [Glossary.Term] = []
        for item in items { terms.append(try term(item, terms.isEmpty ? .preferred : .admitted, of: locale)) }
        return terms
    }

    private func termsByStatus(_ node: YAMLNode, of locale: String) throws(HexaplaError) -> [Glossary.Term] {
        var terms: [Glossary.Term] = []
        let fields = try file.fields(node, of: locale, known: Self.statuses)
        for status in Glossary.Status.allCases {
            guard let value = fields[status.rawValue] else { continue }
            for item in value.items ?? [value] { terms.append(try term(item, status, of: locale)) }
        }
        return terms
    }

    /// - Parameter status: what counts where the term itself says nothing.
    private func term(_ node: YAMLNode, _ status: Glossary.Status, of locale: String) throws(HexaplaError) -> Glossary.Term {
        if let name = node.text { return Glossary.Term(try text(name, at: node), status) }
        let fields = try file.fields(node, of: locale, known: Self.termKeys)
        guard let name = fields["term"] else { throw file.fault("a term of \(locale) without 'term'", at: node) }
        var status = status
        if let node = fields["status"] {
            let word = try file.string(node, of: "status")
            guard let known = Glossary.Status(rawValue: word) else {
                let near = Suggestion.nearest(to: word, among: Self.statuses)
                throw file.fault(
                    "'status' cannot be '\(word)'", at: node,
                    remedy: near.map { "Did you mean '\($0)'?" } ?? "Write one of \(Self.statuses.joined(separator: ", "))")
            }
            status = known
        }
        return Glossary.Term(
            try text(try file.string(name, of: "term"), at: name), status, forms: try forms(fields), isCaseSensitive: try isCaseSensitive(fields),
            note: try note(fields))
    }

    private func forms(_ fields: [String: YAMLNode]) throws(HexaplaError) -> [String] {
        try fields["forms"].map { (node) throws(HexaplaError) in try file.strings(node, of: "forms") } ?? []
    }

    private func isCaseSensitive(_ fields: [String: YAMLNode]) throws(HexaplaError) -> Bool? {
        try fields["case-sensitive"].map { (node) throws(HexaplaError) in try file.flag(node, of: "case-sensitive") }
    }

    private func note(_ fields: [String: YAMLNode]) throws(HexaplaError) -> String? {
        try fields["note"].map { (node) throws(HexaplaError) in try file.string(node, of: "note") }
    }

    /// A term has a letter or a digit, or nothing could be found by it.
    private func text(_ term: String, at node: YAMLNode) throws(HexaplaError) -> String {
        guard term.contains(where: { $0.isLetter || $0.isNumber }) else { throw file.fault("'\(term)' is no term", at: node) }
        return term
    }
}
