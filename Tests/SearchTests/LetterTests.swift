import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Search

@Suite("Letters of the index and of the client")
struct LetterTests {
    /// `0041 word 0061`: a scalar, what it does when it is folded, and what it becomes where that is another. The browser tests read the same file.
    @Test("Every letter folds as the list says")
    func list() throws {
        var fold = fold
        var lines: [String] = []
        // Of the run that is not written yet.
        var run: (first: UInt32, last: UInt32, kind: SearchFold.Kind)?
        func hex(_ value: UInt32) -> String { String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count)) + String(value, radix: 16) }
        func close() {
            if let run { lines.append((run.first == run.last ? hex(run.first) : "\(hex(run.first))-\(hex(run.last))") + " \(run.kind)") }
            run = nil
        }
        for value in UInt32(0)...0xFFFF {
            // Later versions of Unicode are known to some programs and not to others.
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15, scalar.properties.generalCategory != .privateUse else {
                close()
                continue
            }
            var folded: [UInt32] = []
            fold.append(value, to: &folded)
            let kind = folded.first.map { fold.kind($0) } ?? .separator
            if folded == [value] {
                if let known = run, known.kind == kind, known.last + 1 == value {
                    run = (known.first, value, kind)
                } else {
                    close()
                    run = (value, value, kind)
                }
            } else {
                close()
                lines.append("\(hex(value)) \(kind) " + (folded.isEmpty ? "+" : folded.map(hex).joined(separator: "+")))
            }
        }
        close()
        try Golden.expect(Array((lines.joined(separator: "\n") + "\n").utf8), "search/letters.txt")
    }
}
