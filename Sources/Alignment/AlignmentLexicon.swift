import Glibc
import LocalizationModel

/// A lexicon, prepared for the search: made once for a pair of locales, asked for every page.
struct AlignmentLexicon: Sendable {
    private let lexicon: Lexicon
    /// By entry: the evidence of its forms being there, and of their not being there, in nats.
    let present: [Float]
    let absent: [Float]
    /// The forms of all entries, those of an entry in its order and its stem behind them; too short ones left out.
    private let forms: [Form]
    /// Where each entry's forms start, and the end of the last one's.
    private let starts: [Int]
    /// The bytes of all forms.
    let bytes: [UInt8]

    /// A beginning of a word, or a run of letters where words are not divided; it has three bytes at least.
    struct Form {
        /// The first three bytes.
        let key: UInt32
        /// In `AlignmentLexicon.bytes`.
        let start: Int32
        let count: Int32
        /// True for what may stand inside a word.
        let anywhere: Bool
    }

    private enum Limit {
        /// A single word decides nothing.
        static let present: Float = 3
        static let absent: Float = -2
        /// Letters that a form must have to be found inside a word.
        static let compoundLength = 5
        static let formBytes = 3
    }

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        present = lexicon.entries.map { min(Limit.present, max(0, Float(log(max($0.found, 1e-3) / max($0.chance, 1e-4))))) }
        absent = lexicon.entries.map { max(Limit.absent, min(0, Float(log(max(1 - $0.found, 1e-3) / max(1 - $0.chance, 1e-3))))) }
        var forms: [Form] = []
        var starts = [0]
        var bytes: [UInt8] = []
        func add(_ form: String) {
            let start = bytes.count
            bytes += form.utf8
            let run = bytes[start...]
            guard run.count >= Limit.formBytes else { return bytes.removeSubrange(start...) }
            let letters = run.count { !$0.isContinuation }
            forms.append(
                Form(
                    key: Self.key(bytes, start), start: Int32(start), count: Int32(run.count),
                    anywhere: LexicalText.isUndivided(run) || letters >= Limit.compoundLength))
        }
        for entry in lexicon.entries {
            for form in entry.forms { add(form) }
            add(entry.stem)
            starts.append(forms.count)
        }
        (self.forms, self.starts, self.bytes) = (forms, starts, bytes)
    }

    /// Three bytes of a text as a number.
    @inline(__always)
    static func key<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ i: Int) -> UInt32 where Bytes.Element == UInt8, Bytes.Index == Int {
        UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2])
    }

    var entries: [Lexicon.Entry] { lexicon.entries }

    func position(ofHash hash: UInt64) -> Int? { lexicon.position(ofHash: hash) }

    func forms(of entry: Int) -> ArraySlice<Form> { forms[starts[entry]..<starts[entry + 1]] }
}
