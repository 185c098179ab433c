import LocalizationModel

/// Turns the rules of a file into redirects, one for each locale that a rule speaks of.
struct RedirectCheck {
    private(set) var redirects: [Redirect] = []
    private(set) var problems: [HexaplaError] = []
    private let file: RedirectFile
    private let inventory: SiteInventory
    /// Files that tell of many pages.
    private let indices: Set<String>
    private var waiting: [Old] = []
    /// By the file of the old address: its place in `waiting`.
    private var places: [String: Int] = [:]
    /// By their places in the file.
    private var reported: Set<Int> = []

    /// An old address in one locale.
    private struct Old {
        let rule: RedirectFile.Rule
        let locale: LocaleTag
        let file: String
        let address: String
    }

    init(_ file: RedirectFile, _ tree: ContentTree, address: SiteAddress?) {
        self.file = file
        inventory = SiteInventory(tree)
        indices = Set(SitePlan(tree, address: address).indices.map(\.file))
    }

    /// A rule for all locales is reported once.
    private mutating func report(_ message: String, _ rule: RedirectFile.Rule, atTarget: Bool = false, _ remedy: String) {
        guard reported.insert(rule.place.span.lower).inserted else { return }
        problems.append(file.file.fault(message, at: atTarget ? rule.targetPlace : rule.place, remedy: remedy))
    }

    // MARK: Old addresses

    mutating func add(_ rule: RedirectFile.Rule) {
        guard let path = Self.path(rule.from) else {
            return report("'\(rule.from)' is no address inside the site", rule, "Write a path as it was below the locale's folder, without query and anchor")
        }
        if rule.from.hasPrefix("/") {
            let (top, _) = Self.divided(path)
            let locale = inventory.locale(named: top) ?? rule.locale ?? inventory.tree.sourceLocale
            return add(path, rule, locale)
        }
        if let locale = rule.locale, !inventory.tree.locales.contains(locale) {
            return report("the site has no locale \(locale)", rule, "Name one of \(inventory.tree.locales.map(\.description).joined(separator: ", "))")
        }
        for locale in rule.locale.map({ [$0] }) ?? inventory.tree.locales { add("\(locale.lowercased)/\(path)", rule, locale) }
    }

    private mutating func add(_ path: String, _ rule: RedirectFile.Rule, _ locale: LocaleTag) {
        let file = Self.file(path)
        if let known = places[file] {
            // What is said of one locale counts for more than what is said of all.
            if waiting[known].rule.locale == nil || rule.locale != nil { report("'\(rule.from)' is given twice", rule, "Keep one of the two") }
            return
        }
        if isTaken(path, file) {
            // A rule for all locales speaks of those that lack the page.
            if rule.locale != nil || !isTakenInSome(rule) {
                report("'\(rule.from)' is a page or a file of the site", rule, "Take the redirect out, or the page")
            }
            return
        }
        places[file] = waiting.count
        waiting.append(Old(rule: rule, locale: locale, file: file, address: path))
    }

    private func isTakenInSome(_ rule: RedirectFile.Rule) -> Bool {
        guard let path = Self.path(rule.from), !rule.from.hasPrefix("/") else { return false }
        return inventory.tree.locales.contains { !isTaken("\($0.lowercased)/\(path)", Self.file("\($0.lowercased)/\(path)")) }
    }

    /// Longer paths are no addresses that anybody kept, and no names of files (255 bytes a part).
    private static let longest = (path: 1_000, part: 240)

    /// An old address as a path, without a slash at its start; nil where it leads out of the site or can be no file.
    private static func path(_ from: String) -> String? {
        let address = LinkResolver.Address(from)
        guard address.scheme == nil, address.rest.isEmpty, !address.path.hasPrefix("//"), let path = SitePaths.normalised(address.path), !path.isEmpty,
            path.utf8.count <= longest.path, path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
            path.split(separator: "/").allSatisfy({ $0.utf8.count <= longest.part && $0.utf8.first != UInt8(ascii: ".") })
        else { return nil }
        return path
    }

    /// The file that answers for an address: a page's own, or that of a folder.
    private static func file(_ path: String) -> String {
        if LinkResolver.isMarkdown(path) { return SitePaths.html(path) }
        return path.hasSuffix(".html") || path.hasSuffix(".htm") ? path : path + "/index.html"
    }

