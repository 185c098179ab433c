/// An old address of the site and what took its place.
struct Redirect: Hashable, Sendable {
    /// The file that is written, from the site's root.
    let file: String
    /// The address as it was asked for, from the site's root, without a slash at its start.
    let address: String
    /// The file of the site that it leads to.
    let target: String
    /// With its `#`; empty for none.
    let anchor: String
    /// The page that it leads to, as in the content; nil for another file.
    let page: String?
    /// The locale whose words the page at the old address speaks.
    let locale: String
}
