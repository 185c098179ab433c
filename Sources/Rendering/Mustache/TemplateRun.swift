import LocalizationModel

/// One rendering: the context stack and where the output goes.
struct TemplateRun: ~Copyable {
    /// How deep partials may include partials; data that nests deeper is taken for a circle.
    static let depthLimit = 64

    private let set: TemplateSet
    private var stack: [TemplateValue]
    /// Those of the stack that have fields.
    private var objects: [TemplateObject] = []
    private var depth = 0
    var output: ByteBuffer

    init(_ set: TemplateSet, _ value: TemplateValue, output: consuming ByteBuffer) {
        self.set = set
        stack = [value]
        if case .object(let object) = value { objects = [object] }
        self.output = output
    }

    mutating func run(_ template: Template, indentation: [UInt8]) throws(HexaplaError) {
        try run(template, 0..<template.steps.count, indentation)
    }

    private mutating func run(_ template: Template, _ range: Range<Int>, _ indentation: [UInt8]) throws(HexaplaError) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.steps[index] {
            case .text(let text, let startsLine): write(text, of: template, startsLine: startsLine, indentation)
            case .lineStart: output.append(indentation)
            case .escaped(let name): try writeValue(of: name, in: template, raw: false)
            case .raw(let name): try writeValue(of: name, in: template, raw: true)
            case .section(let name, let end):
                try runSection(template, name, index + 1..<end, indentation)
                index = end - 1
            case .inverted(let name, let end):
                let isTrue = try value(of: name, in: template)?.isTrue ?? false
                if !isTrue { try run(template, index + 1..<end, indentation) }
                index = end - 1
            case .partial(let inclusion): try runPartial(inclusion, indentation, template)
            }
            index += 1
        }
    }

    private mutating func runSection(
        _ template: Template, _ name: Template.NameIndex, _ body: Range<Int>, _ indentation: [UInt8]
    ) throws(HexaplaError) {
        guard let value = try value(of: name, in: template), value.isTrue else { return }
        switch value {
        case .list(let items): for item in items { try run(template, body, in: item, indentation) }
        case .bool: try run(template, body, indentation)
        case .text, .html, .number, .object: try run(template, body, in: value, indentation)
        }
    }

    /// Runs a part of a template with a value on top of the stack.
    private mutating func run(
        _ template: Template, _ body: Range<Int>, in value: TemplateValue, _ indentation: [UInt8]
    ) throws(HexaplaError) {
        let count = objects.count
        stack.append(value)
        if case .object(let object) = value { objects.append(object) }
        try run(template, body, indentation)
        stack.removeLast()
        if objects.count > count { objects.removeLast() }
    }

    private mutating func runPartial(
        _ index: Int, _ indentation: [UInt8], _ template: Template
    ) throws(HexaplaError) {
        guard let partial = set.partial(template.inclusions[index].partial) else {
            let inclusion = template.inclusions[index]
            if set.isStrict { throw set.missingPartial(inclusion.name, file: template.file, line: inclusion.line) }
            return
        }
        guard depth < Self.depthLimit else {
            let inclusion = template.inclusions[index]
            throw HexaplaError(
                "\(template.file):\(inclusion.line): partial '\(inclusion.name)' nests deeper than \(Self.depthLimit)",
                remedy: "Give it a section that ends, or less deeply nested data")
        }
        depth += 1
        try run(partial, indentation: template.inclusions[index].indentation.map { indentation + $0 } ?? [])
        depth -= 1
    }

    // MARK: Names

    /// The value of a name; nil where it is missing and the set is lenient.
    private func value(of index: Template.NameIndex, in template: Template) throws(HexaplaError) -> TemplateValue? {
        guard let first = template.nameTable[index].first else { return stack.last }
        var found: TemplateValue?
        var level = objects.count - 1
        while level >= 0 {
            if let slot = objects[level].shape.slot(first) {
                found = objects[level].fields[slot]
                break
            }
            level -= 1
        }
        // By index: most names have one part, and a loop over the array would hold on to it.
        for part in 0..<template.nameTable[index].rest.count {
            guard case .object(let object)? = found else {
                found = nil
                break
            }
            found = object.field(template.nameTable[index].rest[part])
        }
        if found == nil, set.isStrict { throw missing(template.nameTable[index], in: template) }
        return found
    }

    private func missing(_ name: Template.Name, in template: Template) -> HexaplaError {
        let names = objects.last { !$0.shape.names.isEmpty }?.shape.names.sorted() ?? []
        return HexaplaError(
            "\(template.file):\(name.line): no value for '\(name.text)'",
            remedy: names.isEmpty ? nil : "The nearest data has: \(names.joined(separator: ", "))")
    }

    // MARK: Writing

    private mutating func writeValue(of index: Template.NameIndex, in template: Template, raw: Bool) throws(HexaplaError) {
        guard let value = try value(of: index, in: template) else { return }
        switch value {
        case .number(let number): output.append(String(number))
        case .text(let text):
            if raw, set.isStrict { throw unfit(index, value, in: template) { "Write {{\($0)}}, which escapes it" } }
            if raw { output.append(text) } else { HTMLEscape.append(text, to: &output) }
        case .html(let bytes):
            if !raw, set.isStrict { throw unfit(index, value, in: template) { "Write {{{\($0)}}}" } }
            if raw { output.append(bytes) } else { HTMLEscape.append(bytes, to: &output) }
        case .bool, .list, .object:
            if set.isStrict { throw unfit(index, value, in: template) { "Write a section, {{#\($0)}}" } }
        }
    }

    private func unfit(
        _ index: Template.NameIndex, _ value: TemplateValue, in template: Template, remedy: (_ name: String) -> String
    ) -> HexaplaError {
        let name = template.nameTable[index]
        return HexaplaError("\(template.file):\(name.line): '\(name.text)' is \(value.kindName)", remedy: remedy(name.text))
    }

    private mutating func write(_ text: Range<Int>, of template: Template, startsLine: Bool, _ indentation: [UInt8]) {
        guard !indentation.isEmpty else {
            output.append(template.source[text])
            return
        }
        var atLineStart = startsLine
        for byte in template.source[text] {
            if atLineStart, byte != 0x0A, byte != 0x0D { output.append(indentation) }
            output.append(byte)
            atLineStart = byte == 0x0A
        }
    }
}
