import Foundation
import LocalizationModel
import Rendering
import Testing

@Suite struct InterfaceTextTests {
    @Test func allLocalesHaveTheSameKeysAndPlaceholders() throws {
        let english = try Repository.texts("en-US")
        for locale in Repository.locales {
            let texts = try Repository.texts(locale)
            #expect(Set(texts.keys) == Set(english.keys), "\(locale)")
            for (key, text) in texts {
                #expect(placeholders(text) == placeholders(english[key] ?? ""), "\(locale): \(key)")
                #expect(!text.isEmpty, "\(locale): \(key)")
            }
        }
    }

    @Test func templatesUseOnlyKeysThatExist() throws {
        let keys = Set(try Repository.texts("en-US").keys)
        let set = try TemplateSet(directory: Repository.templates)
        for name in set.names {
            guard let template = set[name] else { continue }
            for (used, line) in template.names where used.hasPrefix("t.") {
                #expect(keys.contains(String(used.dropFirst(2))), "\(template.file):\(line): \(used)")
            }
        }
        for key in InterfaceText.viewKeys { #expect(keys.contains(key)) }
    }

    /// Human text in a template would be the same in every language.
    @Test func templatesHoldNoWords() throws {
        let set = try TemplateSet(directory: Repository.templates)
        for name in set.names {
            guard let template = set[name] else { continue }
            let source = try String(contentsOfFile: template.file, encoding: .utf8)
            // A partial may be no more than attributes.
            let text = source.replacing(/\{\{![^}]*\}\}|\{\{\{[^}]*\}\}\}|\{\{[^}]*\}\}/, with: "").replacing(/<kbd>.<\/kbd>|<[^>]*>/, with: "")
                .replacing(/\ [a-z]+=""/, with: "")
            #expect(!text.contains { $0.isLetter }, "\(template.file): \(text)")
            #expect(!source.contains("<style") && !source.contains(" style=") && !source.contains("://"), "\(template.file)")
        }
    }

    /// What a script or a style shows comes from the page that it stands in: `data-` attributes, filled by the template.
    @Test func scriptsAndStylesHoldNoWords() throws {
        for name in try Repository.assets(ending: ".css") {
            let style = try Repository.asset(name).replacing(/\/\*(?:[^*]|\*[^\/])*\*\//, with: "")
            for match in style.matches(of: /content:\s*([^;}]*)/) {
                let strings = match.1.replacing(/\\[0-9a-f]+/, with: "").matches(of: /"([^"]*)"/).map { String($0.1) }
                #expect(strings.allSatisfy { text in !text.contains { $0.isLetter } }, "\(name): \(match.0)")
            }
        }
        // Names of keys, of the program's interfaces and of elements are no words for readers.
        let names: Set = ["Enter", "Escape", "Tab", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "IntersectionObserver", "Segmenter"]
        for name in try Repository.assets(ending: ".js") {
            let script = try Repository.asset(name).split(separator: "\n").map { $0.replacing(/(^|\s)\/\/.*|\/\*.*?\*\//, with: "") }
            for (line, text) in script.enumerated() {
                for match in text.matches(of: /'([^']*)'/) {
                    let literal = String(match.1)
                    #expect(names.contains(literal) || literal.wholeMatch(of: /[A-Z][a-z]+.*/) == nil, "\(name):\(line + 1): '\(literal)'")
                }
                for match in text.matches(of: /(textContent|title|innerText|innerHTML|placeholder|alt):?\s*[:=]\s*['"`]([^'"`]*)/) {
                    let shown = match.2.replacing(/\$\{[^}]*\}?/, with: "")
                    #expect(!shown.contains { $0.isLetter }, "\(name):\(line + 1): \(match.0)")
                }
            }
        }
    }

    @Test(arguments: [
        ("{untranslated} of {total}", "14 of 39"), ("{none} {total}", "{none} 39"), ("a { b } {total", "a { b } {total"),
        ("{{total}}", "{39}"), ("", ""), ("全{total}文", "全39文"),
    ])
    func placeholdersAreFilled(_ text: String, _ expected: String) {
        #expect(InterfaceText.fill(text, ["untranslated": "14", "total": "39"]) == expected)
    }

    @Test func numbersAreGroupedFromFiveDigitsOn() throws {
        let german = try Repository.interface("de-DE")
        #expect([7, 4096, 24_310, 1_234_567, -24_310].map(german.number) == ["7", "4096", "24.310", "1.234.567", "−24.310"])
        #expect(german.percent(96) == "96\u{A0}%")
    }

    @Test func aMissingViewKeyIsAnError() throws {
        #expect(throws: HexaplaError.self) { try InterfaceText(language: "fr-FR", texts: ["percent": "{number} %"]) }
    }

    private func placeholders(_ text: String) -> [String] {
        text.matches(of: /\{[a-z]+\}/).map { String($0.output) }.sorted()
    }
}
