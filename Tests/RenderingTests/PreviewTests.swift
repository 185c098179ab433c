import Foundation
import Rendering
import Testing

/// Writes the sample pages to the folder `HEXAPLA_PREVIEW`, to be looked at in a browser.
@Suite struct PreviewTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["HEXAPLA_PREVIEW"] != nil)) func writePreview() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["HEXAPLA_PREVIEW"])
        let renderer = try Repository.renderer()
        func write(_ path: String, _ bytes: [UInt8]) throws {
            let url = URL(filePath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        for name in try Repository.assets(ending: ".css") + Repository.assets(ending: ".js") {
            try write("assets/\(name)", Array(try Data(contentsOf: URL(filePath: "\(Repository.templates)/assets/\(name)"))))
        }
        var entries: [LanguageChooserView.Entry] = []
        for locale in Repository.locales {
            let mark = locale == "ja-JP" ? StateMark(.partial, percent: 64) : StateMark(.translated, percent: 100)
            entries.append(
                .init(
                    tag: locale, nativeName: Repository.nativeNames[locale] ?? locale, href: "\(locale.lowercased())/competencies/analytics.html", mark: mark,
                    strings: try Repository.interface(locale)))
            try write("report/index-\(locale).html", try renderer.reportIndex(try SampleReport.index(locale)))
            guard SampleSite.words[locale] != nil else { continue }
            try write("\(locale.lowercased())/competencies/analytics.html", try renderer.page(try SampleSite(locale, renderer: renderer).page()))
            try write(
                "report/analytics-\(locale).html", try renderer.reportPage(try SampleReport.page(locale, interface: locale == "ja-JP" ? "en-US" : locale)))
        }
        try write(
            "index.html",
            try renderer.chooser(LanguageChooserView(siteTitle: "Meridian Partner Network", entries: entries, strings: try Repository.interface("en-US"))))
    }
}
