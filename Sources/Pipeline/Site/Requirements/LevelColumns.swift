import LocalizationModel
import MarkdownSource

/// Where the elements start and end that set the levels of an option side by side. The order of the text stays.
struct LevelColumns {
    struct Mark {
        let offset: Int
        let html: String
    }

    private(set) var marks: [Mark] = []

    /// A heading that names a level, with all that stands under it.
    private struct Level {
        let name: String
        let option: String
        let depth: Int
        /// Places in `PageParts.running`.
        let places: Range<Int>
    }

    init(_ sections: [RequirementSection], _ parts: PageParts, _ rendered: RenderedBody) {
        let levels = sections.compactMap { Self.level($0, parts) }.sorted { $0.places.lowerBound < $1.places.lowerBound }
        var row: [Level] = []
        for level in levels {
            if let last = row.last, last.places.upperBound != level.places.lowerBound || last.option != level.option || last.depth != level.depth {
                marks += Self.marks(row, parts, rendered)
                row = []
            }
            row.append(level)
        }
        marks += Self.marks(row, parts, rendered)
    }

    private static func level(_ section: RequirementSection, _ parts: PageParts) -> Level? {
        let blocks = parts.page.document.blocks
        guard let name = section.level, let span = section.headings.first(where: { $0.locale == parts.page.locale })?.span else { return nil }
        let start = PageParts.place(in: parts.running) { blocks[$0].span.upper <= span.lower }
        guard start < parts.running.count, case .heading(let depth) = blocks[parts.running[start]].kind, blocks[parts.running[start]].span.contains(span) else {
            return nil
        }
        var end = start + 1
        while end < parts.running.count {
            if case .heading(let next) = blocks[parts.running[end]].kind, next <= depth { break }
            end += 1
        }
        return Level(name: name, option: section.path.joined(separator: "/"), depth: depth, places: start..<end)
    }

    /// None for a single level, nor where raw HTML of the page reaches over the end of a section.
    private static func marks(_ row: [Level], _ parts: PageParts, _ rendered: RenderedBody) -> [Mark] {
        guard row.count > 1, Set(row.map(\.name)).count == row.count else { return [] }
        let ranges = row.map { level in
            rendered.places.blocks[parts.running[level.places.lowerBound]]
                .lowerBound..<rendered.places.blocks[parts.running[level.places.upperBound - 1]].upperBound
        }
        guard ranges.allSatisfy({ HTMLRuns(Array(rendered.html[$0])).isBalanced }) else { return [] }
        var marks: [Mark] = []
        for (index, range) in ranges.enumerated() {
            let opening = index == 0 ? "<div class=\"levels\">\n" : ""
            marks.append(.init(offset: range.lowerBound, html: opening + "<section class=\"level\">\n"))
            marks.append(.init(offset: range.upperBound, html: index == ranges.count - 1 ? "</section>\n</div>\n" : "</section>\n"))
        }
        return marks
    }
}
