import LocalizationModel

/// The JSON Schema (draft 2020-12) of what `DifferenceJSON` writes.
///
/// Properties that it does not name are allowed: later versions may add some, under the same `schema_version`.
public enum DifferenceSchema {
    /// Raised when a property is renamed, removed or changes its meaning.
    static let version = 1

    /// The name that documents give their schema.
    static let identifier = "urn:hexapla:difference:\(version)"

    /// The schema as indented JSON.
    public static let text = "{\n" + head + " \"$defs\": {\n" + [pages, shared].joined(separator: ",\n") + "\n }\n}\n"

    private static func list(_ values: [String]) -> String { "[" + values.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }

    private static let head = """
         "$schema": "https://json-schema.org/draft/2020-12/schema",
         "$id": "\(identifier)",
         "title": "The difference of two states of a project, as Hexapla tells it",
         "description": "The facts of the pages that changed between two revisions or folders, with what each locale stated and states.",
         "type": "object",
         "required": ["$schema", "schema_version", "generator", "old", "new", "source_locale", "added_locales", "removed_locales", "pages"],
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
          "old": {"$ref": "#/$defs/side", "description": "The state that is compared."},
          "new": {"$ref": "#/$defs/side", "description": "The state that it is compared with."},
          "source_locale": {"$ref": "#/$defs/locale", "description": "The locale that the pages are translated from, in the newer state."},
          "added_locales": {"$ref": "#/$defs/locales", "description": "Locales that only the newer state has, sorted."},
          "removed_locales": {"$ref": "#/$defs/locales", "description": "Locales that only the older state has, sorted."},
          "pages": {"type": "array", "items": {"$ref": "#/$defs/page"}, "description": "The pages that differ, sorted by path."}
         },

        """

    private static let pages = """
          "side": {
           "description": "One of the two states.",
           "type": "object",
           "required": ["kind", "name", "commit"],
           "properties": {
            "kind": {"enum": \(list(ModelDifference.Side.Kind.allCases.map(\.rawValue))), "description": "A folder on disk, a revision of the repository, or the project as it stands on disk."},
            "name": {"type": "string", "description": "As it was named on the command line.", "examples": ["v1.2", "HEAD~2"]},
            "commit": {"type": ["string", "null"], "pattern": "^[0-9a-f]{40}$", "description": "The commit that a revision names; null for folders."}
           }
          },
          "page": {
           "description": "One page, in all its locales.",
           "type": "object",
           "required": ["path", "old_path", "added_in", "removed_in", "kept_in", "changes"],
           "properties": {
            "path": {"type": "string", "minLength": 1, "description": "The path below the locale's folder, with '/'.", "examples": ["competencies/devops.md"]},
            "old_path": {"type": ["string", "null"], "minLength": 1, "description": "Where the page was before it was renamed; null where it was not."},
            "added_in": {"$ref": "#/$defs/locales", "description": "Locales that have the page only now. Those in added_locales are left out where others had the page before."},
            "removed_in": {"$ref": "#/$defs/locales", "description": "Locales that have the page no more. Those in removed_locales are left out where others keep it."},
            "kept_in": {"$ref": "#/$defs/locales", "description": "Locales that have the page in both states: only their facts are compared."},
            "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}, "description": "Front matter first, then in the order of the page."}
           }
          },
          "change": {
           "description": "One fact that the states state differently, in one locale at least.",
           "type": "object",
           "required": ["kind", "aspect", "section", "old_section", "requirement", "counted", "scope", "locales", "behind"],
           "properties": {
            "kind": {"enum": \(list(FactChange.Kind.allCases.map(\.rawValue))), "description": "changed: other values. added, removed: a section or requirement with all below it. moved: the same facts in another place."},
            "aspect": {"enum": \(list(FactChange.Aspect.allCases.map(\.rawValue))), "description": "What the values are of."},
            "section": {"anyOf": [{"$ref": "#/$defs/section"}, {"type": "null"}], "description": "Where the fact stands now, or stood where it is gone; null for front matter."},
            "old_section": {"anyOf": [{"$ref": "#/$defs/section"}, {"type": "null"}], "description": "Where a moved requirement stood; else null."},
            "requirement": {"anyOf": [{"$ref": "#/$defs/requirement"}, {"type": "null"}], "description": "Null for sections and front matter."},
            "counted": {"type": ["string", "null"], "description": "What a quantity counts, in the terms of the vocabulary; null where no locale says.", "examples": ["person"]},
            "scope": {"type": ["string", "null"], "description": "Where the fact holds, in the terms of the vocabulary; null for everywhere.", "examples": ["developedMarkets"]},
            "locales": {
             "description": "What each locale that has the page in both states stated and states, where it has the fact in either.",
             "type": "object",
             "minProperties": 1,
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/cell"}
            },
            "behind": {"$ref": "#/$defs/locales", "description": "Locales that state still what another stated before it changed."}
           }
          }
        """

    private static let shared = """
          "cell": {
           "description": "One locale.",
           "type": "object",
           "required": ["old", "new"],
           "properties": {
            "old": {"$ref": "#/$defs/values", "description": "What it stated."},
            "new": {"$ref": "#/$defs/values", "description": "What it states."}
           }
          },
          "values": {
           "description": "Free of language but for front matter: '4000', 'any-of', '2017-09-30', '15000 USD'. Null where the locale has no such section or requirement; empty where it states nothing of the aspect, and where the change is of the requirement itself.",
           "type": ["array", "null"],
           "items": {"type": "string"}
          },
          "section": {
           "description": "A section of the page.",
           "type": "object",
           "required": ["address", "level", "option", "name"],
           "properties": {
            "address": {"type": "string", "description": "The anchors of the enclosing sections and its own, with '/'; empty before the first heading."},
            "level": {"type": ["string", "null"], "description": "The level that the heading names, in the terms of the vocabulary.", "examples": ["gold"]},
            "option": {"type": ["string", "null"], "description": "The anchor of the option that the level belongs to."},
            "name": {"type": "string", "description": "What people call it: the level, with its option where there are several, else the heading."}
           }
          },
          "requirement": {
           "description": "A node of the requirement tree.",
           "type": "object",
           "required": ["id", "label"],
           "properties": {
            "id": {"type": "string", "minLength": 1, "description": "Its id in the model of the newer state that has it; unique in its section."},
            "label": {"type": "string", "description": "Its first words in the source's language, else in the first that has any, without markup."}
           }
          },
          "locale": {
           "description": "A BCP 47 language tag in canonical case: language, script and region.",
           "type": "string",
           "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
           "examples": ["de-DE", "zh-Hant-TW"]
          },
          "locales": {"description": "Locales, sorted.", "type": "array", "items": {"$ref": "#/$defs/locale"}, "uniqueItems": true}
        """
}
