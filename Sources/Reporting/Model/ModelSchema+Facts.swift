extension ModelSchema {
    /// The facts of a page side by side: what `ModelJSON.page` writes under `facts`.
    static let factsTable = """
          "fact": {
           "description": "One fact of the page in every language: a row of the facts table. The rules requirement-disagreement and stale-requirement report its cells.",
           "type": "object",
           "required": ["section", "requirement", "aspect", "values", "locales"],
           "properties": {
            "section": {"type": "string", "description": "Path and anchor of the requirement's section, joined by '/'; empty before the first heading.", "examples": ["reseller-option/gold"]},
            "requirement": {"type": "string", "minLength": 1, "description": "The id of the requirement in its section."},
            "aspect": {"enum": ["choice", "connector", "conjunction", "quantity", "money", "date", "exam", "certification", "product", "link", "presence"], "description": "What is compared. choice: all of a list, any of it or k of it. connector: the word that joins the requirement to the one before. conjunction: whether the words offer alternatives or only add. presence: that the requirement is there at all."},
            "values": {"$ref": "#/$defs/texts", "description": "What holds: what the source states, else most of the locales that follow its newest version."},
            "locales": {
             "description": "What each locale that has the section states.",
             "type": "object",
             "minProperties": 1,
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {"$ref": "#/$defs/fact-cell"}
            }
           }
          },
          "fact-cell": {
           "description": "What one locale states of a fact.",
           "type": "object",
           "required": ["values", "standing", "line"],
           "properties": {
            "values": {"type": "array", "items": {"type": "string"}, "description": "Free of language, ascending; empty where it states nothing. choice: all-of, any-of or a number and -of. connector and conjunction: or, and. quantity and money: digits with a point for decimals, money with the currency behind (ISO 4217). date: ISO 8601. link: without scheme and locale. presence: present, absent.", "examples": [["2000"], ["70-346"], ["any-of"], ["15000 USD"]]},
            "standing": {"enum": ["agrees", "disagrees", "older", "open"], "description": "How it stands to what holds. disagrees: the odd one out. older: it follows an older version of the source. open: its words leave the fact open, nothing is compared."},
            "line": {"anyOf": [{"$ref": "#/$defs/line"}, {"type": "null"}], "description": "The line of the words that state it; null where the requirement has none of its own there."}
           }
          },
          "metadata-fact": {
           "description": "One key of the front matter in every language. The rules inconsistent-metadata and untranslated-metadata report its cells.",
           "type": "object",
           "required": ["key", "kind", "values", "locales"],
           "properties": {
            "key": {"type": "string", "minLength": 1, "description": "Nested mappings are joined by a dot."},
            "kind": {"enum": ["text", "shared", "provenance"], "description": "text: words for readers, each language has its own. shared: the same in every language. provenance: where a translation comes from."},
            "values": {"$ref": "#/$defs/texts", "description": "What a shared key should say: the source's values, else most files'; empty where there is no such value, and for the other kinds."},
            "locales": {
             "description": "Each locale that has a file.",
             "type": "object",
             "minProperties": 1,
             "propertyNames": {"$ref": "#/$defs/locale"},
             "additionalProperties": {
              "type": "object",
              "required": ["values", "standing", "line"],
              "properties": {
               "values": {"type": "array", "items": {"type": "string"}, "description": "As written, after YAML's quoting and folding."},
               "standing": {"enum": ["stated", "disagrees", "missing"], "description": "disagrees: another value than it should be, for shared keys only."},
               "line": {"anyOf": [{"$ref": "#/$defs/line"}, {"type": "null"}], "description": "The line of the key; null where it is missing."}
              }
             }
            }
           }
          }
        """
}
