import HTMLReading
import LocaleData
import LocalizationModel
import Reporting
import Search

/// A page as readers search it: a file with its text, from which the client cuts what it shows of a result, and the terms by which the page is
/// found.
struct SearchPage {
    /// Below the locale's folder, percent-encoded.
    let address: String
    let title: String
    /// The title of the page's folder; nil at the root.
    let folder: String?
    /// The language of the text where it is not the locale's own.
    let language: LocaleTag?
    private let text: PublishedText

    /// - Parameter body: the page's text as HTML.
    init(address: String, title: String, folder: String?, language: LocaleTag?, body: [UInt8]) {
        self.address = address
        self.title = title
        self.folder = folder
        self.language = language
        text = PublishedText(html: body)
    }

    static func file(_ locale: LocaleTag, _ html: String) -> String { "\(SiteSearch.folder(locale))/pages/\(html).js" }

    /// Terms of a page, for `SearchIndex`.
    var terms: [UInt8] {
        var terms = PageTerms(SearchFold(folded: LetterFolding.folded, composed: LetterFolding.composed))
        terms.add(Array(title.utf8), in: .title)
        for (place, section) in text.sections.enumerated() {
            terms.add(section.heading, in: place == 0 ? .title : .heading)
            terms.add(section.text, in: .body)
        }
        return terms.record
    }

    /// In bytes: of a longer page a result shows its beginning.
    private static let longestText = 20_000

    /// `hexaplaSearch.page("…", {…})`: a script, because a page from disk can read nothing else.
    var script: [UInt8] {
        var room = Self.longestText
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("title", title)
            if let folder { writer.member("folder", folder) }
            if let language { writer.member("lang", language.description) }
            writer.key("sections")
            writer.array(text.sections) { writer, section in
                let words = Self.beginning(section.text, room)
                room -= words.count
                writer.array([section.id[...], section.heading[...], words]) { $0.string(String(decoding: $1, as: UTF8.self)) }
            }
            writer.member("whole", room > 0)
        }
        return SiteSearch.call("page", address, writer.bytes)
    }

    private static func beginning(_ text: [UInt8], _ room: Int) -> ArraySlice<UInt8> {
        guard text.count > room else { return text[...] }
        var end = max(0, room)
        while end > 0, text[end].isContinuation { end -= 1 }
        return text[..<end]
    }
}
