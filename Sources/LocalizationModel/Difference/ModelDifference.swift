/// How the models of two states of a project differ.
public struct ModelDifference: Sendable {
    /// One of the two states.
    public struct Side: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case folder, revision
            case workingTree = "working-tree"
        }
        public let kind: Kind
        /// As the user named it.
        public let name: String
        /// 40 hexadecimal digits; nil for folders.
        public let commit: String?

        public init(kind: Kind, name: String, commit: String? = nil) {
            self.kind = kind
            self.name = name
            self.commit = commit
        }
    }

    public let old: Side
    public let new: Side
    public let sourceLocale: LocaleTag
    /// Locales that only the newer state has, ascending.
    public let addedLocales: [LocaleTag]
    public let removedLocales: [LocaleTag]
    /// Those that differ, by path.
    public let pages: [PageDifference]

    public init(
        old: Side, new: Side, sourceLocale: LocaleTag, addedLocales: [LocaleTag], removedLocales: [LocaleTag], pages: [PageDifference]
    ) {
        self.old = old
        self.new = new
        self.sourceLocale = sourceLocale
        self.addedLocales = addedLocales
        self.removedLocales = removedLocales
        self.pages = pages
    }

    public var isEmpty: Bool { pages.isEmpty && addedLocales.isEmpty && removedLocales.isEmpty }
}

/// How one page differs, in all languages.
public struct PageDifference: Sendable {
    /// Below the locale's folder, with `/`; where the page is gone, where it was.
    public let path: String
    /// Where the page was before it was renamed.
    public let oldPath: String?
    /// Locales that have the page only now; those that the project gained as a whole are left out where others had the page before.
    public let addedIn: [LocaleTag]
    /// Locales that have the page no more; those that the project lost as a whole are left out where others keep the page.
    public let removedIn: [LocaleTag]
    /// Locales that have the page in both states.
    public let keptIn: [LocaleTag]
    /// Front matter first, then in the order of the page.
    public let changes: [FactChange]

    public init(
        path: String, oldPath: String? = nil, addedIn: [LocaleTag] = [], removedIn: [LocaleTag] = [], keptIn: [LocaleTag], changes: [FactChange] = []
    ) {
        self.path = path
        self.oldPath = oldPath
        self.addedIn = addedIn
        self.removedIn = removedIn
        self.keptIn = keptIn
        self.changes = changes
    }

    public var isEmpty: Bool { oldPath == nil && addedIn.isEmpty && removedIn.isEmpty && changes.isEmpty }
}
