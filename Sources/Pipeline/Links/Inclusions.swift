import LocalizationModel

/// What pages include, and where that goes round in circles.
struct Inclusions {
    private let lookup: GroupLookup

    init(_ lookup: GroupLookup) { self.lookup = lookup }

    /// Fragments may include fragments this deep.
    static let deepest = 8

    /// The file that an inclusion names, below the locale's root; nil where it leads out of that.
    static func path(_ destination: String, from file: String) -> String? {
        SitePaths.normalised(SitePaths.folder(file) + SitePaths.decoded(destination))
    }

    /// The way from a page through what it includes back to itself, its own name at both ends; or the way down to what is nested too deep to be
    /// included. Nil where there is neither.
    func circle(from path: String, in locale: LocaleTag) -> [String]? {
        var finished: Set<String> = []
        return way(on: [path], locale, &finished)
    }

    private func way(on way: [String], _ locale: LocaleTag, _ finished: inout Set<String>) -> [String]? {
        guard let last = way.last else { return nil }
        for next in lookup.inclusions(of: last, in: locale) {
            if next == way[0] { return way + [next] }
            if way.count > Self.deepest { return way + [next] }
            // A circle that the page is no part of is told where it is.
            guard !way.contains(next), !finished.contains("\(way.count) \(next)") else { continue }
            if let found = self.way(on: way + [next], locale, &finished) { return found }
            finished.insert("\(way.count) \(next)")
        }
        return nil
    }
}
