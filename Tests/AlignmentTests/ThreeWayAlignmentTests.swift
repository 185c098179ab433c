import LocalizationModel
import TestSupport
import Testing

@testable import Alignment

@Suite("Three-way alignment")
struct ThreeWayAlignmentTests {
    private func align(_ old: String, _ new: String, _ target: String) throws -> ThreeWayAlignment {
        let aligner = SegmentAligner(source: try Repository.profile("en-US"), target: try Repository.profile("de-DE"))
        let (old, new) = (try Fixture.side(Array(old.utf8), "en-US"), try Fixture.side(Array(new.utf8), "en-US"))
        let target = try Fixture.side(Array(target.utf8), "de-DE")
        return ThreeWayAlignment(old: old, new: new, target: target, direct: aligner.align(source: new, target: target), aligner: aligner)
    }

    private static let target = "**Gilt für**\n\n- Partner Center\n\nWählen Sie die Seite aus.\n"
    private static let old = "**Applies to**\n\n- Partner Center\n\nSelect the page.\n"

    @Test("a replaced list leaves its translation standing and is missing itself")
    func replaced() throws {
        let three = try align(Self.old, "**Appropriate roles**\n\n- Global admin\n\nSelect the page.\n", Self.target)
        #expect(
            Fixture.links(three.bitext).sorted() == [
                "extra:  = **Gilt für**", "extra:  = Partner Center", "missing: **Appropriate roles** = ", "missing: Global admin = ",
                "translated: Select the page. = Wählen Sie die Seite aus.",
            ])
        #expect(three.revision.standing.map(\.old.text) == ["**Applies to**", "Partner Center"])
        #expect(Fixture.breaches(three.bitext) == [])
    }

    @Test("a changed segment inherits the translation of its old self")
    func changed() throws {
        let three = try align(Self.old, "**Applies to**\n\n- Partner Center\n\nSelect the page and then, if you want to, all the others.\n", Self.target)
        #expect(Fixture.links(three.bitext).last == "translated: Select the page and then, if you want to, all the others. = Wählen Sie die Seite aus.")
        #expect(three.revision.standing.isEmpty && three.revision.ahead.isEmpty)
    }

    @Test("a new segment that the translation has already is no fault")
    func alreadyThere() throws {
        let three = try align(
            "The form is free.\n\nSend it before June.\n", "The form is free.\n\nThe annual fee is 300 dollars.\n\nSend it before June.\n",
            "Das Formular ist kostenlos.\n\nDie Jahresgebühr beträgt 300 Dollar.\n\nSchicken Sie es vor Juni ab.\n")
        #expect(three.bitext.units.allSatisfy { $0.state == .translated } && three.revision.standing.isEmpty)
    }

    @Test("a changed segment whose translation has the new number and not the old is ahead")
    func ahead() throws {
        let old = "You need 20 users.\n\nSend it before June.\n"
        let new = "You need 300 users now.\n\nSend it before June.\n"
        #expect(try align(old, new, "Sie benötigen 300 Benutzer.\n\nSchicken Sie es vor Juni ab.\n").revision.ahead == [0])
        #expect(try align(old, new, "Sie benötigen 20 Benutzer.\n\nSchicken Sie es vor Juni ab.\n").revision.ahead.isEmpty)
    }

    @Test("a moved sentence keeps its translation")
    func moved() throws {
        let three = try align(
            "Alpha comes first of all.\n\nBeta is the next in line.\n\nGamma ends the list.\n",
            "Gamma ends the list.\n\nAlpha comes first of all.\n\nBeta is the next in line.\n",
            "Alpha kommt zuallererst.\n\nBeta ist der Nächste in der Reihe.\n\nGamma beendet die Liste.\n")
        #expect(Fixture.links(three.bitext).first == "translated: Gamma ends the list. = Gamma beendet die Liste.")
    }

    @Test("an old source that the translation does not follow has no say")
    func unrelated() throws {
        let three = try align("A b c.\n\n# Some other page altogether\n\n`code` and 77 [links](x.md)\n", Self.old, Self.target)
        #expect(three.bitext.units.allSatisfy { $0.state == .translated || $0.state == .untranslated } && three.revision.standing.isEmpty)
        #expect(try align("", Self.old, Self.target).bitext.units.count == 3)
    }

    @Test("each segment is in exactly one unit, whatever the old source is")
    func law() throws {
        let pages = try Corpus.pages(every: 23).filter { $0.locale == "en-US" }.prefix(12)
        for (page, other) in zip(pages, pages.dropFirst()) {
            for old in [page.bytes, other.bytes, Array(page.bytes.prefix(page.bytes.count / 2)), []] {
                let three = try align(
                    String(decoding: old, as: UTF8.self), String(decoding: page.bytes, as: UTF8.self), String(decoding: other.bytes, as: UTF8.self))
                let (source, target) = (three.bitext.units.flatMap(\.source).sorted(), three.bitext.units.flatMap(\.target).sorted())
                #expect(source == Array(three.bitext.source.indices) && target == Array(three.bitext.target.indices))
            }
        }
    }
}
