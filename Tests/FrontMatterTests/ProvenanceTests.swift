import FrontMatter
import LocalizationModel
import Testing

@Suite("Provenance")
struct ProvenanceTests {
    private func provenance(_ yaml: String) -> Provenance {
        let text = SourceText(Array(yaml.utf8))
        return FrontMatterReader.provenance(of: FrontMatterReader.read(text, span: SourceSpan(0, text.bytes.count)))
    }

    @Test("the fields of Microsoft Learn")
    func microsoft() {
        let provenance = provenance(
            """
            ms.openlocfilehash: B9616b455fae524af82ce0880b99bcdde5816fa7
            ms.sourcegitcommit: 8b55c0a9fc63577f09a97923c453e4daea21397b
            ms.translationtype: HT
            ms.contentlocale: zh-cn
            ms.lasthandoff: 08/31/2018
            """)
        #expect(provenance.sourceHash == "b9616b455fae524af82ce0880b99bcdde5816fa7")
        #expect(provenance.sourceCommit == "8b55c0a9fc63577f09a97923c453e4daea21397b")
        #expect(provenance.origin == .human)
        #expect(provenance.contentLocale?.description == "zh-CN")
        #expect(provenance.handOffDate == "2018-08-31")
    }

    @Test("MDN, OpenTelemetry and Helm")
    func commits() {
        #expect(provenance("l10n:\n  sourceCommit: 0d5bd1a5df3ee8d3cbdd5e1a5e1f3bd1e1e1e1e1").sourceCommit?.utf8.count == 40)
        #expect(provenance("default_lang_commit: 9ba98f4f # patched").sourceCommit == "9ba98f4f")
    }

    @Test(
        "what its format does not allow counts as not given",
        arguments: [
            "ms.openlocfilehash: 1234", "ms.openlocfilehash: g9616b455fae524af82ce0880b99bcdde5816fa7",
            "ms.sourcegitcommit: main",
            "ms.translationtype: XX", "ms.contentlocale: German", "ms.lasthandoff: 31/12/2018", "ms.lasthandoff: 02/29/2018",
            "ms.lasthandoff: 2018-08-31", "ms.lasthandoff: 1//2018", "ms.lasthandoff: 00/10/2018", "ms.lasthandoff: +1/10/2018",
            "default_lang_commit: abc", "ms.openlocfilehash:", "",
        ])
    func invalid(yaml: String) {
        let nothing = Provenance(sourceCommit: nil, sourceHash: nil, handOffDate: nil, origin: nil, contentLocale: nil)
        #expect(provenance(yaml) == nothing)
    }

    @Test("a leap day is a day")
    func leapDay() { #expect(provenance("ms.lasthandoff: 2/29/2020").handOffDate == "2020-02-29") }
}
