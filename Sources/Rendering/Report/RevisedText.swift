import LocalizationModel

/// A sentence of the source with the words that it lost and gained, each in its place.
public struct RevisedText: Hashable, Sendable {
    public enum Piece: Hashable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
    }

    public let pieces: [Piece]
    /// False where the sentence could not be put together: the pieces are then the edits alone.
    public let isWhole: Bool

    /// - Parameters:
    ///   - old, new: both versions as written, with their markup.
    ///   - edits: what became of the words, in order, as a reader sees them.
    public init(old: String?, new: String?, edits: [WordEdit]) {
        if let old, let new, let pieces = Self.woven(Array(old), Array(new), edits) {
            self.pieces = pieces
            isWhole = true
        } else {
            pieces = edits.flatMap { Self.pieces($0) }
            isWhole = false
        }
    }

    private static func pieces(_ edit: WordEdit) -> [Piece] {
        (edit.removed.isEmpty ? [] : [.removed(edit.removed)]) + (edit.added.isEmpty ? [] : [.added(edit.added)])
    }

    /// So far back from the first difference an edit may begin: `4` that became `40` differs at the end only.
    private static let reach = 64

    /// Nil where the edits do not lead from one text to the other. Linear.
    private static func woven(_ old: [Character], _ new: [Character], _ edits: [WordEdit]) -> [Piece]? {
        var walk = Walk(old: old, new: new)
        var pieces: [Piece] = []
        for edit in edits {
            let steps = walk.common()
            let (removed, added) = (Array(edit.removed), Array(edit.added))
            guard let place = steps.suffix(reach).last(where: { old[$0.old...].starts(with: removed) && new[$0.new...].starts(with: added) }) else {
                return nil
            }
            append(.same(String(new[walk.new..<place.new])), &pieces)
            pieces += Self.pieces(edit)
            walk.old = place.old + removed.count
            // The space behind a word that went has gone from the new text too.
            if added.isEmpty, walk.old < old.count, old[walk.old].isWhitespace { append(.same(" "), &pieces) }
            walk.new = place.new + added.count
        }
        guard let end = walk.common().last, end.old == old.count, end.new == new.count else { return nil }
        append(.same(String(new[walk.new...])), &pieces)
        return pieces
    }

    private static func append(_ piece: Piece, _ pieces: inout [Piece]) {
        if piece != .same("") { pieces.append(piece) }
    }

    /// Two places that go on together while the texts agree; spaces and punctuation may differ.
    private struct Walk {
        let oldText: [Character]
        let newText: [Character]
        var old = 0
        var new = 0

        init(old: [Character], new: [Character]) {
            oldText = old
            newText = new
        }

        /// The pairs of places from here to the first words that differ, both ends included.
        func common() -> [(old: Int, new: Int)] {
            var (i, j) = (old, new)
            var steps = [(old: i, new: j)]
            while true {
                let (a, b) = (i < oldText.count ? oldText[i] : nil, j < newText.count ? newText[j] : nil)
                if let a, let b, a == b {
                    (i, j) = (i + 1, j + 1)
                } else if let a, !Self.isWord(a) {
                    i += 1
                } else if let b, !Self.isWord(b) {
                    j += 1
                } else {
                    return steps
                }
                steps.append((i, j))
            }
        }

        private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    }
}

extension RevisedText: TemplateView {
    private static let shape = TemplateShape(["pieces", "isWhole"])
    private static let pieceShape = TemplateShape(["same", "removed", "added"])

    public var value: TemplateValue {
        let pieces = pieces.map { piece -> TemplateValue in
            var fields: [TemplateValue] = [.bool(false), .bool(false), .bool(false)]
            switch piece {
            case .same(let text): fields[0] = .text(text)
            case .removed(let text): fields[1] = .text(text)
            case .added(let text): fields[2] = .text(text)
            }
            return .object(TemplateObject(Self.pieceShape, fields))
        }
        return .object(TemplateObject(Self.shape, [.list(pieces), .bool(isWhole)]))
    }
}
