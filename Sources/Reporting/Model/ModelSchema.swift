/// The JSON Schema (draft 2020-12) of what `ModelJSON` writes.
///
/// Properties that it does not name are allowed: later versions may add some, under the same `schema_version`.
public enum ModelSchema {
    /// Raised when a property is renamed, removed or changes its meaning.
    static let version = 1

    /// The name that documents give their schema.
    static let identifier = "urn:hexapla:model:\(version)"

    /// The schema as indented JSON.
    public static let text = "{\n" + head + " \"$defs\": {\n" + definitions.joined(separator: ",\n") + "\n }\n}\n"

    private static let definitions = [pageDefinitions, segmentDefinitions, requirementDefinitions, sharedDefinitions]

    private static let head = """
         "$schema": "https://json-schema.org/draft/2020-12/schema",
         "$id": "\(identifier)",
         "title": "Hexapla's canonical model",
         "description": "All pages of a project in all their locales: metadata, sections, segments and requirements.",
         "type": "object",
         "required": ["$schema", "schema_version", "generator", "source_locale", "locales", "pages"],
         "properties": {
          "$schema": {"const": "\(identifier)", "description": "The identifier of this schema."},
          "schema_version": {"const": \(version), "description": "Raised when a property is renamed, removed or changes its meaning; properties may be added under the same number."},
          "generator": {
           "description": "The program that wrote the document.",
           "type": "object",
           "required": ["name", "version"],
           "properties": {
            "name": {"const": "hexapla", "description": "The program's name."},
            "version": {"type": "string", "description": "The program's version.", "examples": ["0.1.0"]}
           }
          },
          "source_locale": {"$ref": "#/$defs/locale", "description": "The locale that the pages are translated from; its folder may be missing."},
          "locales": {"type": "array", "items": {"$ref": "#/$defs/locale"}, "uniqueItems": true, "description": "The locales that have a folder, sorted."},
          "pages": {"type": "array", "items": {"$ref": "#/$defs/page"}, "description": "The pages, sorted by path."}
         },

        """

    private static let sharedDefinitions = """
          "locale": {
           "description": "A BCP 47 language tag in canonical case: language, script and region.",
           "type": "string",
           "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
           "examples": ["de-DE", "zh-Hant-TW"]
          },
          "line": {"description": "A line of the file, counted from 1, front matter included.", "type": "integer", "minimum": 1},
          "texts": {"description": "Texts in their order.", "type": "array", "items": {"type": "string"}},
          "section-path": {"description": "The ids of the enclosing sections, outermost first.", "type": "array", "items": {"type": "string", "minLength": 1}}
        """
}
