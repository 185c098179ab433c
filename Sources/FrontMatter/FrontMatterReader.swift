import LocalizationModel
import YAML

/// Reads the YAML between the two `---` lines of a page.
public enum FrontMatterReader {
    /// The metadata of a page; `span` is what stands between the two lines, in bytes of the file.
    ///
    /// Never fails: what cannot be read is told in `faults`. Where the YAML is broken, the entries before the
    /// error are kept and the rest is read key by key.
    ///
    /// - Parameter schema: what the front matter of the project's pages has to be.
    public static func read(_ text: SourceText, span: SourceSpan, schema: FrontMatterSchema? = nil) -> PageMetadata {
        let reading = YAMLReader.readSoFar(text, span: span)
        let pairs = reading.root?.pairs
        var flattener = MetadataFlattener(text: text)
        var faults: [PageMetadata.Fault] = []
        if let error = reading.error {
            faults.append(PageMetadata.Fault(message: error.message, span: error.span))
            LineRecovery(text: text, span: span).add(to: &flattener, whole: pairs ?? [])
        } else if let pairs {
            flattener.add(pairs)
        } else if let root = reading.root, !root.isNull {
            faults.append(PageMetadata.Fault(message: "the front matter is no mapping of keys to values", span: root.span))
        }
        return PageMetadata(
            entries: flattener.entries.sorted { $0.keySpan.lower < $1.keySpan.lower },
            faults: (faults + flattener.faults).sorted { $0.span.lower < $1.span.lower },
            violations: reading.error == nil ? schema.map { SchemaCheck.violations(pairs ?? [], top: SourceSpan(0, 0), $0) } ?? [] : [])
    }

    /// What is said of a page without front matter.
    public static func absent(schema: FrontMatterSchema?) -> PageMetadata {
        guard let schema else { return .none }
        return PageMetadata(entries: [], faults: [], violations: SchemaCheck.violations([], top: SourceSpan(0, 0), schema))
    }
}
