import LocalizationModel
import YAML

extension LocaleFile {
    /// `wide: [",，"]`: the mark of half width, and the one of full width that stands instead.
    static func widths(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> LocaleProfile.Widths {
        let fields = try file.fields(node, of: "widths", known: ["wide", "either"])
        var widths = LocaleProfile.Widths()
        if let node = fields["wide"] { widths.wide = try pairs(node, "wide", file) }
        if let node = fields["either"] { widths.either = try pairs(node, "either", file) }
        return widths
    }

    private static func pairs(_ node: YAMLNode, _ name: String, _ file: YAMLFile) throws(HexaplaError) -> [UInt32: UInt32] {
        var pairs: [UInt32: UInt32] = [:]
        for text in try file.strings(node, of: name) {
            let scalars = text.unicodeScalars.map(\.value)
            guard scalars.count == 2 else { throw file.fault("'\(text)' is no mark of half and one of full width", at: node) }
            pairs[scalars[0]] = scalars[1]
        }
        return pairs
    }

    static func repetition(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> LocaleProfile.Repetition {
        let fields = try file.fields(node, of: "repetition", known: ["words", "single", "within"])
        var repetition = LocaleProfile.Repetition()
        if let node = fields["words"] { repetition.words = Set(try file.strings(node, of: "words").map { $0.lowercased() }) }
        if let node = fields["single"] { repetition.single = Set(try file.strings(node, of: "single").flatMap { $0.unicodeScalars.map(\.value) }) }
        if let node = fields["within"] { repetition.within = try file.strings(node, of: "within") }
        return repetition
    }
}
