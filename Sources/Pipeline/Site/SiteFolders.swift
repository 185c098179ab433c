/// The groups of a site by folder. A site that is large shows its folders first, and the pages of each apart.
struct SiteFolders {
    /// In the order of the paths; a folder with a slash at its end, empty at the root.
    private(set) var folders: [(folder: String, groups: [GroupSummary])] = []

    /// A site with more pages than this is shown by folders: one table of them all would weigh more than a browser bears.
    private static let mostRows = 400

    static func isLarge(_ groups: Int) -> Bool { groups > mostRows }

    init(_ groups: [GroupSummary]) {
        var places: [String: Int] = [:]
        for group in groups {
            let folder = SitePaths.folder(group.path)
            if let place = places[folder] {
                folders[place].groups.append(group)
            } else {
                places[folder] = folders.count
                folders.append((folder, [group]))
            }
        }
    }
}
