import LocalizationModel
import TestSupport

@testable import Highlighting

/// The languages that Hexapla ships.
enum Shipped {
    static let folder = "\(Repository.root)/templates/syntax"
    static let highlighter = Result { () throws in try Highlighter(folders: [folder]) }

    /// The languages by their files' names.
    static func languages() throws -> [String] {
        try Repository.files(folder, ending: ".yml").map { String($0.dropFirst(folder.count + 1).dropLast(".yml".count)) }
    }

    static func html(_ code: [UInt8], _ language: String) throws -> [UInt8]? {
        try code.withUnsafeBufferPointer { try highlighter.get().html($0, language: language)?.html }
    }

    /// Pieces with a class in brackets, to be read easily: `[keyword let] x`.
    static func marked(_ code: String, _ language: String) throws -> String {
        var text = String(decoding: try html(Array(code.utf8), language) ?? Array("not known".utf8), as: UTF8.self)
        for kind in TokenClass.allCases { text = text.replacing("<span class=\"hl-\(kind.rawValue)\">", with: "[\(kind.rawValue) ") }
        return plain(text.replacing("</span>", with: "]"))
    }

    static func plain(_ html: String) -> String {
        html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
