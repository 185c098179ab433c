import FileSystem
import Glibc
import LocalizationModel
import Pipeline
import TestSupport

/// A folder for one test, removed with it.
final class Workplace {
    let root: String

    init() throws {
        var template = Array((P_tmpdir + "/hexapla-test-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw HexaplaError("cannot make a temporary folder") }
        root = String(cString: made)
    }

    deinit { removeAll(root) }

    private func removeAll(_ path: String) {
        if FileSystem.kind(path) == .folder {
            for name in (try? FileSystem.names(inFolder: path)) ?? [] { removeAll("\(path)/\(name)") }
            FileSystem.removeEmptyFolder(path)
        } else {
            FileSystem.remove(path)
        }
    }

    func write(_ text: String, _ path: String) throws {
        let file = "\(root)/\(path)"
        try FileSystem.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
        try FileSystem.write(Array(text.utf8), to: file)
    }

    func read(_ path: String) throws -> String { String(decoding: try FileSystem.read("\(root)/\(path)"), as: UTF8.self) }

    func has(_ path: String) -> Bool { FileSystem.kind("\(root)/\(path)") != nil }

    /// Builds the project in `content` into `site`; returns what was found.
    @discardableResult
    func build(content: String? = nil, jobs: Int = 2, cache: CacheFolder? = nil, progress: Progress = .none) throws -> SiteBuilder.Result {
        var project = Project(content: content ?? "\(root)/content")
        project.output = "\(root)/site"
        let data = try DataFolders(project: "", explicit: Repository.root)
        return try SiteBuilder(project: project, data: data, cache: cache, version: "test").build(jobs: jobs, progress: progress)
    }

    /// Every file below a folder with its bytes.
    func files(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try Repository.files("\(root)/\(folder)", ending: "") { files[String(path.dropFirst(root.count))] = try FileSystem.read(path) }
        return files
    }
}
