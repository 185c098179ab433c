import Testing

@testable import Search

@Suite("Words that are written together")
struct CompoundWordsTests {
    private let german = CompoundWords(links: ["s", "es", "n", "en"].map { Array($0.utf8) }, endings: ["e", "en", "er", "n", "s"].map { Array($0.utf8) })

    private func terms(_ texts: [String]) -> [String: Set<Int>] {
        read(SearchIndex(texts.map { record($0) }, of: 1, compounds: german)).mapValues { Set($0.keys) }
    }

    @Test("A part is found in the whole, with its link and its ending")
    func parts() {
        let terms = terms(["Zertifizierungsanforderungen", "eine Anforderung der Zertifizierung"])
        #expect(terms["anforderungen"] == [0])
        #expect(terms["zertifizierung"] == [0, 1])
        #expect(terms["zertifizierungsanforderungen"] == [0])
    }

    @Test("A word of three parts is divided into all of them")
    func three() {
        let terms = terms(["Kundenreferenzprogramm", "Kunden Referenz Programm"])
        #expect(terms["kunden"] == [0, 1] && terms["referenz"] == [0, 1] && terms["programm"] == [0, 1])
    }

    @Test("Nothing is divided into what the site does not have as a word")
    func unknown() {
        #expect(terms(["Bestellungen", "beste Stellung"])["lungen"] == nil)
        #expect(terms(["Information", "in Form"])["ation"] == nil)
    }

    @Test("A part that stands alone too keeps its own standing")
    func standing() {
        var page = PageTerms(fold)
        page.add(Array("Partner".utf8), in: .title)
        page.add(Array("Partnervertrag Vertrag".utf8), in: .body)
        let index = read(SearchIndex([page.record], of: 1, compounds: german))
        #expect(index["partner"]?[0] == 6)
    }
}
