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
