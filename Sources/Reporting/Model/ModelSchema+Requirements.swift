extension ModelSchema {
    static let requirementDefinitions = """
          "requirement-section": {
           "description": "The requirements of one section, the same tree for every language.",
           "type": "object",
           "required": ["section", "anchor", "path", "level", "headings", "requirements"],
           "properties": {
            "section": {"type": ["string", "null"], "minLength": 1, "description": "The id of the page's section; null before the first heading."},
            "anchor": {"type": "string", "description": "The anchor of the section's heading, repetitions not numbered; empty before the first heading."},
            "path": {"$ref": "#/$defs/texts", "description": "The anchors of the enclosing sections, outermost first."},
            "level": {"type": ["string", "null"], "description": "The level that the heading names, in the terms of the vocabulary.", "examples": ["silver"]},
            "headings": {"$ref": "#/$defs/wordings", "description": "The heading by locale."},
            "requirements": {"type": "array", "items": {"$ref": "#/$defs/requirement"}, "description": "All of them must hold."}
           }
          },
          "requirement": {
           "description": "A node of the requirement tree.",
           "type": "object",
           "required": ["id", "kind", "quantities", "codes", "links", "wordings", "facts", "children"],
           "properties": {
            "id": {"type": "string", "minLength": 1, "description": "Unique in its section, made of facts where there are any: the same in every language."},
            "kind": {"$ref": "#/$defs/requirement-kind", "description": "What most languages state, as for quantities, codes and links."},
            "quantities": {"$ref": "#/$defs/quantities"},
            "codes": {"$ref": "#/$defs/texts", "description": "Exam numbers, certification codes and the like."},
            "links": {"$ref": "#/$defs/texts", "description": "Destinations of links."},
            "wordings": {"$ref": "#/$defs/wordings", "description": "The words by locale; a group that 'or' alone makes has none."},
            "facts": {
             "description": "What each locale that has the node states in it.",
             "type": "object",
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/requirement-facts"}
            },
            "children": {"type": "array", "items": {"$ref": "#/$defs/requirement"}, "description": "What the node is made of."}
           }
          },
          "requirement-facts": {
           "description": "What one locale states.",
           "type": "object",
           "required": ["kind", "quantities", "codes", "links"],
           "properties": {
            "kind": {"$ref": "#/$defs/requirement-kind"},
            "quantities": {"$ref": "#/$defs/quantities"},
            "codes": {"$ref": "#/$defs/texts", "description": "In upper case, ascending."},
            "links": {"$ref": "#/$defs/texts", "description": "Destinations as written, in the order of the text."}
           }
          },
          "requirement-kind": {
           "description": "all-of: all children must hold. any-of: one child is enough, notes not counted. statement: a single statement. note: a remark that demands nothing.",
           "enum": ["all-of", "any-of", "statement", "note"]
          },
          "quantities": {
           "description": "What is counted, as in 2,000 entitlements; ascending.",
           "type": "array",
           "items": {
            "type": "object",
            "required": ["value"],
            "properties": {
             "value": {"type": "number", "description": "How many."}
            }
           }
          },
          "wordings": {
           "description": "Words by locale.",
           "type": "object",
           "propertyNames": {"$ref": "#/$defs/locale"},
           "additionalProperties": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {
             "text": {"type": "string", "description": "The Markdown as written, lines joined by a space."},
             "line": {"$ref": "#/$defs/line", "description": "The line of its first byte, counted from 1."}
            }
           }
          }
        """
}
