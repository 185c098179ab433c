import LocalizationModel

/// What is wrong with image texts and link titles, which readers meet apart from the running text.
enum NestedFaults {
    /// Texts left in the source's language, but for those in a unit that was reported for the same words.
    static func untranslated(_ pair: PairContext) -> [Finding] {
        guard let bitext = pair.bitext else { return [] }
        return bitext.nested.indices.lazy.filter { bitext.nested[$0].state == .untranslated }.compactMap { index in
            let unit = bitext.nested[index]
            guard let source = unit.source, let target = unit.target, target.kind != .metadata, !isName(target) else { return nil }
            if let holder = unit.holder.map({ bitext.units[$0] }) {
                guard holder.state == .translated || holder.state == .partial && target.kind == .linkTitle else { return nil }
            }
            let what = target.kind == .imageText ? "Image text" : "Link title"
            return pair.finding(
                UntranslatedSegment.self, "\(what) left in \(pair.sourceProfile.locale): \(Quoted.text(target.text))",
                severity: isSentence(target, pair.sourceProfile) ? .error : .warning, source: [source], target: [target],
                evidence: .init(expected: "text in \(pair.profile.locale)", found: target.text))
        }
    }

    /// Texts of images that the translation shows without one. Where the image itself is gone, `link-mismatch` says so.
    static func missing(_ pair: PairContext) -> [Finding] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext else { return [] }
        return bitext.nested.indices.lazy.filter { bitext.nested[$0].state == .missing }.compactMap { index in
            let unit = bitext.nested[index]
            guard let text = unit.source, text.kind == .imageText, text.facts.wordCount > 0, let index = unit.holder else { return nil }
            let segments = bitext.units[index].target.map { bitext.target[$0] }
            guard segments.contains(where: { shows(text.key ?? "", $0) }) else { return nil }
            return pair.finding(
                MissingSegment.self, "The image has no text here, in the source \(Quoted.text(text.text))", severity: .warning, source: [text],
                target: segments, evidence: .init(expected: text.text))
        }
    }

    /// True where the segment shows the image, in Markdown or in HTML.
    private static func shows(_ image: String, _ segment: Segment) -> Bool {
        !image.isEmpty
            && (segment.facts.destinations.contains { LinkIdentity.isSame($0, image) } || segment.text.contains("<img") && segment.text.contains(image))
    }

    /// A file name, an identifier or a path: no words of a language.
    private static func isName(_ segment: Segment) -> Bool {
        let text = segment.facts.plain
        let last = text.split(separator: ".").last ?? ""
        let isFile = text.contains(".") && (2...4).contains(last.utf8.count) && last.utf8.allSatisfy(\.isASCIIAlphanumeric)
        return !text.contains(" ") || isFile || text == segment.key
    }

    /// Three words or more, one of them such as only sentences have: then there is no doubt about its language.
    private static func isSentence(_ segment: Segment, _ source: LocaleProfile) -> Bool {
        let words = segment.facts.plain.split { !$0.isLetter }
        return words.count >= 3 && words.contains { source.functionWords.contains($0.lowercased()) }
    }
}
