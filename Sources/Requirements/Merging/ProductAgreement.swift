import LocalizationModel

/// Finds the products that the words of a requirement name, by what all languages have in common.
///
/// No list of products: a name is a product's where the words of nearly all languages keep it as it is, one at least in another script.
/// A language that lacks it has translated it, unless it has another name in its place that no other language has: then one product was
/// exchanged for another.
struct ProductAgreement {
    private struct Witness {
        let locale: LocaleTag
        /// In lower case, markup and spaces left out: `Office365` is `Office 365`.
        let text: [UInt8]
        let isLatin: Bool
        let names: [String]
    }

    private let witnesses: [Witness]

    /// Longer lists of names are no product names but prose.
    private static let mostNames = 24

    /// The same readings with products among their subjects.
    static func settle(_ readings: [RequirementNode.Reading], _ wordings: [RequirementNode.Wording]) -> [RequirementNode.Reading] {
        guard readings.count > 1, readings.contains(where: { $0.facts.names.contains(where: isName) }) else { return readings }
        let agreement = ProductAgreement(readings, wordings)
        guard agreement.witnesses.contains(where: { !$0.isLatin }) else { return readings }
        let products = agreement.products()
        guard !products.isEmpty else { return readings }
        return readings.map { reading in
            guard let own = agreement.witnesses.first(where: { $0.locale == reading.locale }) else { return reading }
            var reading = reading
            let named = products.map { agreement.named($0, in: own) }
            reading.facts.subjects = Set(reading.facts.subjects + named.map { .init(.product, $0) }).sorted()
            return reading
        }
    }

    private init(_ readings: [RequirementNode.Reading], _ wordings: [RequirementNode.Wording]) {
        witnesses = readings.compactMap { reading in
            wordings.first { $0.locale == reading.locale }.map { wording in
                let words = PlainWords.bytes(of: wording.text)
                return Witness(
                    locale: reading.locale, text: Self.plain(LowerCase.bytes(of: words)), isLatin: Self.isLatin(words),
                    names: Array(Set(reading.facts.names.filter(Self.isName)).sorted().prefix(Self.mostNames)))
            }
        }
    }

    /// Capitals alone are an abbreviation of anything: `SKU`, `MCSA`.
    private static func isName(_ text: String) -> Bool { text.utf8.count > 2 && !text.utf8.allSatisfy(\.isASCIIUppercase) }

    /// Names that all languages but one at most have as they are; a name that is part of another product's is none of its own.
    private func products() -> [String] {
        var found: [(name: String, plain: [UInt8])] = []
        let candidates = Set(witnesses.flatMap(\.names)).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        for name in candidates.prefix(Self.mostNames) {
            let plain = Self.plain(name)
            var (holders, isAbroad) = (0, false)
            for witness in witnesses where witness.text.range(of: plain, from: 0) != nil {
                holders += 1
                isAbroad = isAbroad || !witness.isLatin
            }
            guard holders > 1, holders >= witnesses.count - 1, isAbroad, !found.contains(where: { $0.plain.range(of: plain, from: 0) != nil })
            else { continue }
            found.append((name, plain))
        }
        return found.map(\.name).sorted()
    }

    /// The product as a language names it: the name, or what stands in its place.
    private func named(_ product: String, in own: Witness) -> String {
        if Self.holds(own, product) { return product }
        let others = witnesses.filter { $0.locale != own.locale }
        let words = Set(Self.words(product))
        let strange = own.names.filter { name in
            !others.contains { Self.holds($0, name) } && !words.isDisjoint(with: Self.words(name)) && !Self.plain(name).elementsEqual(Self.plain(product))
        }
        return strange.count == 1 ? strange[0] : product
    }

    private static func holds(_ witness: Witness, _ name: String) -> Bool { witness.text.range(of: plain(name), from: 0) != nil }

    private static func words(_ name: String) -> [String] { name.lowercased().split(separator: " ").filter { $0.utf8.count > 2 }.map(String.init) }

    private static func plain(_ text: String) -> [UInt8] { plain(LowerCase.bytes(of: text)) }

    private static func plain(_ lower: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: lower.count) { target, count in
            for byte in lower where byte > 0x20 && byte != UInt8(ascii: "_") {
                target.initializeElement(at: count, to: byte)
                count += 1
            }
        }
    }

    private static func isLatin(_ text: ArraySlice<UInt8>) -> Bool {
        var (letters, count) = (0, 0)
        var index = text.startIndex
        while index < text.endIndex {
            let (value, length) = text.scalar(at: index)
            if value >= 0x0370, WordScalars.isLetter(value) { letters += 1 }
            count += 1
            index += length
        }
        return letters * 4 < count
    }
}
