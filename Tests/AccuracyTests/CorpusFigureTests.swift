import FileSystem
import Foundation
import TestSupport
import Testing

/// Keeps the figures that were reached on the shared corpora: none may fall below `floors.json`.
@Suite("Accuracy on the shared corpora") struct CorpusFigureTests {
    /// One of so many pages: a debug build on two processors takes half a minute for it. The floors hold for these pages only.
    private static let every = 3
    private static let floors = "Tests/AccuracyTests/floors.json"

    @Test("no figure falls below its floor", .enabled(if: Repository.shared != nil, "skipped: the shared corpora are not there"))
    func figures() async throws {
        let corpora = try #require(Repository.shared) + "/corpora"
        let figures = try await withThrowingTaskGroup(of: (String, [String: Double]).self) { group in
            for locale in Locales.all { group.addTask { (locale, try CorpusFigures(locale, corpora: corpora, every: Self.every).all()) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let names = Set(figures.values.flatMap(\.keys)).sorted()
        print("accuracy on one of \(Self.every) pages of the shared corpora (all of them: Benchmarks/accuracy/run.py)")
        for name in names {
            let row = Locales.all.map { "\($0) " + (figures[$0]?[name].map { String(format: "%.4f", $0) } ?? "-") }
            print("  " + name.padding(toLength: 40, withPad: " ", startingAt: 0) + row.joined(separator: "  "))
        }
        if try Golden.rewrite(Array(Floors(reached: figures).json().utf8), Self.floors) { return }
        let floors = try Floors(json: FileSystem.read("\(Repository.root)/\(Self.floors)"))
        for name in names where floors.floors[name] == nil { Issue.record("\(name) has no floor in \(Self.floors)") }
        for (name, locales) in floors.floors.sorted(by: { $0.key < $1.key }) {
            for (locale, floor) in locales.sorted(by: { $0.key < $1.key }) {
                guard let figure = figures[locale]?[name] else {
                    print("skipped: \(name), \(locale): the corpora hold no page for it")
                    continue
                }
                #expect(figure >= floor, "\(name), \(locale)")
            }
        }
    }
}
