import LocalizationModel
import Testing
import YAML

@testable import Highlighting

@Suite("Files of languages") struct GrammarFileTests {
    private func fault(_ text: String) -> String {
        do {
            _ = try GrammarFile(try YAMLFile(path: "x.yml", bytes: Array(text.utf8)))
            return ""
        } catch { return "\(error)" }
    }

    @Test(arguments: [
        ("names: x\n", "x.yml:1:1: unknown key 'names'"),
        ("comments: []\n", "x.yml: no 'name'"),
        ("name: x\nwords: {keywords: a}\n", "x.yml:2:9: unknown class 'keywords'"),
        ("name: x\nstrings: [{close: a}]\n", "x.yml:2:11: a string without 'open'"),
        ("name: x\nstrings: [{open: a, hole: [b]}]\n", "x.yml:2:27: 'hole' must be two signs"),
        ("name: x\nlines: {\"\": tag}\n", "x.yml:2:9: an empty sign"),
        ("name: x\ncomments: [[a, b, c]]\n", "x.yml:2:12: 'comments' must hold signs"),
    ]) func faultsAreToldWithTheirPlace(text: String, message: String) {
        #expect(fault(text).hasPrefix(message), "\(fault(text))")
    }
}
