import LocalizationModel

/// What stands for an image of a page in the output.
public enum ShownImage: Sendable {
    /// The image, by its address; its size where the file tells.
    case image(address: String, size: ImageSize?)
    /// A link to an image of another host, with the host's name: the page asks nothing of other hosts.
    case link(address: String, host: String)
    /// Its text alone: there is no such image.
    case text
}

/// Writes the images of a page, whatever they are written as.
struct ImageWriter {
    private let resolve: @Sendable (String) -> ShownImage
    /// The first image is most likely seen at once; all others wait until they are near (HTML Living Standard, section 4.8.4.5).
    private var isFirst = true
    /// What the open image is shown as, and whether its text is empty so far.
    private var open: (shown: ShownImage, start: Int, isInLink: Bool, destination: String)?
    /// What is said of an image that is not there.
    private let missing: String

    init(_ resolve: @escaping @Sendable (String) -> ShownImage, missing: String) {
        self.resolve = resolve
        self.missing = missing
    }

    // MARK: In parts

    /// Begins an image; its text is written after it, escaped, then `end`.
    ///
    /// - Parameter isInLink: true where a link is open, in which no other can be.
    mutating func begin(_ destination: String, isInLink: Bool, _ out: inout [UInt8]) {
        let shown = resolve(destination)
        switch shown {
        case .image(let address, _): out += "<img src=\"\(HTMLText.escaped(address))\" alt=\"".utf8
        case .link(let address, _): if !isInLink { out += "<a class=\"remote-image\" href=\"\(HTMLText.escaped(address))\">".utf8 }
        case .text: out += "<span class=\"missing-image\"\(missing.isEmpty ? "" : " title=\"\(HTMLText.escaped(missing))\"")>".utf8
        }
        open = (shown, out.count, isInLink, destination)
    }

    /// - Parameters:
    ///   - title: not escaped yet; empty for none.
    ///   - size: as the page gives it.
    mutating func end(title: String, size: WrittenSize = WrittenSize(), attributes: [UInt8] = [], _ out: inout [UInt8]) {
        guard let (shown, start, isInLink, destination) = open else { return }
        open = nil
        switch shown {
        case .image(_, let known):
            out.append(UInt8(ascii: "\""))
            if !title.isEmpty { out += " title=\"\(HTMLText.escaped(title))\"".utf8 }
            out += attributes
            finish(size.filled(by: known), &out)
        case .link(_, let host):
            let isEmpty = out.count == start
            if !isInLink || isEmpty { out += "\(isEmpty ? "" : " ")<small dir=\"ltr\">\(HTMLText.escaped(host))</small>".utf8 }
            if !isInLink { out += "</a>".utf8 }
        case .text:
            // Without a description the file's name says what should be here.
            if out.count == start { out += HTMLText.escaped(destination).utf8 }
            out += "</span>".utf8
        }
    }

    private mutating func finish(_ size: WrittenSize, _ out: inout [UInt8]) {
        if !size.width.isEmpty { out += " width=\"\(HTMLText.escaped(size.width))\"".utf8 }
        if !size.height.isEmpty { out += " height=\"\(HTMLText.escaped(size.height))\"".utf8 }
        out += (isFirst ? " decoding=\"async\">" : " loading=\"lazy\" decoding=\"async\">").utf8
        isFirst = false
    }

    // MARK: As a whole

    /// Writes an image whose text is at hand.
    ///
    /// - Parameter text: escaped.
    mutating func write(_ destination: String, text: String, isInLink: Bool, size: WrittenSize = WrittenSize(), attributes: [UInt8] = [], _ out: inout [UInt8])
    {
        begin(destination, isInLink: isInLink, &out)
        out += text.utf8
        end(title: "", size: size, attributes: attributes, &out)
    }
}

/// The width and height of an image as a page gives them; empty for none.
struct WrittenSize {
    var width = ""
    var height = ""

    /// What the page leaves out is taken from the file, in its proportions.
    func filled(by size: ImageSize?) -> WrittenSize {
        guard let size else { return self }
        switch (Self.pixels(width), Self.pixels(height)) {
        case (let wide?, nil) where height.isEmpty: return WrittenSize(width: width, height: "\(max(1, (wide * size.height + size.width / 2) / size.width))")
        case (nil, let high?) where width.isEmpty: return WrittenSize(width: "\(max(1, (high * size.width + size.height / 2) / size.height))", height: height)
        case (nil, nil) where width.isEmpty && height.isEmpty: return WrittenSize(width: "\(size.width)", height: "\(size.height)")
        default: return self
        }
    }

    /// Nil for anything but a whole number of pixels that an image may have.
    private static func pixels(_ text: String) -> Int? { Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil } }
}
