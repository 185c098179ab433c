import LocalizationModel

/// Finds what of a page's markup is not published, by the table that rendering goes by.
struct RemovalReader {
    private var removals: [RemovedMarkup] = []
    private var markup: PageMarkup

    static func removals(_ blocks: [Block], _ links: [ContentLink], _ page: [UInt8]) -> [RemovedMarkup] {
        var reader = RemovalReader(markup: PageMarkup(page))
        for block in blocks {
            guard let leaf = block.leaf else { continue }
            if block.kind == .html {
                reader.read(leaf, 0..<leaf.bytes.count)
            } else {
                reader.readInlines(leaf)
            }
        }
        for link in links where link.kind != .inclusion { reader.address(link.destination, link.span) }
        return reader.removals
    }

    private init(markup: PageMarkup) { self.markup = markup }

    private mutating func readInlines(_ leaf: LeafText) {
        var removing: String?
        for inline in leaf.inlines {
            switch inline.kind {
            case .html(let tag) where !tag.hasPrefix("!"): read(leaf, inline.range, &removing)
            case .autolink(let destination): address(destination, leaf.fileSpan(inline.range))
            default: break
            }
        }
    }

    private mutating func read(_ leaf: LeafText, _ range: Range<Int>) {
        var removing: String?
        read(leaf, range, &removing)
    }

    /// - Parameter removing: the element that vanishes with its content, in which the range begins and ends.
    private mutating func read(_ leaf: LeafText, _ range: Range<Int>, _ removing: inout String?) {
        let bytes = Array(leaf.bytes[range])
        RawTags.forEach(bytes) { piece in
            guard case .tag(let tag, let place) = piece else { return }
            if let name = removing {
                if tag.isClosing, tag.name == name { removing = nil }
                return
            }
            guard !tag.isClosing, !markup.isText(tag) else { return }
            let span = leaf.fileSpan(place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound)
            switch HTMLAllowance.element(tag.name) {
            case .kept, .written: attributes(tag, span)
            case .unwrapped(let loss): removals.append(RemovedMarkup(.element(tag.name), loss, span))
            case .unknown: removals.append(RemovedMarkup(.unknown(tag.name), .look, span))
            case .removed(let loss):
                removals.append(RemovedMarkup(.element(tag.name), loss, span))
                if !tag.isSelfClosing { removing = tag.name }
            }
        }
    }

    private mutating func attributes(_ tag: HTMLTag, _ span: SourceSpan) {
        for attribute in tag.attributes {
            if HTMLAllowance.attribute(attribute.name, of: tag.name) != nil {
                // The page's links tell of addresses that can be read.
                if attribute.name == "href" || attribute.name == "src", RawHTMLPolicy.address(attribute.value) == nil {
                    removals.append(RemovedMarkup(.attribute(attribute.name, of: tag.name), .program, span))
                }
            } else if let loss = HTMLAllowance.loss(ofAttribute: attribute.name) {
                removals.append(RemovedMarkup(.attribute(attribute.name, of: tag.name), loss, span))
            }
        }
    }

    private mutating func address(_ destination: String, _ span: SourceSpan) {
        guard let scheme = LinkAddress.scheme(of: destination), !LinkAddress.isPublished(scheme) else { return }
        removals.append(RemovedMarkup(.address(scheme: scheme), LinkAddress.runs(scheme) ? .program : .look, span))
    }
}
