import CYAML
import LocalizationModel

/// The owner of one libyaml parser over bytes that outlive it.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let offsets: CharacterOffsets

    /// Nil where memory is short.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        // Stated, because libyaml would otherwise take two odd first bytes for UTF-16.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        self.parser = parser
        self.bytes = bytes
        offsets = CharacterOffsets(bytes)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    func next() throws(YAMLEventFault) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { yaml_event_delete(&event) }
        let start = offsets.byte(Int(event.start_mark.index))
        let end = max(start, offsets.byte(Int(event.end_mark.index)))
        let (kind, anchor, isTagged) = Self.content(of: event)
        var content = start
        if anchor != nil || isTagged, case .scalar = kind { content = afterProperties(start, end) }
        return YAMLEvent(kind: kind, anchor: anchor, start: content, end: end)
    }

    private static func content(of event: yaml_event_t) -> (kind: YAMLEvent.Kind, anchor: String?, isTagged: Bool) {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil, false)
        case YAML_STREAM_END_EVENT: return (.streamEnd, nil, false)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.collectionEnd, nil, false)
        case YAML_ALIAS_EVENT: return (.alias(string(event.data.alias.anchor) ?? ""), nil, false)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return (.sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE), string(start.anchor), start.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return (.mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE), string(start.anchor), start.tag != nil)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return (.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), string(scalar.anchor), scalar.tag != nil)
        default: return (.other, nil, false)
        }
    }

    private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    /// Where a scalar starts behind its anchor and tag, which libyaml counts as part of it.
    private func afterProperties(_ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end {
            switch bytes[i] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"): while i < end, !bytes[i].isWhitespace { i += 1 }
            case UInt8(ascii: "#"): while i < end, bytes[i] != 0x0A { i += 1 }
            case let byte where byte.isWhitespace: i += 1
            default: return i
            }
        }
        return end
    }

    private func fault() -> YAMLEventFault {
        let state = parser.pointee
        guard let problem = state.problem else { return YAMLEventFault(message: "out of memory", offset: 0) }
        let message = String(cString: problem)
        // The reader counts bytes; scanner and parser count characters.
        if state.error == YAML_READER_ERROR {
            return YAMLEventFault(message: message, offset: min(state.problem_offset, bytes.count))
        }
        let offset = offsets.byte(Int(state.problem_mark.index))
        guard let words = state.context else { return YAMLEventFault(message: message, offset: offset) }
        let context = String(cString: words)
        // What was opened and never closed is at fault where it opens, not at the end of the file.
        let opens = context.hasSuffix("quoted scalar") || context.hasPrefix("while parsing a flow")
        return YAMLEventFault(
            message: "\(message) \(context)", offset: opens ? offsets.byte(Int(state.context_mark.index)) : offset)
    }
}
