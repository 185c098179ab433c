import TestSupport
import Testing

@testable import LocalizationModel

@Suite("Values by hashes")
struct KeyTableTests {
    @Test("the same as a dictionary, for keys spread and near each other, and while it grows")
    func sameAsDictionary() {
        var random = SeededGenerator(3)
        for most: UInt64 in [40, 5_000, .max] {
            var table = KeyTable<Int>(empty: 0, minimumCapacity: 1)
            var known: [UInt64: Int] = [:]
            for step in 0..<4_000 {
                let key = UInt64.random(in: 0...most, using: &random)
                #expect(table[key] == known[key])
                if step.isMultiple(of: 3) {
                    table.update(key) { $0 += step }
                    known[key, default: 0] += step
                } else {
                    #expect(table.insert(key, step) == (known[key] == nil))
                    if known[key] == nil { known[key] = step }
                }
            }
            for (key, value) in known { #expect(table[key] == value) }
        }
    }
}
