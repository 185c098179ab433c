import FileSystem
import Glibc
import LocalizationModel
import TestSupport

@testable import Pipeline

/// A small project with its own locale files and templates, to which anything may happen that happens to projects.
final class RandomProject {
    let place: Workplace
    private var random: SeededGenerator
    /// Every page and fragment below `content`.
    private var pages: [String] = []
    private var title = "Docs"
    private var count = 0

    private static let locales = ["en-US", "de-DE", "ja-JP"]
    private static let names = ["index.md", "guide/levels.md", "guide/fees.md", "guide/index.md", "deep/er/page.md", "includes/note.md", "lost.md"]

    init(seed: UInt64) throws {
        place = try Workplace()
        random = SeededGenerator(seed)
        for folder in ["locales", "templates"] { try copy("\(Repository.root)/\(folder)", folder) }
        try configure()
        for name in Self.names { for locale in Self.locales where locale != "ja-JP" || name.hasPrefix("guide") { try write("\(locale)/\(name)") } }
        try place.write("<svg/>", "content/en-US/images/a.svg")
        try place.write("<svg/>", "content/de-DE/guide/images/b.svg")
    }

    private func copy(_ from: String, _ to: String) throws {
        for path in try Repository.files(from, ending: "") {
            try place.write(String(decoding: FileSystem.read(path), as: UTF8.self), to + path.dropFirst(from.count))
        }
    }

    private func configure() throws {
        let sections = Bool.random(using: &random) ? "sections:\n  guide: {en-US: The guide, de-DE: Der Leitfaden}\n" : ""
        let address =
            Int.random(in: 0..<4, using: &random) > 0 ? "base-url: https://example.org/d\(count)\nedit-url: https://example.org/{locale}/{path}\n" : ""
        try place.write("content: content\noutput: site\ntitle: \(title)\nredirects: redirects.yml\n\(address)\(sections)", "hexapla.yml")
        try redirect()
    }

    /// Old addresses, some of which are pages by now, or lead to pages that are gone.
    private func redirect() throws {
        let targets = Self.names + pages.map { String($0.split(separator: "/", maxSplits: 1).last ?? "") }
        let rules = Set((0..<4).map { _ in ["old/a", "old/b.html", "guide/fees", "lost.html", "new-7"].randomElement(using: &random) ?? "c" })
        try place.write(rules.sorted().map { "\($0): \(targets.randomElement(using: &random) ?? "")\n" }.joined(), "redirects.yml")
    }

    /// A page that links, includes and states something.
    private func write(_ page: String) throws {
        count += 1
        if !pages.contains(page) { pages.append(page) }
        let target = Self.names.randomElement(using: &random) ?? ""
        let number = Int.random(in: 1...9, using: &random) * 1000
        let facts = [
            "title: Title \(count)", "lastmod: 2020-01-0\(Int.random(in: 1...9, using: &random))", "robots: noindex", "description: Of \(number / 1000)",
            "image: images/a.svg",
        ].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let title = facts.isEmpty ? "" : "---\n\(facts.joined(separator: "\n"))\n---\n"
        let links = (0..<3).map { _ in "[link](\(destination(page)))" }.joined(separator: ", ")
        let anchor = ["## Fees", "## Users {#u}", "## <a name=\"users\"></a>Users", "## 料金", ""].randomElement(using: &random) ?? ""
        try place.write(
            "\(title)# Heading of \(page.split(separator: "/").last ?? "")\n\nThe fee is \(number) euros. Read [more](../\(target)) or [this](\(target)#a).\n\n[!INCLUDE [n](../includes/note.md)]\n\n[!INCLUDE [n](includes/note.md)]\n\n- At least **\(number)** users\n- One contact\n\n![Picture](images/a.svg)\n\n\(anchor)\n\nSee \(links), ![Picture](../images/b.svg).\n\n\(sentence(page))\n",
            "content/" + page)
    }

    /// The same on all source pages, in several wordings on translated ones.
    private func sentence(_ page: String) -> String {
        let german = [
            "Jeder Partner muss das jährliche Formular im Mai an das Büro senden.",
            "Alle Teilnehmer reichen ihren Vordruck bis Ende Mai bei der Geschäftsstelle ein.",
            "Das Formblatt ist von den Firmen einmal im Jahr, nämlich im Mai, abzugeben.",
        ]
        let japanese = ["各パートナーは毎年 5 月に書類を事務所に送る必要があります。", "参加企業は五月中に年次フォームをオフィスへ提出してください。"]
        if page.hasPrefix("de-DE") { return german.randomElement(using: &random) ?? "" }
        if page.hasPrefix("ja-JP") { return japanese.randomElement(using: &random) ?? "" }
        return "Every partner has to send the annual form to the office in May."
    }

    /// Something that a page might link to, in one of the ways in which pages do.
    private func destination(_ page: String) -> String {
        let all = Self.names + pages.map { String($0.split(separator: "/", maxSplits: 1).last ?? "") } + ["guide", "images/a.svg", "guide/images/b.svg"]
        let target = all.randomElement(using: &random) ?? ""
        let up = String(repeating: "../", count: page.split(separator: "/").count - 2)
        let anchor = ["", "#fees", "#users", "#u", "#料金"].randomElement(using: &random) ?? ""
        return switch Int.random(in: 0..<5, using: &random) {
        case 0: "\(up)\(target.hasSuffix(".md") ? String(target.dropLast(3)) : target)\(anchor)"
        case 1: "/\(Self.locales.randomElement(using: &random)?.lowercased() ?? "")/\(target)\(anchor)"
        case 2: "/\(target)\(anchor)"
        case 3: anchor.isEmpty ? "#fees" : anchor
        default: "\(up)\(target)\(anchor)"
        }
    }

