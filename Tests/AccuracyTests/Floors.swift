import Foundation

/// The least that each figure may be, by its name and locale.
struct Floors {
    /// A figure may fall so far below what was reached: about one row in two hundred.
    private static let margin = 0.005

    let floors: [String: [String: Double]]

    /// A little below what was reached, in thousandths; what is perfect on whole pages stays so.
    init(reached: [String: [String: Double]]) {
        var floors: [String: [String: Double]] = [:]
        for (locale, figures) in reached {
            for (name, figure) in figures {
                let isSilence = name.hasPrefix("clean pages")
                floors[name, default: [:]][locale] = isSilence ? figure : max(0, ((figure - Self.margin) * 1000).rounded(.down) / 1000)
            }
        }
        self.floors = floors
    }

    init(json: [UInt8]) throws { floors = try JSONDecoder().decode([String: [String: Double]].self, from: Data(json)) }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(floors), as: UTF8.self) + "\n"
    }
}
