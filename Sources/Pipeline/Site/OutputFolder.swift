import FileSystem
import LocalizationModel

/// The folder a build writes into. Files of an earlier build that this one does not make are removed; files that no
/// build made are left alone.
struct OutputFolder: Sendable {
    private let root: String
    private static let manifest = ".hexapla-files"

    /// Refuses a folder that holds the content, or lies in it.
    init(_ root: String, content: String) throws(HexaplaError) {
        self.root = root
        try FileSystem.makeFolder(root)
        guard let real = FileSystem.resolved(root), let source = FileSystem.resolved(content) else { return }
        if real == source || source.hasPrefix(real + "/") || real.hasPrefix(source + "/") {
            throw HexaplaError("the output '\(root)' and the content '\(content)' lie in each other", remedy: "Choose another folder with --output")
        }
    }

    /// Notes what will be written before anything is, so that even a killed build leaves a list the next one can clean up by.
    func begin(_ files: Set<String>) throws(HexaplaError) -> Set<String> {
        let path = "\(root)/\(Self.manifest)"
        var old: Set<String> = []
        if FileSystem.kind(path) == .file {
            for line in String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n") {
                // The list lies in a folder that others can write to: a path that leads out of it is no path of ours.
                if let safe = SitePaths.normalised(String(line)), safe == line { old.insert(safe) }
            }
        }
        try write(old.union(files), path)
        return old
    }

    func write(_ bytes: [UInt8], to file: String) throws(HexaplaError) {
        try FileSystem.makeFolder("\(root)/\(SitePaths.folder(file))".trimmingSlash)
        try FileSystem.write(bytes, to: "\(root)/\(file)")
    }

    /// Removes what only earlier builds made.
    func finish(_ files: Set<String>, old: Set<String>) throws(HexaplaError) {
        var folders: Set<String> = []
        for file in old.subtracting(files) {
            FileSystem.remove("\(root)/\(file)")
            var folder = SitePaths.folder(file)
            while !folder.isEmpty {
                folders.insert(folder)
                folder = SitePaths.folder(String(folder.dropLast()))
            }
        }
        for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { FileSystem.removeEmptyFolder("\(root)/\(folder)".trimmingSlash) }
        try write(files, "\(root)/\(Self.manifest)")
    }

    private func write(_ files: Set<String>, _ path: String) throws(HexaplaError) {
        try FileSystem.write(Array((files.sorted().joined(separator: "\n") + "\n").utf8), to: path)
    }
}

extension String {
    fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
