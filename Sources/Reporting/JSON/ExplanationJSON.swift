import LocalizationModel

/// The field `alignment` of `compare --explain --format json`: each unit with why it was put together.
enum ExplanationJSON {
    static func write(_ bitext: Bitext, _ explanations: [UnitExplanation], _ writer: inout JSONWriter) {
        writer.array(zip(bitext.units, explanations)) { writer, item in
            let (unit, explanation) = item
            writer.object { writer in
                writer.key("source")
                AlignmentJSON.side(unit.source.map { bitext.source[$0] }, &writer)
                writer.key("target")
                AlignmentJSON.side(unit.target.map { bitext.target[$0] }, &writer)
                writer.member("state", unit.state.rawValue)
                writer.number("confidence", unit.confidence)
                writer.member("moved", explanation.isMoved)
                if !explanation.terms.isEmpty { cost(explanation, &writer) }
                evidence(explanation, &writer)
                if let alternative = explanation.alternative { Self.alternative(alternative, bitext, &writer) }
            }
        }
    }

    /// `{"length":0.1,…,"total":-1.2}`, in nats; smaller is better.
    private static func cost(_ explanation: UnitExplanation, _ writer: inout JSONWriter) {
        writer.key("cost")
        writer.object { writer in
            for term in explanation.terms { writer.number(term.kind.rawValue, term.cost) }
            writer.number("total", explanation.cost)
        }
    }

    private static func evidence(_ explanation: UnitExplanation, _ writer: inout JSONWriter) {
        if let length = explanation.length {
            writer.key("length")
            writer.object { writer in
                writer.number("source", length.source)
                writer.number("target", length.target)
                writer.number("expected", length.expected)
            }
            writer.member("same_text", explanation.isSameText)
            writer.member("differences", explanation.differences.map(\.rawValue))
        } else {
            writer.member("reasons", explanation.gapReasons.map(\.rawValue))
        }
        writer.key("marks")
        writer.array(explanation.marks) { writer, mark in
            writer.object { writer in
                writer.member("kind", mark.kind.rawValue)
                writer.member("text", mark.text)
                writer.member("side", mark.side.rawValue)
            }
        }
        writer.key("words")
        writer.array(explanation.words) { writer, word in
            writer.object { writer in
                writer.member("word", word.word)
                writer.member("found", word.found)
                writer.member("expected", word.expected)
            }
        }
    }

    private static func alternative(_ alternative: UnitExplanation.Alternative, _ bitext: Bitext, _ writer: inout JSONWriter) {
        writer.key("next_best")
        writer.object { writer in
            writer.member("reading", alternative.reading.rawValue)
            writer.number("surplus", alternative.surplus)
            if let unit = alternative.unit.map({ bitext.units[$0] }) {
                writer.member("source_line", unit.source.first.map { bitext.source[$0].line })
                writer.member("target_line", unit.target.first.map { bitext.target[$0].line })
            }
        }
    }
}

extension JSONWriter {
    /// A member with three decimals.
    fileprivate mutating func number(_ name: String, _ value: Double) {
        key(name)
        number((value * 1_000).rounded() / 1_000)
    }
}
