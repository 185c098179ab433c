import FileSystem
import HTMLReading
import LocalizationModel
import Synchronization

/// Reads a site as it lies on disk and says what a visitor would stumble over: links that lead to no file or no anchor, ids that stand twice,
/// elements that are not closed, and what a strict Content-Security-Policy blocks. It knows nothing of how the site was made.
///
/// Only the names of files and the links from page to page that have a fragment are kept in memory.
public struct SiteVerification: Sendable {
    /// One fault of one page.
    public struct Fault: Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        /// In bytes of UTF-8, from 1.
        public let column: Int
        public let message: String

        public var description: String { "\(file):\(line):\(column): \(message)" }
    }

    public struct Result: Sendable {
        /// By file, in the order of their names, and by place.
        public let faults: [Fault]
        public let pages: Int
        public let links: Int
    }

    private let root: String
    private let addresses: PublishedAddresses
    /// Pages by their paths below the root, sorted by bytes.
    private let pages: [String]

    /// - Parameter baseURL: the address under which the site is published; nil where absolute addresses are all of other sites.
    public init(_ root: String, baseURL: String?) throws(HexaplaError) {
        self.root = root
        guard FileSystem.kind(root, followingLinks: true) == .folder else {
            throw HexaplaError("no site at '\(root)'", remedy: "Name the folder that 'hexapla build' wrote")
        }
        var files: [String] = []
        try Self.walk(root, "", &files)
        addresses = PublishedAddresses(files, baseURL: baseURL)
        pages = files.filter { $0.utf8.suffix(5).elementsEqual(".html".utf8) || $0.utf8.suffix(4).elementsEqual(".htm".utf8) }
    }

    private static func walk(_ folder: String, _ prefix: String, _ files: inout [String]) throws(HexaplaError) {
        for entry in try FileSystem.entries(inFolder: folder) where !entry.name.utf8.starts(with: ".".utf8) {
            switch entry.kind {
            case .folder: try walk("\(folder)/\(entry.name)", prefix + entry.name + "/", &files)
            case .file: files.append(prefix + entry.name)
            case .other: continue
            }
        }
    }

    public func run(jobs: Int) throws(HexaplaError) -> Result {
        let read = try Parallel.map(pages.count, jobs: jobs) { (index) throws(HexaplaError) in try look(at: pages[index]) }
        var asked: [String: [(page: Int, request: Request)]] = [:]
        for (page, report) in read.enumerated() { for request in report.requests { asked[request.file, default: []].append((page, request)) } }
        let targets = asked.keys.sorted()
        let missing = try Parallel.map(targets.count, jobs: jobs) { [asked] (index) throws(HexaplaError) -> [(page: Int, request: Request)] in
            let target = PublishedPage(try FileSystem.read("\(root)/\(targets[index])"))
            return (asked[targets[index]] ?? []).filter { !target.offers($0.request.fragment) }
        }
        var faults = read.map(\.faults)
        for (page, request) in missing.joined() {
            let fragment = String(decoding: request.fragment, as: UTF8.self)
            faults[page].append(.init(file: pages[page], line: request.line, column: request.column, message: "no '#\(fragment)' on '\(request.file)'"))
        }
        let sorted = faults.flatMap { $0.sorted { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) } }
        return Result(faults: sorted, pages: pages.count, links: read.reduce(0) { $0 + $1.links })
    }

    // MARK: One page

    /// An anchor of another page.
    private struct Request: Sendable {
        let file: String
        let fragment: [UInt8]
        let line: Int
        let column: Int
    }

    private struct Report: Sendable {
        var faults: [Fault] = []
        var requests: [Request] = []
        var links = 0
    }

    private func look(at file: String) throws(HexaplaError) -> Report {
        let bytes = try FileSystem.read("\(root)/\(file)")
        let page = PublishedPage(bytes)
        var report = Report()
        var lines = LineCount(bytes)
        func fault(_ message: String, _ offset: Int) {
            let place = lines.place(offset)
            report.faults.append(Fault(file: file, line: place.line, column: place.column, message: message))
        }
        for (flaw, offset) in page.flaws.sorted(by: { $0.offset < $1.offset }) { fault(Self.message(flaw), offset) }
        lines = LineCount(bytes)
        for link in page.links {
            report.links += 1
            switch addresses.target(of: link.address, on: file) {
            case .elsewhere: if link.isFetched { fault("'\(link.address)' is fetched from another site", link.offset) }
            case .host: break
            case .script: fault("'\(link.address)' would run a script", link.offset)
            case .outside: fault("'\(link.address)' leads out of the site", link.offset)
            case .missing(let path): fault("'\(link.address)' leads nowhere: there is no '\(path)'", link.offset)
            case .file(let path, let fragment):
                guard let fragment, !fragment.isEmpty, path.utf8.suffix(5).elementsEqual(".html".utf8) else { continue }
                if path == file {
                    if !page.offers(fragment) { fault("no '#\(String(decoding: fragment, as: UTF8.self))' on this page", link.offset) }
                } else {
                    let place = lines.place(link.offset)
                    report.requests.append(Request(file: path, fragment: fragment, line: place.line, column: place.column))
                }
            }
        }
        return report
    }

    private static func message(_ flaw: PublishedPage.Flaw) -> String {
        switch flaw {
        case .duplicateID(let id): "id '\(id)' stands twice on this page"
        case .invalidID(let id): "'\(id)' is no id: it is empty or has white space"
        case .endTag(let name): "</\(name)> ends nothing"
        case .unclosed(let name): "<\(name)> is not closed in its place"
        case .inParagraph(let name): "<\(name)> cannot stand in a paragraph"
        case .blocked(let what): "\(what) is blocked by a strict Content-Security-Policy"
        }
    }
}

/// Lines and columns of ascending offsets, found in one walk.
private struct LineCount {
    private let bytes: [UInt8]
    private var (line, start, position) = (1, 0, 0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func place(_ offset: Int) -> (line: Int, column: Int) {
        while position < min(offset, bytes.count) {
            if bytes[position] == 0x0A {
                line += 1
                start = position + 1
            }
            position += 1
        }
        return (line, offset - start + 1)
    }
}