    /// Does some things to the project; returns what.
    func changes() throws -> [String] {
        var changes: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) { changes.append(try change()) }
        return changes
    }

    private func change() throws -> String {
        let page = pages.randomElement(using: &random) ?? "en-US/index.md"
        let file = "\(place.root)/content/\(page)"
        switch Int.random(in: 0..<18, using: &random) {
        case 17:
            try redirect()
            return "redirects"
        case 0, 1, 2:
            try write(page)
            return "edit \(page)"
        case 3:
            let name =
                ["new-\(count).md", "guide/new-\(count).md", "other/new-\(count).md", "guide/FEES.md", "guide/fees.markdown"].randomElement(using: &random)
                ?? "a.md"
            try write("\(Self.locales.randomElement(using: &random) ?? "en-US")/\(name)")
            return "add \(name)"
        case 4:
            FileSystem.remove(file)
            pages.removeAll { $0 == page }
            return "remove \(page)"
        case 5:
            count += 1
            let name = page.dropLast(3) + "-\(count).md"
            try FileSystem.move(file, to: "\(place.root)/content/\(name)")
            pages.removeAll { $0 == page }
            pages.append(String(name))
            return "rename \(page)"
        case 6:
            // The same bytes, another time.
            try FileSystem.writeInPlace(try FileSystem.read(file), to: file)
            return "touch \(page)"
        case 7:
            // Another text of the same length, perhaps within the same tick of the clock.
            let text = try place.read("content/\(page)").replacing("000", with: "500")
            try FileSystem.writeInPlace(Array(text.utf8), to: file)
            return "edit \(page) in place"
        case 8:
            try append("# \(count)\n", "locales/de-DE.yml")
            return "locale file"
        case 9:
            try append("<!-- \(count) -->\n", "templates/page.mustache")
            return "template"
        case 10:
            title = "Docs \(count)"
            try configure()
            return "configuration"
        case 11:
            count += 1
            let size = Int.random(in: 1...2, using: &random) * 100
            let image = ["images/a.svg", "guide/images/a.svg", "guide/images/b.svg"].randomElement(using: &random) ?? ""
            let path = "content/\(Self.locales.randomElement(using: &random) ?? "en-US")/\(image)"
            try place.write("<svg width=\"\(size)\" height=\"100\"><!-- \(count) --></svg>", path)
            return "image \(path)"
        case 15:
            let image = ["images/a.svg", "guide/images/b.svg", "images/b.svg"].randomElement(using: &random) ?? ""
            let path = "content/\(Self.locales.randomElement(using: &random) ?? "en-US")/\(image)"
            if place.has(path) { FileSystem.remove("\(place.root)/\(path)") } else { try place.write("<svg/>", path) }
            return "toggle \(path)"
        case 12:
            let made = try Repository.files("\(place.root)/site", ending: "")
            guard let victim = made.randomElement(using: &random) else { return "nothing" }
            FileSystem.remove(victim)
            return "lose \(victim.dropFirst(place.root.count))"
        case 13:
            let made = try Repository.files("\(place.root)/site", ending: ".html")
            guard let victim = made.randomElement(using: &random) else { return "nothing" }
            try FileSystem.writeInPlace(Array("damaged".utf8), to: victim)
            return "damage \(victim.dropFirst(place.root.count))"
        default:
            try check()
            return "check"
        }
    }

    private func append(_ text: String, _ path: String) throws {
        count += 1
        try FileSystem.writeInPlace(Array((try place.read(path) + text).utf8), to: "\(place.root)/\(path)")
    }

    private var cache: CacheFolder { CacheFolder("\(place.root)/cache") }

    private func project() throws -> (Project, DataFolders) {
        (try Project(configuration: "\(place.root)/hexapla.yml"), try DataFolders(project: place.root, explicit: nil))
    }

    @discardableResult
    func check(withCache: Bool = true) throws -> [String] {
        let (project, data) = try project()
        let check = ProjectCheck(project: project, data: data, cache: withCache ? cache : nil)
        return try check.findings(in: try ContentTree(project), jobs: 2) { _, findings in
            findings.map { "\($0.identity) \($0.severity) \($0.message) \($0.target?.line ?? 0)" }
        }.kept.flatMap { $0 }
    }

    /// The files of the site that was built in steps, and of one that is built from nothing.
    func build() throws -> (inSteps: [String: [UInt8]], clean: [String: [UInt8]]) {
        var (project, data) = try project()
        _ = try SiteBuilder(project: project, data: data, cache: cache, version: "test").build(jobs: 2)
        project.output = "\(place.root)/clean-\(count)"
        count += 1
        _ = try SiteBuilder(project: project, data: data, cache: nil, version: "test").build(jobs: 2)
        let clean = try place.files("clean-\(count - 1)")
        return (try renamed(place.files("site"), "/site"), renamed(clean, "/clean-\(count - 1)"))
    }

    private func renamed(_ files: [String: [UInt8]], _ folder: String) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst(folder.count)), $0.value) })
    }
}
