import LocalizationModel
import Testing

@testable import Reporting

@Suite struct ModelSchemaTests {
    /// The values of an enumeration as they stand in the schema.
    private func listed<Value: RawRepresentable<String>>(_ values: [Value], _ extra: String = "") -> Bool {
        ModelSchema.text.contains("\"enum\": [" + values.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + extra + "]")
    }

    @Test func listsEveryValue() {
        #expect(listed(TranslationUnit.State.allCases, ", null"))
        #expect(listed(RequirementNode.Kind.allCases))
        #expect(listed(MetadataFact.Kind.allCases) && listed(MetadataFact.Standing.allCases))
        #expect(listed(RequirementFacts.Comparison.allCases, ", null"))
        #expect(listed(RequirementFacts.Period.allCases, ", null"))
        #expect(listed(RequirementFacts.Subject.Kind.allCases))
        #expect(listed([RequirementNode.Connector.Kind.or, .and], ", null"))
        #expect(listed([TranslationUnit.State.translated, .untranslated, .partial], ", null"))
        #expect(listed(FactRow.Aspect.allCases))
        #expect(listed(FactRow.Standing.allCases))
        #expect(listed([ModelSegments.State.initial, .translated]))
        #expect(listed([SourceOrigin.Method.file, .comment, .sideBySide, .leftUntranslated, .agreement]))
        #expect(listed([Segment.Kind.heading, .paragraph, .listItem, .tableCell, .html, .alert, .footnote, .imageText, .linkTitle, .metadata]))
        #expect(listed([Provenance.Origin.human, .machine], ", null"))
    }

    @Test func isNamedByItsDocuments() throws {
        let document = ModelJSON.document([], sourceLocale: try ModelFixture.tag("en-US"), locales: [], version: "1")
        #expect(String(decoding: document, as: UTF8.self).contains("\"$schema\": \"\(ModelSchema.identifier)\""))
        #expect(ModelSchema.text.contains("\"$id\": \"\(ModelSchema.identifier)\""))
        #expect(ModelSchema.text.hasSuffix("}\n"))
    }
}
