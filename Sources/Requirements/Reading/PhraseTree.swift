/// Words as a tree of their bytes: one walk finds all that start at one place.
struct PhraseTree: Sendable {
    private struct Node: Sendable {
        /// Places in `edges`, ascending by byte.
        let edges: Range<Int32>
        /// Places in `values`: of the words that end here.
        let values: Range<Int32>
        /// Where the node's row in `rows` starts; -1 for a node of few edges.
        let row: Int32
    }

    private struct Edge: Sendable {
        let byte: UInt8
        let node: Int32
    }

    private var nodes: [Node] = []
    private var edges: [Edge] = []
    private var values: [Int] = []
    /// The node of each first byte; 0, the root, where no word starts so.
    private var starts = [Int32](repeating: 0, count: 256)
    /// For nodes of many edges, the node below by each byte; 0 for none.
    private var rows: [Int32] = []

    /// More edges than this are not gone through one by one.
    private static let fewEdges = 6

    init(_ words: [(bytes: [UInt8], value: Int)]) {
        let sorted = words.filter { !$0.bytes.isEmpty }.sorted { a, b in
            a.bytes == b.bytes ? a.value < b.value : a.bytes.lexicographicallyPrecedes(b.bytes)
        }
        // Breadth first: the words below a node are neighbours in the sorted list.
        var pending: [(words: Range<Int>, depth: Int)] = [(sorted.indices, 0)]
        var next = 0
        while next < pending.count {
            let (range, depth) = pending[next]
            next += 1
            let (firstEdge, firstValue) = (Int32(edges.count), Int32(values.count))
            var index = range.lowerBound
            while index < range.upperBound, sorted[index].bytes.count == depth {
                values.append(sorted[index].value)
                index += 1
            }
            while index < range.upperBound {
                let byte = sorted[index].bytes[depth]
                let lower = index
                while index < range.upperBound, sorted[index].bytes[depth] == byte { index += 1 }
                edges.append(Edge(byte: byte, node: Int32(pending.count)))
                if depth == 0 { starts[Int(byte)] = Int32(pending.count) }
                pending.append((lower..<index, depth + 1))
            }
            let below = Int(firstEdge)..<edges.count
            let row = below.count > Self.fewEdges ? Int32(rows.count) : -1
            if row >= 0 {
                rows += repeatElement(0, count: 256)
                for edge in edges[below] { rows[Int(row) + Int(edge.byte)] = edge.node }
            }
            nodes.append(Node(edges: firstEdge..<Int32(edges.count), values: firstValue..<Int32(values.count), row: row))
        }
    }

    /// Calls `found` with the value, the start and the end of each word that starts where `isStart` is true, ascending by place, the
    /// shortest first.
    @inline(__always)
    func visit(
        _ text: UnsafeBufferPointer<UInt8>, where isStart: (Int) -> Bool, _ found: (_ value: Int, _ start: Int, _ end: Int) -> Void
    ) {
        starts.withUnsafeBufferPointer { starts in
            nodes.withUnsafeBufferPointer { nodes in
                edges.withUnsafeBufferPointer { edges in
                    rows.withUnsafeBufferPointer { rows in
                        for start in 0..<text.count {
                            var node = starts[Int(text[start])]
                            guard node != 0, isStart(start) else { continue }
                            var end = start + 1
                            while node != 0 {
                                let here = nodes[Int(node)]
                                for value in here.values { found(values[Int(value)], start, end) }
                                guard end < text.count else { break }
                                node = here.row < 0 ? Self.child(edges, here.edges, text[end]) : rows[Int(here.row) + Int(text[end])]
                                end += 1
                            }
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func child(_ edges: UnsafeBufferPointer<Edge>, _ range: Range<Int32>, _ byte: UInt8) -> Int32 {
        var index = Int(range.lowerBound)
        while index < Int(range.upperBound), edges[index].byte < byte { index += 1 }
        return index < Int(range.upperBound) && edges[index].byte == byte ? edges[index].node : 0
    }
}
