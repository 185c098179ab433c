import LocalizationModel

/// What a requirement is called in a report: its first words without markup.
enum RequirementLabel {
    /// Unicode scalars of a label; what is longer ends in an ellipsis.
    private static let longest = 80

    /// The words in the source's language, else in the first that has any, else those of the first member that has some.
    static func label(of node: RequirementNode, source: LocaleTag) -> String {
        var node = node
        while node.wordings.isEmpty, let child = node.children.first { node = child }
        let wording = node.wording(in: source) ?? node.wordings.min { $0.locale < $1.locale }
        return wording.map { PlainWords.shortened(PlainWords.text($0.text), to: longest) } ?? node.id
    }
}
