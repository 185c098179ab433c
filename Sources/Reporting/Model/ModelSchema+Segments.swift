extension ModelSchema {
    static let segmentDefinitions = """
          "segment": {
           "description": "The smallest unit that is translated and judged: a sentence, a heading, a table cell.",
           "type": "object",
           "required": ["id", "section", "kind", "source", "targets"],
           "properties": {
            "id": {"type": "string", "pattern": "/[0-9a-f]{8}(-[0-9]+)?$", "description": "Unique on the page, and the same after edits elsewhere: the section's id, '/', a digest of the source's text (of locale and text where there is no source) and, for repetitions, an ordinal.", "examples": ["silver/3f2a91bc", "silver/3f2a91bc-2"]},
            "section": {"type": ["string", "null"], "minLength": 1, "description": "The id of the section it stands in; null before the first heading."},
            "kind": {"enum": ["heading", "paragraph", "list-item", "table-cell", "html", "alert", "footnote", "image-text", "link-title", "metadata"], "description": "What it is part of. Front matter values (metadata) stand first; image texts and link titles behind the segment that holds them, whose text has their words too."},
            "key": {"type": "string", "description": "What it is found by on the other side: the key of a front matter value, the destination of an image or link; left out for other kinds."},
            "holder": {"type": "string", "description": "The id of the segment that an image text or link title stands in; left out for other kinds."},
            "source": {"anyOf": [{"$ref": "#/$defs/source-segment"}, {"type": "null"}], "description": "The source's words; null where only a translation has the segment, or nothing of the source is known."},
            "targets": {
             "description": "The translations by locale; a locale that lacks the whole page is left out.",
             "type": "object",
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/target-segment"}
            }
           }
          },
          "source-segment": {
           "description": "The source's words and where they were found.",
           "type": "object",
           "required": ["text", "line", "retired", "origin"],
           "properties": {
            "text": {"type": "string", "minLength": 1, "description": "The Markdown as written, lines joined by a space."},
            "line": {"$ref": "#/$defs/line", "description": "The line of its first byte in the source; a recovered source keeps the lines of the page it was recovered from."},
            "retired": {"type": "boolean", "description": "True where the newest source withdraws it by commenting it out."},
            "origin": {
             "description": "Where the words stand.",
             "type": "object",
             "required": ["method", "locale", "line"],
             "properties": {
              "method": {"enum": ["file", "comment", "side-by-side", "left-untranslated", "agreement"], "description": "file: in the source page. comment: in the source page inside a comment of a translation. side-by-side: in the source's span beside a translated segment. left-untranslated: in a segment that a translation left in the source's language. agreement: in a text of the source's script that translations into different languages have at the same place."},
              "locale": {"$ref": "#/$defs/locale", "description": "The locale of the page in which the words stand."},
              "line": {"$ref": "#/$defs/line", "description": "The line of that page, counted from 1."}
             }
            }
           }
          },
          "target-segment": {
           "description": "What one locale has for a segment.",
           "type": "object",
           "required": ["text", "line", "alignment", "state"],
           "properties": {
            "text": {"type": ["string", "null"], "minLength": 1, "description": "The Markdown as written; several segments are joined. Null where the locale has nothing."},
            "line": {"anyOf": [{"$ref": "#/$defs/line"}, {"type": "null"}], "description": "The line of its first byte in the locale's file; null where the locale has nothing."},
            "alignment": {"enum": ["translated", "untranslated", "partial", "missing", "extra", null], "description": "untranslated: in the source's language. partial: a part of it is. missing: the locale has nothing. extra: the source has nothing. Null where no source is known to align with."},
            "state": {"enum": ["initial", "translated"], "description": "The state of XLIFF 2.1: initial for untranslated and missing segments. That a person reviewed something is never claimed."},
            "shared_with": {"type": "array", "minItems": 1, "items": {"type": "string"}, "description": "The ids of the other segments that the same text translates, where the translation merged some; left out where there are none."}
           },
           "if": {"properties": {"alignment": {"const": "missing"}}},
           "then": {"properties": {"text": {"type": "null"}, "line": {"type": "null"}, "state": {"const": "initial"}}},
           "else": {"properties": {"text": {"type": "string"}, "line": {"type": "integer"}}}
          }
        """
}
