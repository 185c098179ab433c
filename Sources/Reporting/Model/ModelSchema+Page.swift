extension ModelSchema {
    static let pageDefinitions = """
          "page": {
           "description": "One page: the same relative path in all locales.",
           "type": "object",
           "required": ["path", "source", "missing_locales", "locales", "front_matter", "sections", "segments", "requirements", "facts"],
           "properties": {
            "path": {"type": "string", "minLength": 1, "description": "The path below the locale's folder, with '/'.", "examples": ["competencies/devops.md"]},
            "source": {"$ref": "#/$defs/page-source"},
            "missing_locales": {"type": "array", "items": {"$ref": "#/$defs/locale"}, "description": "Locales of the project, other than the source's, that lack the page, sorted."},
            "locales": {
             "description": "The files of the page by locale, the source's among them if it has one.",
             "type": "object",
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/localized-page"}
            },
            "front_matter": {"type": "array", "items": {"$ref": "#/$defs/metadata-fact"}, "description": "The front matter of all files side by side, the source's keys first."},
            "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}, "description": "The sections in the order of the source; what only translations have stands after the section it follows there."},
            "segments": {"type": "array", "items": {"$ref": "#/$defs/segment"}, "description": "The segments in the order of the source; what only a translation has stands after the segment it follows there."},
            "requirements": {"type": "array", "items": {"$ref": "#/$defs/requirement-section"}, "description": "The sections that demand something, in the order of the page."},
            "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}, "description": "What the requirements state, side by side in every language; in the order of the tree."}
           }
          },
          "page-source": {
           "description": "Where the page's source comes from.",
           "type": "object",
           "required": ["locale", "kind", "complete", "retired", "commit", "from"],
           "properties": {
            "locale": {"anyOf": [{"$ref": "#/$defs/locale"}, {"type": "null"}], "description": "The source's locale; null where nothing of the source is known."},
            "kind": {"enum": ["file", "recovered", "none"], "description": "file: the source page is there. recovered: its words were found in a translation. none: nothing of it is known."},
            "complete": {"type": "boolean", "description": "False where only some segments of the source are known, or none."},
            "retired": {"type": "boolean", "description": "True where the source, as it was found, withdraws the page or a part of it by commenting it out."},
            "commit": {"type": ["string", "null"], "description": "The source commit that recovered words belong to, where the page that holds them names one."},
            "from": {"anyOf": [{"$ref": "#/$defs/locale"}, {"type": "null"}], "description": "The locale of the page that the source was recovered from; null unless kind is recovered."}
           },
           "allOf": [
            {"if": {"properties": {"kind": {"const": "recovered"}}}, "then": {"properties": {"from": {"type": "string"}}}, "else": {"properties": {"from": {"type": "null"}}}},
            {"if": {"properties": {"kind": {"const": "none"}}}, "then": {"properties": {"locale": {"type": "null"}}}, "else": {"properties": {"locale": {"type": "string"}}}}
           ]
          },
          "localized-page": {
           "description": "One file.",
           "type": "object",
           "required": ["file", "retired", "metadata", "provenance"],
           "properties": {
            "file": {"type": "string", "description": "The file as the user's arguments and configuration name it."},
            "retired": {"type": "boolean", "description": "True where most of the page stands in a comment: it was withdrawn."},
            "metadata": {
             "description": "The front matter.",
             "type": "object",
             "required": ["title", "description", "keywords", "entries"],
             "properties": {
              "title": {"type": ["string", "null"], "description": "The key 'title', if it has text."},
              "description": {"type": ["string", "null"], "description": "The key 'description', if it has text."},
              "keywords": {"$ref": "#/$defs/texts", "description": "The keywords one by one, whether written as a sequence or separated by commas."},
              "entries": {"type": "array", "items": {"$ref": "#/$defs/metadata-entry"}, "description": "All keys in the order of the file."}
             }
            },
            "provenance": {"$ref": "#/$defs/provenance"}
           }
          },
          "metadata-entry": {
           "description": "One key of the front matter.",
           "type": "object",
           "required": ["key", "values", "line"],
           "properties": {
            "key": {"type": "string", "description": "The key; keys of nested mappings are joined with a dot."},
            "values": {"$ref": "#/$defs/texts", "description": "The scalars as text: one, or several for a sequence."},
            "line": {"$ref": "#/$defs/line", "description": "The line of the key, counted from 1."}
           }
          },
          "provenance": {
           "description": "Where a translation comes from, as its front matter states it; null for what it does not state.",
           "type": "object",
           "required": ["source_commit", "source_hash", "hand_off_date", "origin", "content_locale"],
           "properties": {
            "source_commit": {"type": ["string", "null"], "description": "The commit of the source repository that was translated."},
            "source_hash": {"type": ["string", "null"], "description": "The SHA-1 of the bytes of the source file that was translated."},
            "hand_off_date": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "The day the translation was handed off (ISO 8601)."},
            "origin": {"enum": ["HT", "MT", null], "description": "HT: human translation. MT: machine translation."},
            "content_locale": {"anyOf": [{"$ref": "#/$defs/locale"}, {"type": "null"}], "description": "The locale that the page says it is in."}
           }
          },
          "section": {
           "description": "What stands from a heading to the next one.",
           "type": "object",
           "required": ["id", "level", "path", "titles"],
           "properties": {
            "id": {"type": "string", "minLength": 1, "description": "Stable and unique on the page: the heading's own anchor, or else the slug of the source's heading, with -1, -2 for repetitions.", "examples": ["silver", "silver-1"]},
            "level": {"type": "integer", "minimum": 1, "maximum": 6, "description": "The heading's level."},
            "path": {"$ref": "#/$defs/section-path"},
            "titles": {
             "description": "The heading by locale, as readers see it; a locale without this heading is left out.",
             "type": "object",
             "minProperties": 1,
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"type": "string"}
            }
           }
          }
        """
}
