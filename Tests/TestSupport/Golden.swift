import FileSystem
import Glibc
import LocalizationModel
import Testing

/// Compares an output with the file that holds what it should be.
public enum Golden {
    /// `UPDATE_GOLDEN=1` writes the file and fails, so that no run passes on outputs nobody read.
    public static func expect(_ actual: [UInt8], _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if try rewrite(actual, "Tests/Golden/\(path)", sourceLocation: sourceLocation) { return }
        let expected = try FileSystem.read("\(Repository.root)/Tests/Golden/\(path)")
        #expect(String(decoding: actual, as: UTF8.self) == String(decoding: expected, as: UTF8.self), sourceLocation: sourceLocation)
    }

    /// Where `UPDATE_GOLDEN=1` is set, writes the file at a path below the package's root, fails and returns true.
    public static func rewrite(_ actual: @autoclosure () throws -> [UInt8], _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
        guard getenv("UPDATE_GOLDEN") != nil else { return false }
        let file = "\(Repository.root)/\(path)"
        try FileSystem.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
        try FileSystem.write(actual(), to: file)
        Issue.record("wrote \(path): read it, then run again without UPDATE_GOLDEN", sourceLocation: sourceLocation)
        return true
    }
}
