/// One step of a YAML document in the order of the file; offsets count bytes of what is read.
struct YAMLEvent {
    enum Kind {
        case documentStart
        case scalar(String, isPlain: Bool)
        case alias(String)
        case sequenceStart(isFlow: Bool)
        case mappingStart(isFlow: Bool)
        case collectionEnd
        case streamEnd
        /// What says nothing about content: the start of the stream, the end of a document.
        case other
    }

    let kind: Kind
    let anchor: String?
    let start: Int
    let end: Int
}

/// What libyaml could not read.
struct YAMLEventFault: Error {
    let message: String
    /// Byte offset of the character at fault.
    let offset: Int
}
