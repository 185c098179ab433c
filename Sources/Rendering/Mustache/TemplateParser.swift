import LocalizationModel

/// Turns the bytes of a template into its program, in one pass.
struct TemplateParser {
    private let source: [UInt8]
    private let file: String
    private var opening: [UInt8] = Array("{{".utf8)
    private var closing: [UInt8] = Array("}}".utf8)
    private var steps: [Template.Step] = []
    /// One for each step with a name, in their order.
    private(set) var names: [Template.Name] = []
    private(set) var inclusions: [Template.Inclusion] = []
    /// Sections not closed yet: index of the step, name and line.
    private var open: [(step: Int, name: Template.Name)] = []
    /// Offset of the first byte that is not in the program yet.
    private var pending = 0
    private var line = 1
    private var lineCounted = 0

    init(source: [UInt8], file: String) {
        self.source = source
        self.file = file
    }

    mutating func parse() throws(HexaplaError) -> [Template.Step] {
        while let start = find(opening, from: pending) {
            let tag = try readTag(at: start)
            try emit(tag)
        }
        emitText(upTo: source.count)
        if let section = open.last {
            throw error("section '\(section.name.text)' is not closed", line: section.name.line, "Write {{/\(section.name.text)}}")
        }
        return steps
    }

    // MARK: Tags

    private struct Tag {
        /// `#`, `^`, `/`, `>`, `!`, `=`, `&`, `{`, or 0 for a plain name.
        let sigil: UInt8
        let content: ArraySlice<UInt8>
        let range: Range<Int>
        let line: Int
    }

    private static let sigils = Set("#^/>!=&{".utf8)

    private mutating func readTag(at start: Int) throws(HexaplaError) -> Tag {
        let line = line(at: start)
        var inner = start + opening.count
        while inner < source.count, source[inner].isWhitespace { inner += 1 }
        let sigil = inner < source.count && Self.sigils.contains(source[inner]) ? source[inner] : 0
        if sigil != 0 { inner += 1 }
        var end = closing
        if sigil == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
        if sigil == UInt8(ascii: "=") { end.insert(sigil, at: 0) }
        guard let close = find(end, from: inner) else {
            throw error("tag is not closed", line: line, "Write \(String(decoding: end, as: UTF8.self))")
        }
        return Tag(sigil: sigil, content: source[inner..<close].trimmed(), range: start..<close + end.count, line: line)
    }

    private mutating func emit(_ tag: Tag) throws(HexaplaError) {
        let alone = isSelfContained(tag.sigil) ? standaloneLine(tag.range) : nil
        let indentation = alone.map { Array(source[$0.lowerBound..<tag.range.lowerBound]) }
        emitText(upTo: alone?.lowerBound ?? tag.range.lowerBound)
        if alone == nil, pending == tag.range.lowerBound, startsLine(tag.range.lowerBound) { steps.append(.lineStart) }
        pending = alone?.upperBound ?? tag.range.upperBound
        switch tag.sigil {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "="): try setDelimiters(tag)
        case UInt8(ascii: ">"):
            inclusions.append(.init(name: try partialName(tag), indentation: indentation, line: tag.line))
            steps.append(.partial(inclusions.count - 1))
        case UInt8(ascii: "#"): try openSection(tag) { .section($0, end: 0) }
        case UInt8(ascii: "^"): try openSection(tag) { .inverted($0, end: 0) }
        case UInt8(ascii: "/"): try closeSection(tag)
        case UInt8(ascii: "&"), UInt8(ascii: "{"): steps.append(.raw(add(try name(tag))))
        default: steps.append(.escaped(add(try name(tag))))
        }
    }

    private mutating func openSection(_ tag: Tag, _ step: (Template.NameIndex) -> Template.Step) throws(HexaplaError) {
        let name = try name(tag)
        open.append((steps.count, name))
        steps.append(step(add(name)))
    }

    private mutating func add(_ name: Template.Name) -> Template.NameIndex {
        names.append(name)
        return names.count - 1
    }

    private mutating func closeSection(_ tag: Tag) throws(HexaplaError) {
        let name = try name(tag)
        guard let section = open.popLast() else { throw error("{{/\(name.text)}} closes no section", line: tag.line) }
        guard section.name.text == name.text else {
            throw error(
                "{{/\(name.text)}} stands where section '\(section.name.text)' of line \(section.name.line) is open",
                line: tag.line, "Close '\(section.name.text)' first")
        }
        switch steps[section.step] {
        case .inverted(let name, _): steps[section.step] = .inverted(name, end: steps.count)
        case .section(let name, _): steps[section.step] = .section(name, end: steps.count)
        default: break
        }
    }

    private mutating func setDelimiters(_ tag: Tag) throws(HexaplaError) {
        let parts = tag.content.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
            throw error("a set-delimiters tag needs two delimiters without '='", line: tag.line, "Write {{=<% %>=}}")
        }
        opening = Array(parts[0])
        closing = Array(parts[1])
    }

    private func name(_ tag: Tag) throws(HexaplaError) -> Template.Name {
        if tag.content.elementsEqual([UInt8(ascii: ".")]) { return Template.Name(parts: [], line: tag.line) }
        let parts = tag.content.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard !tag.content.isEmpty, !tag.content.contains(where: \.isWhitespace), !parts.contains(where: \.isEmpty) else {
            let text = String(decoding: tag.content, as: UTF8.self)
            throw error(text.isEmpty ? "a tag has no name" : "'\(text)' is not a name", line: tag.line)
        }
        return Template.Name(parts: parts.map { String(decoding: $0, as: UTF8.self) }, line: tag.line)
    }

    private func partialName(_ tag: Tag) throws(HexaplaError) -> String {
        guard !tag.content.isEmpty, !tag.content.contains(where: \.isWhitespace) else {
            throw error("a partial tag needs one name", line: tag.line)
        }
        return String(decoding: tag.content, as: UTF8.self)
    }

    // MARK: Lines

    private func isSelfContained(_ sigil: UInt8) -> Bool { sigil != 0 && sigil != UInt8(ascii: "&") && sigil != UInt8(ascii: "{") }

    /// The whole line, with its end, of a tag that stands alone on it; nil where it does not.
    private func standaloneLine(_ range: Range<Int>) -> Range<Int>? {
        var lower = range.lowerBound
        while lower > pending, source[lower - 1].isBlank { lower -= 1 }
        guard lower >= pending, startsLine(lower) else { return nil }
        var upper = range.upperBound
        while upper < source.count, source[upper].isBlank { upper += 1 }
        if upper == source.count { return lower..<upper }
        if source[upper] == 0x0A { return lower..<upper + 1 }
        if source.hasBytes("\r\n", at: upper) { return lower..<upper + 2 }
        return nil
    }

    private func startsLine(_ offset: Int) -> Bool { offset == 0 || source[offset - 1] == 0x0A }

    private mutating func emitText(upTo end: Int) {
        guard pending < end else { return }
        steps.append(.text(pending..<end, startsLine: startsLine(pending)))
        pending = end
    }

    private mutating func line(at offset: Int) -> Int {
        for i in lineCounted..<offset where source[i] == 0x0A { line += 1 }
        lineCounted = offset
        return line
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start <= source.count - pattern.count else { return nil }
        for i in start...(source.count - pattern.count) where source[i] == first {
            if source[i..<i + pattern.count].elementsEqual(pattern) { return i }
        }
        return nil
    }

    private func error(_ message: String, line: Int, _ remedy: String? = nil) -> HexaplaError {
        HexaplaError("\(file):\(line): \(message)", remedy: remedy)
    }
}
