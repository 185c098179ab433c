import FileSystem
import LocalizationModel

/// A file that a user named for what a command prints.
public enum OutputFile {
    /// Writes beside and renames; makes the folders above it.
    public static func write(_ bytes: [UInt8], to path: String) throws(HexaplaError) { try FileSystem.write(bytes, to: path) }
}
