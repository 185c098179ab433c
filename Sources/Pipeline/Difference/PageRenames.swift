import LocalizationModel

/// Finds the pages that were renamed: of those gone and those come, the ones that share most of their lines in the same languages.
struct PageRenames {
    /// By the new path, the old one.
    private(set) var origins: [String: String] = [:]

    /// So many of the lines must be the same, as git asks for.
    private static let leastShare = 0.5
    /// A line that more pages have tells none of them apart.
    private static let commonLine = 32

    /// Linear in the lines of the pages, but for lines that many have.
    init(_ gone: [ContentTree.Group], _ oldFiles: FileOrigin, _ come: [ContentTree.Group], _ newFiles: FileOrigin) throws(HexaplaError) {
        guard !gone.isEmpty, !come.isEmpty else { return }
        var before: [Set<UInt64>] = []
        for group in gone { before.append(try Self.lines(group, oldFiles)) }
        var places: [UInt64: [Int]] = [:]
        for (index, lines) in before.enumerated() { for line in lines { places[line, default: []].append(index) } }
        var pairs: [(share: Double, old: Int, new: Int)] = []
        for (index, group) in come.enumerated() {
            let lines = try Self.lines(group, newFiles)
            var shared: [Int: Int] = [:]
            for line in lines { for place in places[line] ?? [] where places[line]?.count ?? 0 <= Self.commonLine { shared[place, default: 0] += 1 } }
            for (old, count) in shared {
                let share = Double(count) / Double(max(lines.count, before[old].count))
                if share >= Self.leastShare { pairs.append((share, old, index)) }
            }
        }
        var taken: Set<Int> = []
        for pair in pairs.sorted(by: { ($1.share, $0.old, $0.new) < ($0.share, $1.old, $1.new) }) {
            guard origins[come[pair.new].path] == nil, taken.insert(pair.old).inserted else { continue }
            origins[come[pair.new].path] = gone[pair.old].path
        }
    }

    /// Hashes of the lines that say something, each with its locale.
    private static func lines(_ group: ContentTree.Group, _ files: FileOrigin) throws(HexaplaError) -> Set<UInt64> {
        var lines: Set<UInt64> = []
        for file in group.files {
            let seed = Array("\(file.locale)\n".utf8)
            for line in try files.read(file.file).split(separator: 0x0A) {
                let text = line.trimmed()
                if text.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0x80 }) { lines.insert(FNV1a.hash(seed + text)) }
            }
        }
        return lines
    }
}
