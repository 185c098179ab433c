import LocalizationModel

/// One rendering: the context stack and where the output goes.
struct TemplateRun: ~Copyable {
    /// How deep partials may include partials; data that nests deeper is taken for a circle.
    static let depthLimit = 64

    private let set: TemplateSet
    private var stack: [TemplateValue]
    private var depth = 0
    var output: [UInt8]

    init(_ set: TemplateSet, _ value: TemplateValue, output: consuming [UInt8]) {
        self.set = set
        stack = [value]
        self.output = output
    }

    mutating func run(_ template: Template, indentation: [UInt8]) throws(HexaplaError) {
        try run(template, 0..<template.steps.count, indentation)
    }

    private mutating func run(_ template: Template, _ range: Range<Int>, _ indentation: [UInt8]) throws(HexaplaError) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.steps[index] {
            case .text(let text, let startsLine): write(template.source, text, startsLine, indentation)
            case .lineStart: output.append(contentsOf: indentation)
            case .escaped(let name): try writeValue(of: name, in: template, raw: false)
            case .raw(let name): try writeValue(of: name, in: template, raw: true)
            case .section(let name, let end):
                try runSection(template, name, index + 1..<end, indentation)
                index = end - 1
            case .inverted(let name, let end):
                let isTrue = try value(of: name, in: template)?.isTrue ?? false
                if !isTrue { try run(template, index + 1..<end, indentation) }
                index = end - 1
            case .partial(let name, let own, let line):
                try runPartial(name, own.map { indentation + $0 } ?? [], template, line)
            }
            index += 1
        }
    }

    private mutating func runSection(
        _ template: Template, _ name: Template.Name, _ body: Range<Int>, _ indentation: [UInt8]
    ) throws(HexaplaError) {
        guard let value = try value(of: name, in: template), value.isTrue else { return }
        switch value {
        case .list(let items):
            for item in items {
                stack.append(item)
                try run(template, body, indentation)
                stack.removeLast()
            }
        case .bool: try run(template, body, indentation)
        case .text, .html, .number, .object:
            stack.append(value)
            try run(template, body, indentation)
            stack.removeLast()
        }
    }

    private mutating func runPartial(
        _ name: String, _ indentation: [UInt8], _ template: Template, _ line: Int
    ) throws(HexaplaError) {
        guard let partial = set.partial(name) else {
            if set.isStrict { throw set.missingPartial(name, file: template.file, line: line) }
            return
        }
        guard depth < Self.depthLimit else {
            throw HexaplaError(
                "\(template.file):\(line): partial '\(name)' nests deeper than \(Self.depthLimit)",
                remedy: "Give it a section that ends, or less deeply nested data")
        }
        depth += 1
        try run(partial, indentation: indentation)
        depth -= 1
    }

    // MARK: Names

    /// The value of a name; nil where it is missing and the set is lenient.
    private func value(of name: Template.Name, in template: Template) throws(HexaplaError) -> TemplateValue? {
        guard let first = name.parts.first else { return stack.last }
        var found: TemplateValue?
        for context in stack.reversed() {
            guard case .object(let object) = context, let field = object.field(first) else { continue }
            found = field
            break
        }
        for key in name.parts.dropFirst() {
            guard case .object(let object)? = found else {
                found = nil
                break
            }
            found = object.field(key)
        }
        if found == nil, set.isStrict { throw missing(name, in: template) }
        return found
    }

    private func missing(_ name: Template.Name, in template: Template) -> HexaplaError {
        var names: [String] = []
        for case .object(let object) in stack.reversed() where names.isEmpty { names = object.shape.names.sorted() }
        return HexaplaError(
            "\(template.file):\(name.line): no value for '\(name.text)'",
            remedy: names.isEmpty ? nil : "The nearest data has: \(names.joined(separator: ", "))")
    }

    // MARK: Writing

    private mutating func writeValue(of name: Template.Name, in template: Template, raw: Bool) throws(HexaplaError) {
        guard let value = try value(of: name, in: template) else { return }
        switch value {
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .text(let bytes):
            if raw, set.isStrict { throw unfit(name, value, in: template, "Write {{\(name.text)}}, which escapes it") }
            if raw { output.append(contentsOf: bytes) } else { HTMLEscape.append(bytes, to: &output) }
        case .html(let bytes):
            if !raw, set.isStrict { throw unfit(name, value, in: template, "Write {{{\(name.text)}}}") }
            if raw { output.append(contentsOf: bytes) } else { HTMLEscape.append(bytes, to: &output) }
        case .bool, .list, .object:
            if set.isStrict { throw unfit(name, value, in: template, "Write a section, {{#\(name.text)}}") }
        }
    }

    private func unfit(_ name: Template.Name, _ value: TemplateValue, in template: Template, _ remedy: String) -> HexaplaError {
        HexaplaError("\(template.file):\(name.line): '\(name.text)' is \(value.kindName)", remedy: remedy)
    }

    private mutating func write(_ source: [UInt8], _ text: Range<Int>, _ startsLine: Bool, _ indentation: [UInt8]) {
        guard !indentation.isEmpty else {
            output.append(contentsOf: source[text])
            return
        }
        var atLineStart = startsLine
        for byte in source[text] {
            if atLineStart, byte != 0x0A, byte != 0x0D { output.append(contentsOf: indentation) }
            output.append(byte)
            atLineStart = byte == 0x0A
        }
    }
}
