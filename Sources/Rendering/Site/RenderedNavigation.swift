/// A navigation tree as HTML, the same for all pages of one depth; the current page is marked by a splice.
public struct RenderedNavigation: Sendable {
    /// Where something is put in to mark a page, and what.
    private struct Splice: Sendable {
        let offset: Int
        let text: StaticString
    }

    private let bytes: [UInt8]
    /// By path of the page, in order of the offset.
    private let splices: [String: [Splice]]
    /// Where a branch is opened, in order.
    private let branches: [Int]

    /// The HTML with one page marked `aria-current` and the branches above it open. Linear in its length.
    /// - Parameter path: the page's address as the tree has it; nil marks none.
    public func html(current path: String?) -> [UInt8] {
        guard let path, let own = splices[path] else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + own.reduce(0) { $0 + $1.text.utf8CodeUnitCount })
        var start = 0
        for splice in own {
            result.append(contentsOf: bytes[start..<splice.offset])
            splice.text.withUTF8Buffer { result.append(contentsOf: $0) }
            start = splice.offset
        }
        result.append(contentsOf: bytes[start...])
        return result
    }

    /// The HTML with all branches open and no page marked.
    public var opened: [UInt8] {
        var result: [UInt8] = []
        var start = 0
        for branch in branches {
            result += bytes[start..<branch]
            result += " open".utf8
            start = branch
        }
        return result + bytes[start...]
    }

    // MARK: Making

    /// Marks in the rendered template are `start`, the node's number in decimal, `end`; no title holds such bytes.
    private enum Mark {
        static let link: UInt8 = 0x01
        static let branch: UInt8 = 0x02
        static let end: UInt8 = 0x03

        static func bytes(_ kind: UInt8, _ node: Int) -> [UInt8] { [kind] + Array(String(node).utf8) + [end] }
    }

    /// The value of a tree for the template, and the nodes by number.
    struct Plan {
        private(set) var value: TemplateValue = .bool(false)
        /// The path of each node and the number of the one above it.
        private(set) var nodes: [(path: String?, parent: Int?)] = []

        private static let shape = TemplateShape(["title", "href", "mark", "branchMark", "isBranch", "children", "lang", "dir"])
        private static let rootShape = TemplateShape(["children", "t"])

        /// - Parameter depth: how many folders below the locale's root the pages stand that will show the tree.
        init(_ tree: NavigationTree, depth: Int, strings: InterfaceText) {
            let prefix = String(repeating: "../", count: max(0, depth))
            let children = tree.nodes.map { plan($0, parent: nil, prefix: prefix) }
            value = .object(TemplateObject(Self.rootShape, [.list(children), strings.value]))
        }

        /// A title without the bytes that marks are made of.
        private static func unmarked(_ title: String) -> String {
            title.utf8.allSatisfy { $0 > Mark.end } ? title : String(decoding: title.utf8.filter { $0 > Mark.end }, as: UTF8.self)
        }

        private mutating func plan(_ node: NavigationTree.Node, parent: Int?, prefix: String) -> TemplateValue {
            let number = nodes.count
            nodes.append((node.path, parent))
            let href = node.path.map { $0.contains("://") ? $0 : prefix + $0 }
            let children = node.children.map { plan($0, parent: number, prefix: prefix) }
            return .object(
                TemplateObject(
                    Self.shape,
                    [
                        .text(Self.unmarked(node.title)), .optional(href), .html(Mark.bytes(Mark.link, number)),
                        .html(Mark.bytes(Mark.branch, number)), .bool(!children.isEmpty), .list(children),
                    ] + node.language.fields))
        }
    }

    /// Takes the marks out of the rendered template and remembers where they stood.
    init(rendered: [UInt8], plan: Plan) {
        var clean: [UInt8] = []
        clean.reserveCapacity(rendered.count)
        var links: [Int: [Int]] = [:]
        var branches: [Int: [Int]] = [:]
        var index = 0
        while index < rendered.count {
            let byte = rendered[index]
            index += 1
            guard byte == Mark.link || byte == Mark.branch else {
                clean.append(byte)
                continue
            }
            var node = 0
            while index < rendered.count, rendered[index] != Mark.end {
                node = node &* 10 &+ Int(rendered[index] &- 0x30)
                index += 1
            }
            index += 1
            if byte == Mark.link { links[node, default: []].append(clean.count) } else { branches[node, default: []].append(clean.count) }
        }
        bytes = clean
        self.branches = branches.values.flatMap { $0 }.sorted()
        splices = Self.splices(plan, links, branches)
    }

    private static func splices(_ plan: Plan, _ links: [Int: [Int]], _ branches: [Int: [Int]]) -> [String: [Splice]] {
        var splices: [String: [Splice]] = [:]
        for (number, node) in plan.nodes.enumerated() {
            guard let path = node.path else { continue }
            var own = (links[number] ?? []).map { Splice(offset: $0, text: " aria-current=\"page\"") }
            var above: Int? = number
            while let branch = above {
                own += (branches[branch] ?? []).map { Splice(offset: $0, text: " open") }
                above = plan.nodes[branch].parent
            }
            splices[path, default: []] += own
        }
        for path in splices.keys { splices[path]?.sort { ($0.offset, $0.text.utf8CodeUnitCount) < ($1.offset, $1.text.utf8CodeUnitCount) } }
        return splices
    }
}
