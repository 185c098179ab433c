import FileSystem
import LocalizationModel

/// A file that a user named for what a command prints.
public enum OutputFile {
    public static func exists(_ path: String) -> Bool { FileSystem.kind(path) != nil }

    /// Writes beside and renames.
    public static func write(_ bytes: [UInt8], to path: String) throws(HexaplaError) { try FileSystem.write(bytes, to: path) }

    /// Makes a folder that files are to be written into, where it is not there yet.
    public static func makeFolder(_ path: String) throws(HexaplaError) { try FileSystem.makeFolder(path) }

    /// Adds to a file that others write to as well, and makes it where there is none.
    /// - Parameter text: what to add, given the bytes that are left of `most`.
    public static func append(to path: String, most: Int, _ text: (Int) -> [UInt8]) throws(HexaplaError) {
        let present = FileSystem.kind(path, followingLinks: true) == nil ? [] : try FileSystem.read(path)
        try FileSystem.write(present + text(max(0, most - present.count)), to: path)
    }
}
