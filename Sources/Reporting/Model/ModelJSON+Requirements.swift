import LocalizationModel

extension ModelJSON {
    static func write(_ requirements: RequirementSection, _ sections: ModelSections, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("section", requirements.headings.lazy.compactMap { sections.id(ofHeadingAt: $0.line, in: $0.locale) }.first)
            writer.member("anchor", requirements.anchor)
            writer.member("path", requirements.path)
            writer.member("option", requirements.option)
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
            write(node.facts, &writer)
            writer.key("wordings")
            write(node.wordings, &writer)
            writer.key("facts")
            writer.object(ByLocale(node.readings, \.locale)) { writer, reading in
                writer.object { writer in
                    write(reading.facts, &writer)
                    writer.member("connector", reading.connector?.kind.rawValue)
                }
            }
            writer.key("children")
            writer.array(node.children) { write($1, &$0) }
        }
    }

    /// The members of an object: what is stated, by most languages or by one.
    static func write(_ facts: RequirementFacts, _ writer: inout JSONWriter) {
        writer.member("kind", facts.kind.rawValue)
        writer.member("choose", facts.choose)
        writer.member("scope", facts.scope)
        writer.member("conjunction", facts.conjunction?.rawValue)
        writer.member("refers_back", facts.refersBack)
        writer.key("quantities")
        writer.array(facts.quantities) { writer, quantity in
            writer.object { writer in
                number("value", quantity.value, &writer)
                writer.member("comparison", quantity.comparison?.rawValue)
                writer.member("counted", quantity.counted)
                writer.member("scope", quantity.scope)
                number("among", quantity.among, &writer)
            }
        }
        writer.key("money")
        writer.array(facts.money) { writer, money in
            writer.object { writer in
                number("amount", money.amount, &writer)
                writer.member("currency", money.currency)
                writer.member("period", money.period?.rawValue)
                writer.member("comparison", money.comparison?.rawValue)
                writer.member("scope", money.scope)
            }
        }
        writer.key("dates")
        writer.array(facts.dates) { writer, date in
            writer.object { writer in
                writer.member("date", date.text)
                writer.member("retirement", date.isRetirement)
            }
        }
        writer.key("subjects")
        writer.array(facts.subjects) { writer, subject in
            writer.object { writer in
                writer.member("kind", subject.kind.rawValue)
                writer.member("name", subject.name)
            }
        }
        writer.member("codes", facts.codes)
        writer.member("links", facts.links)
    }

    private static func number(_ key: String, _ value: Double?, _ writer: inout JSONWriter) {
        guard let value else { return writer.member(key, nil as String?) }
        writer.key(key)
        writer.number(value)
    }

    private static func write(_ wordings: [RequirementNode.Wording], _ writer: inout JSONWriter) {
        writer.object(ByLocale(wordings, \.locale)) { writer, wording in
            writer.object { writer in
                writer.member("text", wording.text)
                writer.member("line", wording.line)
                writer.member("offset", wording.span?.lower)
                writer.member("length", wording.span?.count)
                writer.member("state", wording.state?.rawValue)
                number("confidence", wording.confidence, &writer)
            }
        }
    }

    /// A row of the facts table.
    static func write(_ row: FactRow, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("section", row.section)
            writer.member("requirement", row.node)
            writer.member("aspect", row.aspect.rawValue)
            writer.member("values", row.values)
            writer.key("locales")
            writer.object(ByLocale(row.cells, \.locale)) { writer, cell in
                writer.object { writer in
                    writer.member("values", cell.values)
                    writer.member("standing", cell.standing.rawValue)
                    writer.member("line", cell.wording?.line)
                }
            }
        }
    }
}
