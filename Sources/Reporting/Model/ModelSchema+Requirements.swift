extension ModelSchema {
    static let requirementDefinitions = """
          "requirement-section": {
           "description": "The requirements of one section, the same tree for every language.",
           "type": "object",
           "required": ["section", "anchor", "path", "option", "level", "headings", "requirements"],
           "properties": {
            "section": {"type": ["string", "null"], "minLength": 1, "description": "The id of the page's section; null before the first heading."},
            "anchor": {"type": "string", "description": "The anchor of the section's heading, repetitions not numbered; empty before the first heading."},
            "path": {"$ref": "#/$defs/texts", "description": "The anchors of the enclosing sections, outermost first."},
            "option": {"type": ["string", "null"], "description": "The anchor of the option that a level belongs to: the nearest enclosing section; null where the heading names no level, or no section encloses it.", "examples": ["reseller-option"]},
            "level": {"type": ["string", "null"], "description": "The level that the heading names, in the terms of the vocabulary.", "examples": ["silver"]},
            "headings": {"$ref": "#/$defs/wordings", "description": "The heading by locale."},
            "requirements": {"type": "array", "items": {"$ref": "#/$defs/requirement"}, "description": "All of them must hold."}
           }
          },
          "requirement": {
           "description": "A node of the requirement tree. What it states beside its facts by locale is what most locales state, the first one where they are even.",
           "type": "object",
           "required": ["id", "kind", "choose", "scope", "conjunction", "refers_back", "quantities", "money", "dates", "subjects", "codes", "links", "wordings", "facts", "children"],
           "properties": {
            "id": {"type": "string", "minLength": 1, "description": "Unique in its section, made of facts where there are any: the same in every language."},
        \(statedProperties),
            "wordings": {"$ref": "#/$defs/wordings", "description": "The words by locale; a group that a connector alone makes has none."},
            "facts": {
             "description": "What each locale that has the node states in it.",
             "type": "object",
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/requirement-facts"}
            },
            "children": {"type": "array", "items": {"$ref": "#/$defs/requirement"}, "description": "What the node is made of."}
           },
        \(choice)
          },
          "requirement-facts": {
           "description": "What one locale states; what its words leave open is completed by what the others state.",
           "type": "object",
           "required": ["kind", "choose", "scope", "conjunction", "refers_back", "quantities", "money", "dates", "subjects", "codes", "links", "connector"],
           "properties": {
        \(statedProperties),
            "connector": {"enum": ["or", "and", null], "description": "The word that joins the node to the one before it; null where the locale writes none there."}
           },
        \(choice)
          },
          "requirement-kind": {
           "description": "all-of: all children must hold. any-of: one child is enough. k-of-n: 'choose' of the children must hold. Notes among the children are not counted. statement: a single statement. note: a remark that demands nothing.",
           "enum": ["all-of", "any-of", "k-of-n", "statement", "note"]
          },
          "scope": {"description": "Where it holds, by its role in the vocabulary of locales/ without 'scope_'; null for everywhere.", "type": ["string", "null"], "minLength": 1, "examples": ["developedMarkets"]},
          "comparison": {"description": "How the value bounds what is meant, by its role in the vocabulary; null where no word says so.", "enum": ["atLeast", "atMost", "moreThan", "lessThan", "exactly", null]},
          "quantities": {
           "description": "What is counted, as in 2,000 entitlements; ascending by value.",
           "type": "array",
           "items": {
            "type": "object",
            "required": ["value", "comparison", "counted", "scope", "among"],
            "properties": {
             "value": {"type": ["number", "null"], "description": "How many; null where the number is beyond what JSON can hold."},
             "comparison": {"$ref": "#/$defs/comparison"},
             "counted": {"type": ["string", "null"], "minLength": 1, "description": "What is counted, by its role in the vocabulary without 'counted_'; null where no known word stands beside the number.", "examples": ["person"]},
             "scope": {"$ref": "#/$defs/scope"},
             "among": {"type": ["number", "null"], "description": "How many the counted ones are taken from, as in '1 of the same 2 individuals'; null where nothing says so."}
            }
           }
          },
          "money": {
           "description": "Amounts of money, ascending.",
           "type": "array",
           "items": {
            "type": "object",
            "required": ["amount", "currency", "period", "comparison", "scope"],
            "properties": {
             "amount": {"type": ["number", "null"], "description": "In units of the currency, not in hundredths; null where the number is beyond what JSON can hold."},
             "currency": {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217.", "examples": ["USD"]},
             "period": {"enum": ["perYear", "perMonth", "lastTwelveMonths", null], "description": "The time in which the amount counts, by its role in the vocabulary; null where no word says so."},
             "comparison": {"$ref": "#/$defs/comparison"},
             "scope": {"$ref": "#/$defs/scope"}
            }
           }
          },
          "dates": {
           "description": "Days, months and years of the Gregorian calendar, ascending.",
           "type": "array",
           "items": {
            "type": "object",
            "required": ["date", "retirement"],
            "properties": {
             "date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "description": "ISO 8601, as far as it is known.", "examples": ["2017-09-30", "2017-09"]},
             "retirement": {"type": "boolean", "description": "True where the text says that something ends then: an exam that is retired."}
            }
           }
          },
          "subjects": {
           "description": "What it is about, ascending by kind and name.",
           "type": "array",
           "items": {
            "type": "object",
            "required": ["kind", "name"],
            "properties": {
             "kind": {"enum": ["exam", "certification", "product", "focus-area"], "description": "What is named."},
             "name": {"type": "string", "minLength": 1, "description": "The code of an exam or a certification in upper case; the name of a product or a focus area as written.", "examples": ["70-346"]}
            }
           }
          },
          "wordings": {
           "description": "Words by locale.",
           "type": "object",
           "propertyNames": {"$ref": "#/$defs/locale"},
           "additionalProperties": {
            "type": "object",
            "required": ["text", "line", "offset", "length", "state", "confidence"],
            "properties": {
             "text": {"type": "string", "description": "The Markdown as written, lines joined by a space."},
             "line": {"$ref": "#/$defs/line", "description": "The line of its first byte, counted from 1."},
             "offset": {"type": ["integer", "null"], "minimum": 0, "description": "Bytes of the locale's file before it, a byte order mark included; for a recovered source, of the text as it was recovered. Null where the words stand in no file."},
             "length": {"type": ["integer", "null"], "minimum": 0, "description": "Its bytes in the file, UTF-8, marks between its lines included; null where the words stand in no file."},
             "state": {"enum": ["translated", "untranslated", "partial", null], "description": "By the words alone. untranslated: in the source's language. partial: a part of it is. Null in the source itself, and for headings."},
             "confidence": {"type": "number", "minimum": 0, "maximum": 1, "description": "How surely these words are this node's; 1 in the locale that the node was first read from."}
            }
           }
          },
        \(factsTable)
        """

    /// What a node states, by most locales or by one: members of both.
    private static let statedProperties = """
            "kind": {"$ref": "#/$defs/requirement-kind"},
            "choose": {"type": ["integer", "null"], "minimum": 2, "description": "How many of the children must hold; null unless kind is k-of-n."},
            "scope": {"$ref": "#/$defs/scope"},
            "conjunction": {"enum": ["or", "and", null], "description": "or: the words offer alternatives, as in 'the exams or a certification'. and: they only add. null: neither."},
            "refers_back": {"type": "boolean", "description": "True where the words refer to people named before, as in 'the same 2 individuals'."},
            "quantities": {"$ref": "#/$defs/quantities"},
            "money": {"$ref": "#/$defs/money"},
            "dates": {"$ref": "#/$defs/dates"},
            "subjects": {"$ref": "#/$defs/subjects"},
            "codes": {"$ref": "#/$defs/texts", "description": "The names of the exams and certifications among the subjects, in upper case, ascending."},
            "links": {"$ref": "#/$defs/texts", "description": "Destinations as written, in the order of the text."}
        """

    private static let choice = """
           "if": {"properties": {"kind": {"const": "k-of-n"}}},
           "then": {"properties": {"choose": {"type": "integer"}}},
           "else": {"properties": {"choose": {"type": "null"}}}
        """
}
