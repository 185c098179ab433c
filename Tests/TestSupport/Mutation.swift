/// Damages a page the way editors, merges and disks do: cuts, repeats, loses and overwrites bytes.
public enum Mutation {
    /// Marks that mean something to a reader of Markdown, YAML or HTML.
    private static let marks: [String] = [
        "*", "**", "_", "`", "```\n", "[", "](", ")", "<", ">", "<!--", "-->", "\n", "\n\n", "\r", "\r\n", "|", "\n---\n", "# ", "#", "> ", ">", "- ", "1. ",
        "    ", "\t", "\u{0}", "\u{FEFF}", "\u{A0}", "。", "&", "\\", "\\|", "[^1]: ", "[a]: ", "<span data-ttu-id=\"", "</span>", ":::", "[!NOTE]", "~~",
        "===\n",
    ]

    public static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.removeSubrange(at...)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &random))
            case 3: for i in at..<min(end, at + 8) { bytes[i] = UInt8.random(in: 0...255, using: &random) }
            default: bytes.insert(contentsOf: Array((marks.randomElement(using: &random) ?? "").utf8), at: at)
            }
        }
        return bytes
    }
}
