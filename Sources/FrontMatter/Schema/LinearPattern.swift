/// A regular expression that takes time in proportion to the text, whatever it says: all ways are followed at once (K. Thompson 1968).
///
/// Understood is what JSON Schema 2020-12 recommends (section 6.4): letters, `.`, classes, `^` and `$`, groups, alternatives and
/// quantifiers, with the escapes of ECMA-262 and the general categories of Unicode. It is looked for anywhere in the text.
struct LinearPattern: Sendable {
    enum Step: Sendable {
        case letter(LetterClass)
        /// Goes on at either place.
        case fork(Int, Int)
        case jump(Int)
        case start, end
        case found
    }

    private let steps: [Step]

    /// Unicode scalars; a longer text matches nothing.
    private static let longestText = 10_000

    init(_ pattern: String) throws(PatternError) {
        var parser = PatternParser(pattern)
        var program = PatternProgram()
        try program.add(try parser.whole(), depth: 0)
        steps = program.steps + [.found]
    }

    /// O(length of the text × length of the pattern).
    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.prefix(Self.longestText + 1))
        guard scalars.count <= Self.longestText else { return false }
        var now = Places(count: steps.count), next = Places(count: steps.count)
        for place in 0...scalars.count {
            // A match may begin here.
            if follow(0, place, scalars.count, &now) { return true }
            guard place < scalars.count else { break }
            for step in now.members {
                guard case .letter(let letters) = steps[step], letters.contains(scalars[place]) else { continue }
                if follow(step + 1, place + 1, scalars.count, &next) { return true }
            }
            swap(&now, &next)
            next.removeAll()
        }
        return false
    }

    /// Adds a step and all that it leads to without a letter; true where the pattern is at its end.
    private func follow(_ first: Int, _ place: Int, _ end: Int, _ places: inout Places) -> Bool {
        var open = [first]
        while let step = open.popLast() {
            guard places.insert(step) else { continue }
            switch steps[step] {
            case .found: return true
            case .letter: break
            case .jump(let to): open.append(to)
            case .fork(let one, let other): open += [other, one]
            case .start: if place == 0 { open.append(step + 1) }
            case .end: if place == end { open.append(step + 1) }
            }
        }
        return false
    }

    /// A set of steps that is emptied at the price of its members.
    private struct Places {
        private(set) var members: [Int] = []
        private var isIn: [Bool]

        init(count: Int) { isIn = Array(repeating: false, count: count) }

        mutating func insert(_ step: Int) -> Bool {
            guard !isIn[step] else { return false }
            isIn[step] = true
            members.append(step)
            return true
        }

        mutating func removeAll() {
            for step in members { isIn[step] = false }
            members.removeAll(keepingCapacity: true)
        }
    }
}

/// Why a pattern is not understood, without a full stop.
struct PatternError: Error {
    let message: String
}

/// A pattern as a tree.
indirect enum PatternNode {
    case letter(LetterClass)
    case start, end
    case sequence([PatternNode])
    case choice([PatternNode])
    case repetition(PatternNode, least: Int, most: Int?)
}

/// Lays a tree out as steps.
struct PatternProgram {
    private(set) var steps: [LinearPattern.Step] = []
    /// Nodes so far: repetitions of nothing make no steps, and take time all the same.
    private var nodes = 0

    private static let mostSteps = 2_000
    private static let mostNodes = 20_000

    mutating func add(_ node: PatternNode, depth: Int) throws(PatternError) {
        nodes += 1
        guard steps.count < Self.mostSteps, nodes < Self.mostNodes else { throw PatternError(message: "the pattern is too long; use 'maxLength' for lengths") }
        switch node {
        case .letter(let letters): steps.append(.letter(letters))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let parts): for part in parts { try add(part, depth: depth + 1) }
        case .choice(let parts): try add(parts[...], depth)
        case .repetition(let part, let least, let most): try add(part, least, most, depth)
        }
    }

    private mutating func add(_ choices: ArraySlice<PatternNode>, _ depth: Int) throws(PatternError) {
        var jumps: [Int] = []
        for index in choices.indices {
            let fork = steps.count
            let isLast = index == choices.endIndex - 1
            if !isLast { steps.append(.fork(fork + 1, fork + 1)) }
            try add(choices[index], depth: depth + 1)
            guard !isLast else { break }
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[fork] = .fork(fork + 1, steps.count)
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }

    private mutating func add(_ part: PatternNode, _ least: Int, _ most: Int?, _ depth: Int) throws(PatternError) {
        for _ in 0..<least { try add(part, depth: depth + 1) }
        guard let most else {
            let fork = steps.count
            steps.append(.jump(0))
            try add(part, depth: depth + 1)
            steps.append(.jump(fork))
            steps[fork] = .fork(fork + 1, steps.count)
            return
        }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(steps.count)
            steps.append(.jump(0))
            try add(part, depth: depth + 1)
        }
        for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    }
}
