import LocalizationModel

/// What the pages of a group demand, merged and language by language.
struct GroupRequirements: Sendable {
    let pages: [LocaleTag: PageRequirements]
    let sections: [RequirementSection]
}

/// What one page demands, in its own language.
struct PageRequirements: Sendable {
    let read: ReadPage
    let sections: [RequirementSection]

    var page: Page { read.page }
}
