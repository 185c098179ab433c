import LocalizationModel

extension ModelJSON {
    static func write(_ requirements: RequirementSection, _ sections: ModelSections, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("section", requirements.headings.lazy.compactMap { sections.id(ofHeadingAt: $0.line, in: $0.locale) }.first)
            writer.member("anchor", requirements.anchor)
            writer.member("path", requirements.path)
            writer.member("level", requirements.level)
            writer.key("headings")
            write(requirements.headings, &writer)
            writer.key("requirements")
            writer.array(requirements.requirements) { write($1, &$0) }
        }
    }

    private static func write(_ node: RequirementNode, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", node.id)
            writer.member("kind", node.kind.rawValue)
            write(node.quantities, node.codes, node.links, &writer)
            writer.key("wordings")
            write(node.wordings, &writer)
            writer.key("facts")
            writer.object(byLocale(node.facts, \.locale)) { writer, facts in
                writer.object { writer in
                    writer.member("kind", facts.kind.rawValue)
                    write(facts.quantities, facts.codes, facts.links, &writer)
                }
            }
            writer.key("children")
            writer.array(node.children) { write($1, &$0) }
        }
    }

    private static func write(_ quantities: [RequirementNode.Quantity], _ codes: [String], _ links: [String], _ writer: inout JSONWriter) {
        writer.key("quantities")
        writer.array(quantities) { writer, quantity in
            writer.object { writer in
                writer.key("value")
                writer.number(quantity.value)
            }
        }
        writer.member("codes", codes)
        writer.member("links", links)
    }

    private static func write(_ wordings: [RequirementNode.Wording], _ writer: inout JSONWriter) {
        writer.object(byLocale(wordings, \.locale)) { writer, wording in
            writer.object { writer in
                writer.member("text", wording.text)
                writer.member("line", wording.line)
            }
        }
    }

    private static func byLocale<Value>(_ values: [Value], _ locale: (Value) -> LocaleTag) -> [LocaleTag: Value] {
        Dictionary(values.map { (locale($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
