import FileSystem
import LocalizationModel

/// The folder in which one run leaves for the next what it knows of a project.
///
/// What lies there is believed: it must not come with the content, which strangers may have written. That is why it lies, unless the user
/// names another place, with the user's own caches (XDG Base Directory Specification 0.8).
public struct CacheFolder: Sendable {
    private let path: String

    public init(_ path: String) { self.path = path }

    /// The user's cache folder; nil where the environment names neither that nor a home.
    ///
    /// - Parameter environment: the value of an environment variable.
    public static func standard(for project: Project, environment: (String) -> String?) -> CacheFolder? {
        func folder(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let caches = folder("XDG_CACHE_HOME") ?? folder("HOME").map({ $0 + "/.cache" }), let content = FileSystem.resolved(project.content) else {
            return nil
        }
        let configuration = project.configuration.flatMap { FileSystem.resolved($0) }
        let folder = CacheFolder("\(caches)/hexapla/" + Digest.fingerprint("\(content)\n\(configuration ?? "")"))
        // A machine without a place of its own for caches works without.
        return (try? FileSystem.makeFolder(folder.path)) == nil ? nil : folder
    }

    /// The tag that keeps a folder out of backups (Cache Directory Tagging Specification 0.6).
    private static let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Hexapla may be run without this folder; it is made again.\n"

    /// Waits for another program that works with the folder. A folder that holds nothing to go on from is started anew.
    func open() throws(HexaplaError) -> Opened {
        try FileSystem.makeFolder(path)
        try FileSystem.write(Array(Self.tag.utf8), to: "\(path)/CACHEDIR.TAG")
        return try Opened(path)
    }

    /// The folder in the hands of one program.
    final class Opened: Sendable {
        let known: KnownProject
        /// Findings, and terms for search.
        let records: RecordStore
        private let path: String
        private let lock: Int32

        private static let state = "project"

        fileprivate init(_ path: String) throws(HexaplaError) {
            self.path = path
            lock = try FileSystem.lock("\(path)/lock")
            let state = "\(path)/\(Self.state)"
            let bytes = FileSystem.kind(state) == .file ? try? FileSystem.read(state) : nil
            known = bytes.flatMap { try? KnownProject($0) } ?? KnownProject()
            do throws(HexaplaError) {
                records = try RecordStore(Self.store(path, known.storeGeneration), end: known.storeEnd)
            } catch {
                FileSystem.release(lock)
                throw error
            }
        }

        deinit { FileSystem.release(lock) }

        private static func store(_ path: String, _ generation: Int) -> String { "\(path)/records-\(generation)" }

        /// A file of its own that is not the state; nil where there is none.
        func read(_ name: String) -> [UInt8]? {
            let file = "\(path)/\(name)"
            return FileSystem.kind(file) == .file ? try? FileSystem.read(file) : nil
        }

        func write(_ bytes: [UInt8], to name: String) throws(HexaplaError) { try FileSystem.write(bytes, to: "\(path)/\(name)") }

        private static let tables = "sentences-"

        private static func table(_ path: String, _ digest: UInt64) -> String { "\(path)/\(tables)\(String(digest, radix: 16))" }

        /// What the last run left of what all pages say; nil where it cannot be read.
        func consensus() -> ConsensusTable? {
            guard let bytes = try? FileSystem.read(Self.table(path, known.consensus)), Digest.fast(bytes) == known.consensus,
                let table = try? ConsensusTable(bytes), table.rows.count == known.groups.count
            else { return nil }
            return table
        }

        /// Puts the new state in the place of the old one.
        ///
        /// - Parameter consensus: of the state's groups; nil where it is the old one's.
        func save(_ project: KnownProject, consensus: ConsensusTable? = nil) throws(HexaplaError) {
            var project = project
            if let bytes = consensus?.bytes() {
                project.consensus = Digest.fast(bytes)
                // The old one stays until nothing refers to it.
                if project.consensus != known.consensus { try FileSystem.write(bytes, to: Self.table(path, project.consensus)) }
            } else {
                project.consensus = known.consensus
            }
            project.storeEnd = records.end
            project.storeGeneration = known.storeGeneration
            let used = project.groups.reduce(0) { $0 + $1.records.reduce(0) { $0 + $1.count } }
            let isOutweighed = project.storeEnd > Self.largestWaste && used < project.storeEnd / 2
            if isOutweighed { try compact(&project) }
            try FileSystem.write(project.bytes(), to: "\(path)/\(Self.state)")
            if isOutweighed { FileSystem.remove(Self.store(path, known.storeGeneration)) }
            // Those of killed runs among them.
            for name in try FileSystem.names(inFolder: path) where name.hasPrefix(Self.tables) && "\(path)/\(name)" != Self.table(path, project.consensus) {
                FileSystem.remove("\(path)/\(name)")
            }
        }

        /// In bytes: below this much the store is not worth copying.
        private static let largestWaste = 1 << 20

        private func compact(_ project: inout KnownProject) throws(HexaplaError) {
            project.storeGeneration += 1
            let new = Self.store(path, project.storeGeneration)
            FileSystem.remove(new)
            let store = try RecordStore(new, end: 0)
            var kept: [KnownProject.Group] = []
            for group in project.groups {
                let copies = try records.copy(group.records, to: store).compactMap { $0 }
                if copies.count == group.records.count { kept.append(group.with(findings: copies[0], terms: Array(copies.dropFirst()))) }
            }
            project.groups = kept
            project.storeEnd = store.end
        }
    }
}
