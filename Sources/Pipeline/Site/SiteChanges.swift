import FileSystem
import Images
import LocalizationModel

/// What of a site has to be made anew.
struct SiteChanges: Sendable {
    /// By group, in the order of the tree: what is known of a group that stays as it is, nil for one to be made.
    let groups: [KnownProject.Group?]
    /// What is known of files that belong to no group.
    let siteFiles: [String: KnownProject.SiteFile]
    /// Of the pages there are and their titles.
    let outline: UInt64
    /// False where pages came or went, or titles changed, since the site was written.
    let isSameOutline: Bool
    /// False where the report was written beside another baseline.
    let isSameBaseline: Bool
    /// False where addresses of old led somewhere else.
    let isSameRedirects: Bool
    private let output: OutputFolder
    private let plan: SitePlan

    /// - Parameters:
    ///   - redirects: `Redirects.digest` of today.
    ///   - assets: what is copied, images among it.
    ///   - history: where the days of pages come from; nil where it is not asked.
    init(
        _ scan: ProjectScan, known: KnownProject, output: OutputFolder, plan: SitePlan, sections: [Project.Section], baseline: SiteBaseline,
        redirects: UInt64, assets: [SiteFiles.Asset], history: SourceHistory?, jobs: Int
    ) throws(HexaplaError) {
        let isSame = known.output == output.name
        let digest = Self.outline(scan)
        let isSameOutline = isSame && digest == known.outline
        let outline = isSame && !isSameOutline ? SiteOutline(scan, sections: sections) : nil
        let fragments = Self.fragments(scan)
        let images = Self.images(assets, known.siteFiles)
        self.outline = digest
        isSameBaseline = known.baseline == baseline.digest
        isSameRedirects = known.redirects == redirects
        self.isSameOutline = isSameOutline
        self.output = output
        self.plan = plan
        // What is made depends on the environment, what is copied does not.
        let isSameEnvironment = scan.environment.digest == known.environment.digest
        siteFiles = isSame ? known.siteFiles.filter { isSameEnvironment || $0.value.source != nil } : [:]
        let isSameDates = known.dated == history?.key ?? ""
        groups = try Parallel.map(scan.groups.count, jobs: jobs) { [isSameBaseline] (index) throws(HexaplaError) -> KnownProject.Group? in
            let scanned = scan.groups[index]
            guard isSame, scanned.isSame, let known = scanned.known, let site = known.site else { return nil }
            let group = scan.tree.groups[index]
            if !isSameBaseline, site.baseline != baseline.digest(of: group.path) { return nil }
            if !isSameDates, try history?.datesDigest(of: group) ?? 0 != site.dates { return nil }
            if let outline, site.place != outline.digest(of: group.path, in: scan.tree.locales) { return nil }
            guard site.reads.fragments.allSatisfy({ fragments[$0.key] ?? 0 == $0.value }) else { return nil }
            guard images.isEmpty || site.reads.images.allSatisfy({ images[$0.key] ?? $0.value == $0.value }) else { return nil }
            let files = plan.files(of: group)
            guard files.count == site.outputs.count, zip(files, site.outputs).allSatisfy({ $1 == nil || output.stamp($0.file) == $1 }) else { return nil }
            return known.with(files: scanned.files, history: scanned.history)
        }
    }

    private static func outline(_ scan: ProjectScan) -> UInt64 {
        var writer = ByteWriter()
        for (group, scanned) in zip(scan.tree.groups, scan.groups) {
            writer.text(group.path)
            writer.list(scanned.files) { writer, file in
                writer.text(file.locale.description)
                writer.text(file.title ?? "")
            }
        }
        return Digest.fast(writer.bytes)
    }

    /// The sizes of images whose files are not the last build's: those that the last build's pages show may be others now.
    private static func images(_ assets: [SiteFiles.Asset], _ known: [String: KnownProject.SiteFile]) -> [UInt64: UInt64] {
        var sizes: [UInt64: UInt64] = [:]
        for asset in assets {
            guard let before = known[asset.file]?.source, before != FileSystem.stamp(asset.from) else { continue }
            sizes[Digest.fast(asset.file)] = SiteReads.number(ImageFile.size(asset.from))
        }
        return sizes
    }

    /// What pages find today that include what the last build's pages included.
    private static func fragments(_ scan: ProjectScan) -> [UInt64: UInt64] {
        let asked = scan.groups.reduce(into: Set<UInt64>()) { asked, group in
            if let reads = group.known?.site?.reads, !reads.fragments.isEmpty { asked.formUnion(reads.fragments.keys) }
        }
        guard !asked.isEmpty else { return [:] }
        var texts: [UInt64: UInt64] = [:]
        for (group, scanned) in zip(scan.tree.groups, scan.groups) {
            for locale in scan.tree.locales where asked.contains(SiteReads.key(group.path, locale)) {
                let found = group.file(for: locale, source: scan.tree.sourceLocale)?.locale
                texts[SiteReads.key(group.path, locale)] = SiteReads.text(found, scanned.files.first { $0.locale == found }?.digest)
            }
        }
        return texts
    }

    /// True where the list of the site's files is the last build's.
    var hasManifest: Bool { siteFiles[OutputFolder.manifest].map { output.stamp(OutputFolder.manifest) == $0.stamp } ?? false }

    /// True where a page has to be made, or a file that tells of the whole site, or one is to be copied.
    func isAny(assets: [SiteFiles.Asset]) -> Bool {
        if !isSameOutline || !isSameBaseline || !isSameRedirects || groups.contains(where: { $0 == nil }) { return true }
        let made = plan.indices.map(\.file) + plan.searchDirectories + [OutputFolder.manifest]
        // How many buckets a search has follows from its pages.
        let buckets = siteFiles.keys.count { SiteSearch.isIndex($0) } - plan.searchDirectories.count
        guard siteFiles.count == assets.count + made.count + buckets, made.allSatisfy({ siteFiles[$0] != nil }),
            siteFiles.allSatisfy({ output.stamp($0.key) == $0.value.stamp })
        else { return true }
        return !assets.allSatisfy { asset in siteFiles[asset.file]?.source == FileSystem.stamp(asset.from) }
    }
}
