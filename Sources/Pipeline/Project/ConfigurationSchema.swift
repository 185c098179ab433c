import LocalizationModel
import Reporting

/// The JSON Schema (draft 2020-12) of `hexapla.yml`, for editors that complete and check it.
public enum ConfigurationSchema {
    public static var text: String {
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "hexapla.schema.json",
          "title": "Configuration of Hexapla",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "content": {"type": "string", "description": "The folder with a folder for each locale", "default": "content"},
            "source": {"$ref": "#/$defs/locale", "description": "The locale that the others are translated from; it need not have a folder"},
            "locales": {
              "type": "array", "items": {"$ref": "#/$defs/locale"},
              "description": "The locales to publish, in order; every folder that is a BCP 47 tag where this is left out"
            },
            "output": {"type": "string", "description": "Where the site goes", "default": "_site"},
            "title": {"type": "string", "description": "The site's title", "default": "Documentation"},
            "base-url": {
              "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://", "description": "The address of the published site, for all that needs whole addresses"
            },
            "edit-url": {
              "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://.*[{]path[}]",
              "description": "Where a page's file is edited: an address with the places {locale} and {path}"
            },
            "redirects": {"type": "string", "description": "A file of old addresses and the pages that took their place"},
            "templates": {"type": "string", "description": "The project's own templates; what it lacks comes from Hexapla's"},
            "sections": {
              "type": "object", "description": "Titles of folders by locale, in the order in which the navigation shows them",
              "additionalProperties": {
                "type": "object", "propertyNames": {"$ref": "#/$defs/locale"}, "additionalProperties": {"type": "string"}
              }
            },
            "fragments": {"$ref": "#/$defs/strings", "description": "Folders of fragments that pages include: checked, but no pages of the site"},
            "history": {
              "type": "boolean", "default": true, "description": "Whether the repository is asked which source a translation was made from"
            },
            "glossary": {"$ref": "#/$defs/strings", "description": "Files that say what things are called, as YAML or TBX"},
            "front-matter": {"type": "string", "description": "The schema of the pages' front matter"},
            "remote-images": {
              "enum": ["link", "allow"], "default": "link",
              "description": "Whether pages link to images of other hosts, or show them: showing one tells that host who reads the page"
            },
            "rules": {"$ref": "#/$defs/rules", "description": "How much each rule's findings matter; '*' stands for every rule that is not named"},
            "overrides": {
              "type": "array", "description": "Levels for some pages and locales; the last one that names a rule counts",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["rules"],
                "anyOf": [{"required": ["paths"]}, {"required": ["locales"]}],
                "properties": {
                  "paths": {"$ref": "#/$defs/strings", "description": "Patterns for pages, from below the locale's folder: 'legal/**'"},
                  "locales": {
                    "description": "One locale, or several",
                    "oneOf": [{"$ref": "#/$defs/locale"}, {"type": "array", "items": {"$ref": "#/$defs/locale"}}]
                  },
                  "rules": {"$ref": "#/$defs/rules", "description": "The levels there"}
                }
              }
            },
            "fail-on": {"enum": \(list(FailThreshold.words)), "default": "error", "description": "From which severity on findings fail a check"},
            "baseline": {"type": "string", "description": "The file of the findings that are known: a check fails only on others"},
            "thresholds": {
              "type": "object", "description": "What a locale must reach",
              "additionalProperties": false,
              "properties": {
                "translated": {
                  "description": "Percent of the source's segments that must be translated: one number, or one for each locale and '*' for all others",
                  "oneOf": [
                    {"$ref": "#/$defs/percent"},
                    {
                      "type": "object", "additionalProperties": {"$ref": "#/$defs/percent"},
                      "propertyNames": {"anyOf": [{"$ref": "#/$defs/locale"}, {"const": "*"}]}
                    }
                  ]
                }
              }
            }
          },
          "$defs": {
            "locale": {
              "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$", "description": "A BCP 47 tag, as in de-DE"
            },
            "strings": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "percent": {"type": "integer", "minimum": 0, "maximum": 100},
            "level": {"enum": \(list(ReviewSettings.levels))},
            "rules": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
        \(rules)
              }
            }
          }
        }

        """
    }

    private static func list(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }

    /// A line a rule.
    private static var rules: String {
        let all = [(SeverityPolicy.everyRule, "Every rule that is not named")] + Rules.all.map { ($0.id, $0.summary) }
        return all.map { name, words in
            var writer = JSONWriter()
            writer.string(words)
            return "          \"\(name)\": {\"$ref\": \"#/$defs/level\", \"description\": \(String(decoding: writer.bytes, as: UTF8.self))}"
        }.joined(separator: ",\n")
    }
}
