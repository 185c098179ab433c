import LocalizationModel
import XML

/// The size of an SVG drawing: `width` and `height` of its first element, else those of its `viewBox` (SVG 2, section 8.2).
enum DrawingSize {
    static func read(_ bytes: [UInt8]) -> ImageSize? {
        // A document begins with white space, a byte order mark or its first tag; in UTF-16 one of the first bytes is 0.
        guard bytes.prefix(4).contains(where: { $0 == UInt8(ascii: "<") || $0.isWhitespace || $0 == 0xBF }) else { return nil }
        var size: ImageSize?
        // The reading is stopped at the first element; whatever stops it earlier leaves no size.
        try? XMLReader.read(bytes, path: "", allowsEntities: true) { event, xml in
            guard case .start(let name, let attribute) = event else { return }
            if name == "svg" { size = Self.size(attribute) }
            xml.stop("read far enough")
        }
        return size
    }

    private static func size(_ attribute: (String) -> String?) -> ImageSize? {
        let width = attribute("width").flatMap(pixels)
        let height = attribute("height").flatMap(pixels)
        if let width, let height { return rounded(width, height) }
        guard let box = attribute("viewBox").flatMap(viewBox) else { return nil }
        if let width { return rounded(width, width * box.height / box.width) }
        if let height { return rounded(height * box.width / box.height, height) }
        return rounded(box.width, box.height)
    }

    private static func rounded(_ width: Double, _ height: Double) -> ImageSize? {
        guard width.isFinite, height.isFinite, width < 1e6, height < 1e6 else { return nil }
        return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
    }

    private static func viewBox(_ text: String) -> (width: Double, height: Double)? {
        let numbers = text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }.compactMap { Double($0) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        return (numbers[2], numbers[3])
    }

    /// CSS pixels of an absolute length (CSS Values and Units 4, section 6.2); nil for a relative one.
    private static let units: [(unit: String, pixels: Double)] = [
        ("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 9.6 / 2.54),
    ]

    private static func pixels(_ length: String) -> Double? {
        let text = length.split(whereSeparator: \.isWhitespace).joined()
        if let number = Double(text) { return number > 0 ? number : nil }
        guard let unit = units.first(where: { text.hasSuffix($0.unit) }), let number = Double(text.dropLast(unit.unit.count)), number > 0 else { return nil }
        return number * unit.pixels
    }
}
