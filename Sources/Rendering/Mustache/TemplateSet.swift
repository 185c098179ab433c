import LocalizationModel

/// All templates of a site, parsed and linked: `page`, `report-index` … and the partials they include.
///
/// A template is named by its path without `.mustache`; `{{> head}}` includes `partials/head`.
public struct TemplateSet: Sendable {
    /// One template that does not come from a folder.
    public struct Source: Sendable {
        /// `page`, or `partials/head` for a partial.
        public let name: String
        public let text: [UInt8]
        public init(name: String, text: String) {
            self.name = name
            self.text = Array(text.utf8)
        }
    }

    private let templates: [String: Template]
    private let partials: [String: Template]
    /// The partials, as `Template.Inclusion.partial` counts them.
    private let linkedPartials: [Template]
    /// True where a missing name or partial is an error; a lenient set writes nothing for it.
    public let isStrict: Bool

    /// Loads `*.mustache` and `partials/*.mustache`.
    /// - Parameter overriding: a folder of the same layout whose files come first, so that a project can
    ///   replace one partial and keep the rest.
    /// - Throws: an error with file and line where a template cannot be read or parsed, includes a partial
    ///   that is not there, or always includes itself.
    public init(directory: String, overriding: String? = nil) throws(HexaplaError) {
        try self.init(directories: (overriding.map { [$0] } ?? []) + [directory])
    }

    /// As `init(directory:overriding:)` with any number of folders; the first one that has a file wins.
    public init(directories: [String]) throws(HexaplaError) {
        var parsed: [String: Template] = [:]
        for directory in directories {
            let names = try TemplateFolder.names(directory)
            for name in names where parsed[name] == nil {
                let path = "\(directory)/\(name).mustache"
                parsed[name] = try Template(try TemplateFolder.read(path), file: path)
            }
        }
        try self.init(parsed, isStrict: true)
    }

    /// Templates given as text; errors name them `name.mustache`.
    public init(sources: [Source], isStrict: Bool = true) throws(HexaplaError) {
        var parsed: [String: Template] = [:]
        for source in sources { parsed[source.name] = try Template(source.text, file: source.name + ".mustache") }
        try self.init(parsed, isStrict: isStrict)
    }

    private init(_ templates: [String: Template], isStrict: Bool) throws(HexaplaError) {
        let names = templates.keys.filter { $0.hasPrefix(Self.partialPrefix) }.sorted().map { String($0.dropFirst(Self.partialPrefix.count)) }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let linked = templates.mapValues { $0.linked(places) }
        self.templates = linked
        self.isStrict = isStrict
        partials = Dictionary(uniqueKeysWithValues: names.compactMap { name in linked[Self.partialPrefix + name].map { (name, $0) } })
        linkedPartials = names.compactMap { linked[Self.partialPrefix + $0] }
        if isStrict { try checkPartials() }
    }

    private static let partialPrefix = "partials/"

    /// The names of all templates, sorted.
    public var names: [String] { templates.keys.sorted() }

    public subscript(name: String) -> Template? { templates[name] }

    /// The ids that a template and its partials write whatever the values.
    public func ids(of name: String) -> Set<String> {
        var ids: Set<String> = []
        var waiting = [name]
        var seen: Set<String> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let template = templates[next] else { continue }
            ids.formUnion(template.ids)
            waiting += template.inclusions.map { Self.partialPrefix + $0.name }
        }
        return ids
    }

    /// Appends what a template makes of a value.
    public func render(_ name: String, _ value: TemplateValue, into output: inout [UInt8]) throws(HexaplaError) {
        guard let template = templates[name] else {
            throw HexaplaError("no template '\(name)'", remedy: "Add \(name).mustache to the templates' folder")
        }
        var run = TemplateRun(self, value, output: ByteBuffer(capacity: max(Self.expectedLength, output.capacity)))
        defer { run.output.copy(to: &output) }
        try run.run(template, indentation: [])
    }

    private static let expectedLength = 4_096

    /// - Parameter place: as `Template.Inclusion.partial` has it.
    func partial(_ place: Int?) -> Template? { place.map { linkedPartials[$0] } }

    func missingPartial(_ name: String, file: String, line: Int) -> HexaplaError {
        HexaplaError("\(file):\(line): no partial '\(name)'", remedy: "Add partials/\(name).mustache or correct the name")
    }

    // MARK: Checks

    private func checkPartials() throws(HexaplaError) {
        for name in names {
            guard let template = templates[name] else { continue }
            for inclusion in template.inclusions where partials[inclusion.name] == nil {
                throw missingPartial(inclusion.name, file: template.file, line: inclusion.line)
            }
        }
        for name in partials.keys.sorted() {
            if let circle = circle(from: name) {
                let file = partials[name]?.file ?? name
                let line = partials[name].map { inclusionLine(of: circle[1], in: $0) } ?? 1
                throw HexaplaError(
                    "\(file):\(line): partial '\(name)' always includes itself: \(circle.joined(separator: " → "))",
                    remedy: "Put the inclusion in a section that ends")
            }
        }
    }

    /// The way from a partial back to itself through inclusions outside every section; nil where there is none.
    private func circle(from start: String) -> [String]? {
        var seen: Set<String> = []
        var ways = [[start]]
        while let way = ways.popLast() {
            guard let last = way.last, let template = partials[last] else { continue }
            for next in template.unconditionalPartials {
                if next == start { return way + [next] }
                if seen.insert(next).inserted { ways.append(way + [next]) }
            }
        }
        return nil
    }

    private func inclusionLine(of name: String, in template: Template) -> Int {
        template.inclusions.first { $0.name == name }?.line ?? 1
    }
}
