/// A file or folder directly in a tree. Symbolic links and submodules are none: neither is followed.
struct TreeEntry {
    enum Kind {
        case file, folder
    }

    let name: String
    let kind: Kind
    let id: ObjectID

    /// Git's modes: the kind of a file in the upper bits, as in `stat`.
    private static let kindMask: UInt32 = 0o170000
    private static let fileMode: UInt32 = 0o100000
    private static let folderMode: UInt32 = 0o040000

    /// Nil for what is neither file nor folder, and for a name that no checkout would make: trees can be written by hand.
    init?(name: UnsafePointer<CChar>, mode: UInt32, id: ObjectID) {
        guard let name = String(validatingCString: name), Self.isPlain(name) else { return nil }
        switch mode & Self.kindMask {
        case Self.fileMode: kind = .file
        case Self.folderMode: kind = .folder
        default: return nil
        }
        self.name = name
        self.id = id
    }

    /// False for names that lead elsewhere, that a terminal would obey, and for `.git`.
    private static func isPlain(_ name: String) -> Bool {
        guard !name.isEmpty, name != ".", name != "..", name.lowercased() != ".git" else { return false }
        return name.unicodeScalars.allSatisfy { $0 != "/" && $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
    }
}
