import CExpat
import LocalizationModel

/// The elements of an XML document, one after another: the owner of one expat parser.
///
/// Documents come from strangers. One that declares an entity is refused where nobody needs that: entities multiply (billion laughs) or name
/// other files (XXE). What a document type lies elsewhere is never fetched.
public final class XMLReader {
    public enum Event {
        /// The name without its prefix, and what an attribute says, by its name as written.
        case start(name: String, attribute: (String) -> String?)
        case text(String)
        case end(name: String)
    }

    /// Nested elements.
    private static let deepest = 256
    /// Bytes handed to the parser at once.
    private static let portion = 1 << 16

    private let parser: XML_Parser
    private let path: String
    private let allowsEntities: Bool
    private let handle: (Event, XMLReader) -> Void
    private var depth = 0
    private var error: HexaplaError?

    /// Calls `handle` with each event.
    ///
    /// - Parameter allowsEntities: true for a document that is read no further than its first element: drawing programs declare some.
    public static func read(_ bytes: [UInt8], path: String, allowsEntities: Bool = false, _ handle: @escaping (Event, XMLReader) -> Void) throws(HexaplaError) {
        guard let parser = XML_ParserCreate(nil) else { throw HexaplaError("\(path): out of memory") }
        let reader = XMLReader(parser, path, allowsEntities, handle)
        try reader.parse(bytes)
    }

    private init(_ parser: XML_Parser, _ path: String, _ allowsEntities: Bool, _ handle: @escaping (Event, XMLReader) -> Void) {
        self.parser = parser
        self.path = path
        self.allowsEntities = allowsEntities
        self.handle = handle
    }

    deinit { XML_ParserFree(parser) }

    /// Ends the reading with an error at the place that is being read.
    public func stop(_ message: String, remedy: String? = nil) {
        guard error == nil else { return }
        error = fault(message, remedy: remedy)
        XML_StopParser(parser, XML_Bool(0))
    }

    /// As `glossary.tbx:12:5`.
    private func fault(_ message: String, remedy: String?) -> HexaplaError {
        HexaplaError("\(path):\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1): \(message)", remedy: remedy)
    }

    private func parse(_ bytes: [UInt8]) throws(HexaplaError) {
        register()
        var status = XML_STATUS_OK
        bytes.withUnsafeBytes { buffer in
            var start = 0
            repeat {
                let count = min(Self.portion, buffer.count - start)
                let part = buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                start += count
                status = XML_Parse(parser, part, Int32(count), start == buffer.count ? 1 : 0)
            } while status == XML_STATUS_OK && start < buffer.count
        }
        if let error { throw error }
        guard status == XML_STATUS_OK else {
            let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
            throw fault(message, remedy: "Correct the XML, or export it again")
        }
    }

    private func register() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { XMLReader.of($0)?.start($1, $2) }, { data, name in XMLReader.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, count in XMLReader.of(data)?.text(text, count) }
        if allowsEntities { return }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XMLReader.of(data)?.stop("the document declares an entity", remedy: "Write what it stands for in its place")
        }
        XML_SetSkippedEntityHandler(parser) { data, _, _ in
            XMLReader.of(data)?.stop("an entity that the document does not declare", remedy: "Write what it stands for in its place")
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? { data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() } }

    // MARK: Events

    private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        depth += 1
        guard depth <= Self.deepest else { return stop("elements are nested too deeply") }
        guard error == nil, let name else { return }
        let event = Event.start(name: Self.local(name)) { wanted in
            var place = attributes
            while let pair = place, let key = pair[0], let value = pair[1] {
                if String(cString: key) == wanted { return String(cString: value) }
                place = pair + 2
            }
            return nil
        }
        handle(event, self)
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        depth -= 1
        guard error == nil, let name else { return }
        handle(.end(name: Self.local(name)), self)
    }

    private func text(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard error == nil, let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        handle(.text(String(decoding: bytes, as: UTF8.self)), self)
    }

    private static func local(_ name: UnsafePointer<XML_Char>) -> String {
        let whole = String(cString: name)
        return whole.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(whole[whole.utf8.index(after: $0)...]) } ?? whole
    }
}
