import FileSystem
import LocalizationModel
import Pipeline
import Reporting
import TestSupport
import Testing

@Suite("An earlier status") struct EarlierStatusTests {
    @Test func whatWasWrittenIsReadAgain() throws {
        let folder = try GitFolder()
        var row = LocaleStatus(locale: try #require(LocaleTag("de-DE")))
        for (number, (_, count)) in StatusJSON.counts.enumerated() { row[keyPath: count] = number + 1 }
        try FileSystem.write(StatusJSON.report([row]), to: "\(folder.root)/status.json")
        #expect(try EarlierStatus.read("\(folder.root)/status.json") == [row])
    }

    @Test(arguments: [
        "", "{", "[]", "{\"locales\": 3}", "{\"locales\": [{\"locale\": \"?\"}]}", "{\"locales\": [{\"locale\": \"de-DE\", \"words\": -1}]}",
        "{\"locales\": [{\"locale\": \"de-DE\", \"words\": 9e99}]}",
    ])
    func aCorruptOneIsOneClearMessage(text: String) throws {
        let folder = try GitFolder()
        try FileSystem.write(Array(text.utf8), to: "\(folder.root)/status.json")
        #expect(throws: HexaplaError.self) { try EarlierStatus.read("\(folder.root)/status.json") }
        #expect(throws: HexaplaError.self) { try EarlierStatus.read("\(folder.root)/none.json") }
    }
}