    private static func divided(_ path: String) -> (top: String, below: String) {
        guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (path, "") }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// True where the site has something at an address, or a file where the way to it needs a folder.
    private func isTaken(_ path: String, _ file: String) -> Bool {
        let (top, below) = Self.divided(path)
        if SitePlan.ownFolders.contains(top) || indices.contains(file) { return true }
        if let locale = inventory.locale(named: top) {
            if below.isEmpty { return true }
            if case .page = place(below, locale) { return true }
            if isFile(Self.divided(file).below, locale) || inventory.kind(Self.divided(file).below, in: locale) == .folder { return true }
        }
        var folder = SitePaths.folder(file)
        while !folder.isEmpty {
            let name = String(folder.dropLast())
            if indices.contains(name) || inventory.locale(named: Self.divided(name).top).map({ isFile(Self.divided(name).below, $0) }) ?? false { return true }
            folder = SitePaths.folder(name)
        }
        return false
    }

    /// True for a page's or another file of the site below a locale's folder.
    private func isFile(_ path: String, _ locale: LocaleTag) -> Bool {
        if inventory.kind(path, in: locale) == .file { return true }
        guard path.hasSuffix(".html") else { return false }
        let stem = path.dropLast(5)
        return inventory.kind("\(stem).md", in: locale) == .page || inventory.kind("\(stem).markdown", in: locale) == .page
    }

    private func place(_ path: String, _ locale: LocaleTag) -> LinkResolver.Place {
        LinkResolver(inventory: inventory, reads: LinkReadsRecorder(), locale: locale, file: "").place(LinkResolver.Address(path))
    }

    // MARK: New addresses

    /// Follows each old address to its end.
    mutating func resolve() {
        // An old address may not be a folder on the way to another.
        let taken = Set(places.keys)
        var missing: [Int: [LocaleTag]] = [:]
        var found: Set<Int> = []
        for old in waiting {
            let key = old.rule.place.span.lower
            var folder = SitePaths.folder(old.file)
            while !folder.isEmpty, !taken.contains(String(folder.dropLast())) { folder = SitePaths.folder(String(folder.dropLast())) }
            guard folder.isEmpty else {
                report("'\(old.rule.from)' lies below another old address", old.rule, "Take one of the two out")
                continue
            }
            switch target(of: old) {
            case .success(let redirect):
                if let redirect {
                    redirects.append(redirect)
                    found.insert(key)
                } else {
                    missing[key, default: []].append(old.locale)
                }
            case .failure(let error): if reported.insert(key).inserted { problems.append(error) }
            }
        }
        for rule in file.rules {
            let key = rule.place.span.lower
            guard missing[key] != nil, !found.contains(key) else { continue }
            report("there is no page '\(rule.to)'", rule, atTarget: true, "Name a page or a file of the site, as in 'guide/fees.md'")
        }
        redirects.sort { $0.file < $1.file }
    }

    /// Old addresses that may lead to each other in a row.
    private static let longestWay = 16

    /// Nil where the locale has no such page.
    private func target(of old: Old) -> Result<Redirect?, HexaplaError> {
        var (step, passed): (Old, Set<String>) = (old, [old.file])
        while true {
            let address = LinkResolver.Address(step.rule.to)
            let isOutside = address.scheme != nil || address.path.hasPrefix("//") || address.rest.hasPrefix("?") || address.path.isEmpty
            guard !isOutside, let path = SitePaths.normalised(address.path) else {
                return .failure(
                    file.file.fault(
                        "'\(step.rule.to)' leads out of the site", at: step.rule.targetPlace, remedy: "Name a page of the site, as in 'guide/fees.md'"))
            }
            let isFromRoot = address.path.hasPrefix("/")
            let (top, below) = Self.divided(path)
            let named = isFromRoot ? inventory.locale(named: top) : nil
            let (inside, locale) = named.map { (below, $0) } ?? (path, step.locale)
            switch place(inside.isEmpty ? SiteOutline.index : inside, locale) {
            case .page(let page, let other):
                return .success(redirect(old, "\(other.lowercased)/\(SitePaths.html(page))", address, page: page, other))
            case .file(let path, let other) where inventory.kind(path, in: other) == .file:
                return .success(redirect(old, "\(other.lowercased)/\(path)", address, page: nil, other))
            default: break
            }
            // Another old address, perhaps.
            let next = Self.file(isFromRoot && named == nil ? path : "\(locale.lowercased)/\(inside)")
            guard let place = places[next] else { return .success(nil) }
            step = waiting[place]
            guard passed.insert(next).inserted, passed.count <= Self.longestWay else {
                return .failure(file.file.fault("'\(old.rule.from)' leads round in a circle", at: old.rule.place, remedy: "Name a page of the site at its end"))
            }
        }
    }

    private func redirect(_ old: Old, _ target: String, _ address: LinkResolver.Address, page: String?, _ locale: LocaleTag) -> Redirect {
        Redirect(
            file: old.file, address: old.address, target: target, anchor: String(address.rest), page: page, locale: locale.description)
    }
}
