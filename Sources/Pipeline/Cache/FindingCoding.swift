import LocalizationModel

/// Findings as bytes, for the next run.
enum FindingCoding {
    static func bytes(_ findings: [Finding]) -> [UInt8] {
        var writer = ByteWriter()
        writer.list(findings, write)
        return writer.bytes
    }

    static func findings(_ bytes: [UInt8]) throws(ByteReader.Broken) -> [Finding] {
        var reader = ByteReader(bytes)
        return try reader.list(read)
    }

    private static func write(_ writer: inout ByteWriter, _ finding: Finding) {
        writer.text(finding.rule)
        writer.text(finding.severity.rawValue)
        writer.text(finding.sign.rawValue)
        writer.text(finding.message)
        writer.text(finding.page)
        writer.text(finding.locale.description)
        writer.text(finding.file)
        writer.optional(finding.source, write)
        writer.optional(finding.target, write)
        writer.optional(finding.evidence, write)
        writer.optional(finding.key) { $0.text($1) }
        writer.optional(finding.suppression) { $0.text($1) }
    }

    private static func read(_ reader: inout ByteReader) throws(ByteReader.Broken) -> Finding {
        let rule = try reader.text()
        guard let severity = Severity(rawValue: try reader.text()), let sign = Sign(rawValue: try reader.text()) else { throw ByteReader.Broken() }
        return Finding(
            rule: rule, severity: severity, sign: sign, message: try reader.text(), page: try reader.text(), locale: try reader.locale(),
            file: try reader.text(), source: try reader.optional(place), target: try reader.optional(place), evidence: try reader.optional(evidence),
            key: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() },
            suppression: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() })
    }

    private static func write(_ writer: inout ByteWriter, _ place: Finding.Place) {
        writer.number(place.line)
        writer.number(place.column)
        writer.number(place.endLine)
        writer.number(place.endColumn)
        writer.number(place.byteColumn)
        writer.number(place.endByteColumn)
        writer.text(place.text)
        writer.list(place.marks) { writer, mark in
            writer.number(mark.line)
            writer.number(mark.column)
            writer.number(mark.byteColumn)
            writer.text(mark.text)
        }
    }

    private static func place(_ reader: inout ByteReader) throws(ByteReader.Broken) -> Finding.Place {
        Finding.Place(
            line: try reader.number(), column: try reader.number(), endLine: try reader.number(), endColumn: try reader.number(),
            byteColumn: try reader.number(), endByteColumn: try reader.number(), text: try reader.text(),
            marks: try reader.list { (reader) throws(ByteReader.Broken) in
                Finding.Mark(line: try reader.number(), column: try reader.number(), byteColumn: try reader.number(), text: try reader.text())
            })
    }

    private static func write(_ writer: inout ByteWriter, _ evidence: Finding.Evidence) {
        writer.optional(evidence.expected) { $0.text($1) }
        writer.optional(evidence.found) { $0.text($1) }
        writer.list(evidence.edits) { writer, edit in
            writer.text(edit.removed)
            writer.text(edit.added)
        }
        writer.optional(evidence.after, write)
        writer.optional(evidence.translation) { writer, match in
            writer.text(match.entry.source)
            writer.text(match.entry.target)
            writer.text(match.entry.page)
            writer.number(match.entry.line)
            writer.word(match.similarity.bitPattern)
        }
    }

    private static func evidence(_ reader: inout ByteReader) throws(ByteReader.Broken) -> Finding.Evidence {
        var evidence = Finding.Evidence(
            expected: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() },
            found: try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() },
            edits: try reader.list { (reader) throws(ByteReader.Broken) in WordEdit(removed: try reader.text(), added: try reader.text()) },
            after: try reader.optional(place))
        evidence.translation = try reader.optional { (reader) throws(ByteReader.Broken) in
            let entry = TranslationMemory.Entry(source: try reader.text(), target: try reader.text(), page: try reader.text(), line: try reader.number())
            return TranslationMemory.Match(entry: entry, similarity: Double(bitPattern: try reader.word()))
        }
        return evidence
    }
}
