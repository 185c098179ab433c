import FileSystem
import LocalizationModel

/// A file that a user named for what a command prints.
public enum OutputFile {
    public static func exists(_ path: String) -> Bool { FileSystem.kind(path) != nil }

    /// Writes beside and renames.
    public static func write(_ bytes: [UInt8], to path: String) throws(HexaplaError) { try FileSystem.write(bytes, to: path) }
}
