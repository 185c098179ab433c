import Glibc
import History
import LocalizationModel
import Synchronization

/// The sources that the translations of a project were made from, out of the repository that holds them: by the commit that a page names, else
/// by the last commit that changed the translation.
///
/// A translation that was changed and not committed is being worked at, and follows the source of today.
final class SourceHistory: Sendable {
    private let repository: GitRepository
    private let head: Commit
    /// The content folder, from the repository's root.
    private let folder: String
    /// The content folder as the user named it, with a slash.
    private let content: String
    private let sourceLocale: LocaleTag
    private let cache: CacheFolder.Opened?
    private let read = Mutex<State?>(nil)
    private let dates = Mutex<LastChanges?>(nil)

    /// What is read on first need.
    private struct State: Sendable {
        /// The files of the commit by their path below the content folder.
        let files: [String: ObjectID]
        let followed: FollowedSources
    }

    /// Nil where the content lies in no repository, or in one without a commit.
    init?(_ project: Project, sourceLocale: LocaleTag, cache: CacheFolder.Opened?) {
        guard let history = try? ProjectHistory(of: project, content: nil), let head = try? history.commit("HEAD"),
            let folder = try? history.inRepository(project.content)
        else { return nil }
        repository = history.repository
        self.head = head
        self.folder = folder
        content = project.content + "/"
        self.sourceLocale = sourceLocale
        self.cache = cache
    }

    /// What follows from the history stays the same as long as this does.
    var key: String { head.id.description + (repository.isShallow ? " shallow" : "") }

    /// True where commits are missing that could tell what a translation follows.
    var isShallow: Bool { repository.isShallow }

    // MARK: Questions

    /// Of the sources that the files of a group follow: another one, and its findings may be others.
    func digest(of group: ContentTree.Group) throws(HexaplaError) -> UInt64 {
        let state = try state()
        var writer = ByteWriter()
        for file in group.files {
            let name = name(file)
            for id in [state?.files[name], state?.followed.drifted[name]?.source] { writer.text(id?.description ?? "") }
        }
        // No group without a history has this one.
        return max(1, Digest.fast(writer.bytes))
    }

    /// The source that a translation was made from, where that is not the source of today.
    struct Past: Sendable {
        let id: ObjectID
        /// When the source left it behind, ISO 8601; nil where the page itself names the commit.
        let since: String?
    }

    func past(
        of translation: (file: ContentTree.File, page: Page), source: (file: ContentTree.File, page: Page)
    ) throws(HexaplaError) -> Past? {
        guard let state = try state() else { return nil }
        let (name, original) = (name(translation.file), name(source.file))
        let today = source.page.document.text.bytes
        if let commit = translation.page.provenance.sourceCommit, let named = try named(commit, original) {
            return Digest.isBlob(today, named.description) ? nil : Past(id: named, since: nil)
        }
        guard Digest.isBlob(translation.page.document.text.bytes, state.files[name]?.description) else { return nil }
        let drift = state.followed.drifted[name]
        guard let past = drift?.source ?? state.files[original], !Digest.isBlob(today, past.description) else { return nil }
        return Past(id: past, since: drift.map { Self.date($0.since) })
    }

    /// The text of a source that some translation follows.
    func text(_ past: Past) throws(HexaplaError) -> [UInt8] { try head.read(blob: past.id) }

    /// The source's file in a commit that a page names; nil where this repository does not have that.
    private func named(_ commit: String, _ original: String) throws(HexaplaError) -> ObjectID? {
        guard commit.utf8.count >= 7, commit.utf8.allSatisfy({ $0.isASCIIDigit || ($0 | 0x20) &- 0x61 < 6 }), let commit = try? repository.commit(commit)
        else { return nil }
        return try commit.file(at: folder.isEmpty ? original : "\(folder)/\(original)")?.id
    }

    private func name(_ file: ContentTree.File) -> String { String(file.file.dropFirst(content.count)) }

    // MARK: Days

    /// The day on which a page was changed last, ISO 8601, UTC; nil for one that was changed since, and where nobody knows.
    func lastChange(of page: Page) throws(HexaplaError) -> String? {
        guard let change = try lastChanges().changes[String(page.file.dropFirst(content.count))],
            Digest.isBlob(page.document.text.bytes, change.id.description)
        else { return nil }
        return Self.date(change.seconds)
    }

    /// Of the last changes of a group's files: equal where the days are the same.
    func datesDigest(of group: ContentTree.Group) throws(HexaplaError) -> UInt64 {
        let changes = try lastChanges().changes
        var writer = ByteWriter()
        for file in group.files {
            writer.optional(changes[name(file)]) { writer, change in
                change.id.write(&writer)
                writer.number(Int(change.seconds))
            }
        }
        return Digest.fast(writer.bytes)
    }

    private static let cachedDates = "dates"

    private func lastChanges() throws(HexaplaError) -> LastChanges {
        let result: Result<LastChanges, HexaplaError> = dates.withLock { dates in
            if let dates { return .success(dates) }
            do throws(HexaplaError) {
                let known = cache?.read(Self.cachedDates).flatMap { try? LastChanges($0) }
                if let known, known.head == head.id {
                    dates = known
                    return .success(known)
                }
                let found = try LastChanges(head, below: folder, known: known)
                if !repository.isShallow { try cache?.write(found.bytes(), to: Self.cachedDates) }
                dates = found
                return .success(found)
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    private static func date(_ seconds: Int64) -> String {
        var (time, parts) = (time_t(seconds), tm())
        guard gmtime_r(&time, &parts) != nil else { return "1970-01-01" }
        func padded(_ number: Int32, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(parts.tm_year + 1_900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
    }

    // MARK: Reading

    private static let cached = "history"

    private func state() throws(HexaplaError) -> State? {
        let result: Result<State?, HexaplaError> = read.withLock { state in
            if let state { return .success(state) }
            do throws(HexaplaError) {
                state = try load()
                return .success(state)
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Nil where the commit has no folder of the source's locale.
    private func load() throws(HexaplaError) -> State? {
        let prefix = folder.isEmpty ? 0 : folder.utf8.count + 1
        var files: [String: ObjectID] = [:]
        for file in try head.files(below: folder) ?? [] { files[String(file.path.utf8.dropFirst(prefix)) ?? ""] = file.id }
        var folders: [Substring: Bool] = [:]
        for file in files.keys {
            let name = file.prefix { $0 != "/" }
            if folders[name] == nil { folders[name] = LocaleTag(name) == sourceLocale }
        }
        guard let source = folders.first(where: \.value).map({ String($0.key) }) else { return nil }
        let known = cache?.read(Self.cached).flatMap { try? FollowedSources($0) }
        if let known, known.head == head.id { return State(files: files, followed: known) }
        let followed = try FollowedSources(head, below: folder, files: files, known: known) { file in
            guard file.hasSuffix(".md") || file.hasSuffix(".markdown"), let slash = file.firstIndex(of: "/"), file[..<slash] != source else { return nil }
            return source + file[slash...]
        }
        try cache?.write(followed.bytes(), to: Self.cached)
        return State(files: files, followed: followed)
    }
}
