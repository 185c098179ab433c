import History
import LocalizationModel

/// When each page of the content was changed last, by the main line of the repository's history.
struct LastChanges: Sendable {
    /// What is known of a file.
    struct Change: Sendable {
        /// The file as that commit left it, and as it stands in the newest one.
        let id: ObjectID
        /// When the commit was made, in seconds since 1970.
        let seconds: Int64
    }

    /// The commit that this is true of.
    let head: ObjectID
    /// By the file's path below the content folder. Of files whose last change a shallow clone does not have, nothing is known.
    private(set) var changes: [String: Change] = [:]

    /// Walks the main line from its newest commit until the last change of every page is found, or what is known already begins.
    init(_ commit: Commit, below folder: String, known: LastChanges?) throws(HexaplaError) {
        head = commit.id
        let prefix = folder.isEmpty ? 0 : folder.utf8.count + 1
        var waiting: [String: ObjectID] = [:]
        for file in try commit.files(below: folder) ?? [] where LinkResolver.isMarkdown(file.path) {
            waiting[String(file.path.utf8.dropFirst(prefix)) ?? ""] = file.id
        }
        var line = try MainLine(commit, below: folder)
        while !waiting.isEmpty, let step = try line.step() {
            if let known, step.commit == known.head {
                for (file, id) in waiting { if let change = known.changes[file], change.id == id { changes[file] = change } }
                return
            }
            for change in step.changes {
                let file = String(change.path.utf8.dropFirst(prefix)) ?? ""
                if let id = waiting.removeValue(forKey: file) { changes[file] = Change(id: id, seconds: step.seconds) }
            }
        }
    }

    // MARK: Bytes

    func bytes() -> [UInt8] {
        var writer = ByteWriter()
        head.write(&writer)
        writer.list(changes.sorted { $0.key < $1.key }) { writer, entry in
            writer.text(entry.key)
            entry.value.id.write(&writer)
            writer.number(Int(entry.value.seconds))
        }
        return writer.sealed()
    }

    init(_ bytes: [UInt8]) throws(ByteReader.Broken) {
        var reader = try ByteReader(sealed: bytes)
        head = try ObjectID(&reader)
        for (file, change) in try reader.list({ (reader) throws(ByteReader.Broken) in
            (try reader.text(), Change(id: try ObjectID(&reader), seconds: Int64(try reader.number())))
        }) {
            changes[file] = change
        }
    }
}

extension ObjectID {
    func write(_ writer: inout ByteWriter) {
        writer.word(words.0)
        writer.word(words.1)
        writer.word(UInt64(words.2))
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Broken) {
        self.init((try reader.word(), try reader.word(), UInt32(truncatingIfNeeded: try reader.word())))
    }
}
