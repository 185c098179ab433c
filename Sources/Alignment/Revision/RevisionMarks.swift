import LocalizationModel

/// Tells by the marks that survive translation which of two sources a translation follows.
enum RevisionMarks {
    private enum Mark: Hashable {
        case number(Double)
        case code(String)
        case destination(String)
    }

    /// True where the translation holds all marks that only the new source has, and none that only the old one has.
    static func isAhead(_ target: [SegmentFacts], old: [SegmentFacts], new: [SegmentFacts]) -> Bool {
        let (had, has, holds) = (marks(old), marks(new), marks(target))
        let came = has.subtracting(had)
        return !came.isEmpty && came.isSubset(of: holds) && had.subtracting(has).isDisjoint(with: holds)
    }

    private static func marks(_ facts: [SegmentFacts]) -> Set<Mark> {
        var marks: Set<Mark> = []
        for fact in facts {
            for number in fact.numbers where number.strength == .digits { marks.insert(.number(number.value)) }
            for code in fact.codes + fact.inlineCode { marks.insert(.code(code.lowercased())) }
            for destination in fact.destinations { marks.insert(.destination(LinkIdentity.canonical(destination))) }
        }
        return marks
    }
}
