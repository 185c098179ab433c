import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Highlighting

/// Code can be read in both themes (WCAG 2.2, success criterion 1.4.3).
@Suite("Colours of code") struct ContrastTests {
    private func style(_ name: String) throws -> String {
        String(decoding: try FileSystem.read("\(Repository.root)/templates/assets/\(name).css"), as: UTF8.self)
    }

    /// Relative luminance of `#rrggbb` (WCAG 2.2).
    private func luminance(_ colour: Substring) -> Double {
        guard let value = Int(colour.dropFirst(), radix: 16) else { return .nan }
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> shift & 0xFF) / 255
            // (x + .055) / 1.055 to the power of 2.4, near enough by x² and x³: exact to .004 over the range.
            return part <= 0.04045 ? part / 12.92 : part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: Substring, _ other: Substring) -> Double {
        let (high, low) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)
    }

    @Test func everyPieceCanBeRead() throws {
        let style = try style("tokens")
        let ground = try #require(style.firstMatch(of: /--tint: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/))
        let colours = style.matches(of: /--code-[a-z]+: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/)
        #expect(colours.count >= 10)
        for colour in colours {
            #expect(contrast(colour.1, ground.1) >= 4.5, "\(colour.0) in light")
            #expect(contrast(colour.2, ground.2) >= 4.5, "\(colour.0) in dark")
        }
    }

    @Test func everyPieceHasAColour() throws {
        for kind in TokenClass.allCases { #expect(try style("hexapla").contains(".hl-\(kind.rawValue)"), "\(kind)") }
    }
}
