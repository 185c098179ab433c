import History
import LocalizationModel

/// Which translations the source has left behind, by the history of the repository: those whose source changed after they did, with the
/// source as it stood then.
struct FollowedSources: Sendable {
    /// The source that a translation was last brought in line with.
    struct Drift: Hashable, Sendable {
        let source: ObjectID
        /// When the source changed first after that, in seconds since 1970.
        let since: Int64
    }

    /// The commit that this is true of.
    let head: ObjectID
    /// By the translation's file below the content folder.
    private(set) var drifted: [String: Drift]

    private init(head: ObjectID, drifted: [String: Drift]) {
        self.head = head
        self.drifted = drifted
    }

    /// Walks the main line from its newest commit, until the last change of every translation is found or what is known already begins.
    ///
    /// - Parameters:
    ///   - files: those of the commit, by their path below the content folder.
    ///   - source: the source's file of a translation's; nil for one that has none.
    init(_ commit: Commit, below folder: String, files: [String: ObjectID], known: FollowedSources?, source: (String) -> String?) throws(HexaplaError) {
        self.init(head: commit.id, drifted: [:])
        var waiting: [String: String] = [:]
        for file in files.keys { if let original = source(file), files[original] != nil { waiting[file] = original } }
        // The source's files as they stood at the step that is looked at, and when each was changed by the steps after it, first.
        var (now, changed) = (files, [String: Int64]())
        func settle(_ file: String, _ original: String) {
            guard let then = now[original], then != files[original], let since = changed[original] else { return }
            drifted[file] = Drift(source: then, since: since)
        }
        var line = try MainLine(commit, below: folder)
        let prefix = folder.isEmpty ? 0 : folder.utf8.count + 1
        while !waiting.isEmpty, let step = try line.step() {
            if let known, step.commit == known.head {
                // What did not change since stands as it stood.
                for (file, original) in waiting {
                    if let drift = known.drifted[file] { drifted[file] = drift } else { settle(file, original) }
                }
                return
            }
            let changes = step.changes.map { (file: String($0.path.utf8.dropFirst(prefix)) ?? "", old: $0.old) }
            for (file, _) in changes { if let original = waiting.removeValue(forKey: file) { settle(file, original) } }
            for (file, old) in changes {
                now[file] = old
                changed[file] = step.seconds
            }
        }
    }

    // MARK: Bytes

    func bytes() -> [UInt8] {
        var writer = ByteWriter()
        head.write(&writer)
        writer.list(drifted.sorted { $0.key < $1.key }) { writer, entry in
            writer.text(entry.key)
            entry.value.source.write(&writer)
            writer.number(Int(entry.value.since))
        }
        return writer.sealed()
    }

    init(_ bytes: [UInt8]) throws(ByteReader.Broken) {
        var reader = try ByteReader(sealed: bytes)
        head = try ObjectID(&reader)
        drifted = [:]
        for (file, drift) in try reader.list({ (reader) throws(ByteReader.Broken) in
            (try reader.text(), Drift(source: try ObjectID(&reader), since: Int64(try reader.number())))
        }) {
            drifted[file] = drift
        }
    }
}
