/// Words as a tree of their bytes: one walk finds all that start at one place.
struct PhraseTree: Sendable {
    private struct Node: Sendable {
        let edges: Range<Int32>
        /// Of the words that end here.
        let values: Range<Int32>
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
            nodes.append(Node(edges: firstEdge..<Int32(edges.count), values: firstValue..<Int32(values.count)))
        }
    }

    /// True where a word starts with the byte.
    @inline(__always)
    func hasWord(startingWith byte: UInt8) -> Bool { starts[Int(byte)] != 0 }

    /// Calls `found` with the value and the end of each word that starts at an offset, the shortest first.
    @inline(__always)
    func visit(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ found: (_ value: Int, _ end: Int) -> Void) {
        var node = starts[Int(text[start])]
        var end = start + 1
        while node != 0 {
            for value in nodes[Int(node)].values { found(values[Int(value)], end) }
            guard end < text.count else { return }
            node = child(of: node, text[end])
            end += 1
        }
    }

    @inline(__always)
    private func child(of node: Int32, _ byte: UInt8) -> Int32 {
        for edge in nodes[Int(node)].edges where edges[Int(edge)].byte == byte { return edges[Int(edge)].node }
        return 0
    }
}
