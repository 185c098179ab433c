import Glibc

/// What tells that a file is still the one that was read, without reading it.
public struct FileStamp: Hashable, Sendable {
    /// In bytes.
    public let size: Int64
    /// The time of the last change of its content, in nanoseconds since 1970.
    public let modified: Int64

    public init(size: Int64, modified: Int64) {
        self.size = size
        self.modified = modified
    }

    /// What no file on disk has.
    public static let none = FileStamp(size: -1, modified: 0)

    init(_ status: stat) {
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    }

    /// The stamp to remember of a file that was read after `moment`. One that had only just changed could change again without its stamp
    /// telling so: its stamp is replaced by one that no file has. (Git calls such entries racy.)
    public func settled(asOf moment: Int64) -> FileStamp {
        // File systems without fractions of a second count in steps of one or two.
        let step: Int64 = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return moment - modified > step ? self : .none
    }

    /// The clock that files are stamped with, in nanoseconds since 1970: as coarse as the kernel's own.
    public static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
