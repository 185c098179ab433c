import FileSystem
import LocalizationModel
import Synchronization

/// The folder a build writes into. New files are written aside and take their places all at once, when every one of them is whole: a build
/// that fails or is killed leaves the site as it was. Files of an earlier build that this one does not make are removed; files that no build
/// made are left alone.
final class OutputFolder: Sendable {
    private let root: String
    /// True where the folder held nothing when the build began: no file has to be looked for.
    private let isNew: Bool
    /// What was written aside: the file of each number.
    private let staged = Mutex<[String]>([])

    /// The list of files that builds made.
    static let manifest = ".hexapla-files"
    private static let staging = ".hexapla-staging"

    /// Refuses a folder that holds the content, or lies in it. Nothing is made yet.
    init(_ root: String, content: String) throws(HexaplaError) {
        self.root = root
        try FileSystem.makeFolder(root)
        isNew = try FileSystem.names(inFolder: root).isEmpty
        guard let real = FileSystem.resolved(root), let source = FileSystem.resolved(content) else { return }
        if real == source || source.hasPrefix(real + "/") || real.hasPrefix(source + "/") {
            throw HexaplaError("the output '\(root)' and the content '\(content)' lie in each other", remedy: "Choose another folder with --output")
        }
    }

    /// The folder by its one true name; as given where that cannot be told.
    var name: String { FileSystem.resolved(root) ?? root }

    func stamp(_ file: String) -> FileStamp? { FileSystem.stamp("\(root)/\(file)") }

    /// True where a file has these bytes.
    func holds(_ bytes: [UInt8], in file: String) -> Bool {
        let path = "\(root)/\(file)"
        return stamp(file)?.size == Int64(bytes.count) && (try? FileSystem.read(path)) == bytes
    }

    /// A file for what a build without a memory has to keep for a while; it goes with what is written aside.
    func temporary() throws(HexaplaError) -> RecordStore { try RecordStore("\(root)/\(Self.staging)/\(Self.temporaryRecords)", end: 0) }

    private static let temporaryRecords = "records"

    // MARK: Writing

    /// Removes what a killed build left aside.
    func begin() throws(HexaplaError) {
        let folder = "\(root)/\(Self.staging)"
        switch FileSystem.kind(folder) {
        case .folder: for name in try FileSystem.names(inFolder: folder) { FileSystem.remove("\(folder)/\(name)") }
        // A link that somebody left could lead anywhere.
        case .file, .other: FileSystem.remove(folder)
        case nil: break
        }
        try FileSystem.makeFolder(folder)
    }

    /// Removes what was written aside.
    func abandon() {
        for number in staged.withLock(\.indices) { FileSystem.remove(stagedPath(number)) }
        removeStaging()
    }

    /// Writes a file aside and returns its stamp. A file that has these bytes already is left untouched.
    ///
    /// - Parameter isAgain: true where the file may have been written aside before; the last one counts.
    func write(_ bytes: [UInt8], to file: String, isAgain: Bool = false) throws(HexaplaError) -> FileStamp {
        guard SitePaths.normalised(file) == file, !file.utf8.contains(0x0A) else {
            throw HexaplaError("'\(file)' would leave the output '\(root)'", remedy: "Rename the file that it is made of")
        }
        if !isNew, !isAgain, let old = stamp(file), holds(bytes, in: file) { return old }
        let number = staged.withLock { staged in
            staged.append(file)
            return staged.count - 1
        }
        return try FileSystem.writeInPlace(bytes, to: stagedPath(number))
    }

    private func stagedPath(_ number: Int) -> String { "\(root)/\(Self.staging)/\(number)" }

    /// Puts everything in its place and removes what only earlier builds made. Nil for `files` where they are those of the last build.
    func commit(_ files: Set<String>?) throws(HexaplaError) -> FileStamp? {
        let old = try files == nil ? [] : listed()
        // Noted before anything moves, so that even a killed build leaves a list that the next one can clean up by.
        if let files, !files.isSubset(of: old) { try writeManifest(old.union(files)) }
        var folders: Set<String> = []
        for (number, file) in staged.withLock({ $0 }).enumerated() {
            let folder = SitePaths.folder(file)
            if folders.insert(folder).inserted {
                try FileSystem.makeFolder(folder.isEmpty ? root : "\(root)/\(folder.dropLast())")
                try requireOwn(folder)
            }
            try FileSystem.move(stagedPath(number), to: "\(root)/\(file)")
        }
        removeStaging()
        guard let files else { return nil }
        remove(old.subtracting(files))
        try writeManifest(files)
        return stamp(Self.manifest)
    }

    private func removeStaging() {
        FileSystem.remove("\(root)/\(Self.staging)/\(Self.temporaryRecords)")
        FileSystem.removeEmptyFolder("\(root)/\(Self.staging)")
    }

    /// Throws where a symbolic link in the output leads out of it.
    private func requireOwn(_ folder: String) throws(HexaplaError) {
        guard !folder.isEmpty, let real = FileSystem.resolved("\(root)/\(folder.dropLast())") else { return }
        guard real == name + "/" + folder.dropLast() else {
            throw HexaplaError("'\(root)/\(folder.dropLast())' leads to '\(real)'", remedy: "Remove the symbolic link, or choose another folder with --output")
        }
    }

    private func remove(_ files: Set<String>) {
        var folders: Set<String> = []
        for file in files where (try? requireOwn(SitePaths.folder(file))) != nil {
            FileSystem.remove("\(root)/\(file)")
            var folder = SitePaths.folder(file)
            while !folder.isEmpty {
                folders.insert(folder)
                folder = SitePaths.folder(String(folder.dropLast()))
            }
        }
        for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { FileSystem.removeEmptyFolder("\(root)/\(folder.dropLast())") }
    }

    /// The files that earlier builds made.
    private func listed() throws(HexaplaError) -> Set<String> {
        let path = "\(root)/\(Self.manifest)"
        guard FileSystem.kind(path) == .file else { return [] }
        var files: Set<String> = []
        for line in String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n") {
            // The list lies in a folder that others can write to: a path that leads out of it is no path of ours.
            if let safe = SitePaths.normalised(String(line)), safe == line { files.insert(safe) }
        }
        return files
    }

    private func writeManifest(_ files: Set<String>) throws(HexaplaError) {
        try FileSystem.write(Array((files.sorted().joined(separator: "\n") + "\n").utf8), to: "\(root)/\(Self.manifest)")
    }
}
