// swift-tools-version: 6.1
import PackageDescription

// A star of stages round one pure model. Stages never import each other: what two of them share is a
// type of LocalizationModel, and only Pipeline knows them all. Each C library has one Swift importer.

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// A stage of the pipeline: depends on the model and on nothing else of ours but its own C library.
func stage(_ name: String, _ library: Target.Dependency...) -> Target {
    .target(name: name, dependencies: ["LocalizationModel"] + library, swiftSettings: strict)
}

/// The tests of a target; they may use every stage, since they read real pages.
func tests(_ name: String, _ others: Target.Dependency..., exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "LocalizationModel", "FileSystem", "TestSupport"] + others, exclude: exclude,
        swiftSettings: strict)
}

let package = Package(
    name: "hexapla",
    products: [.executable(name: "hexapla", targets: ["hexapla"])],
    targets: [
        // The model: value types, no input or output, no Foundation.
        .target(name: "LocalizationModel", swiftSettings: strict),

        // Files and folders, written beside and renamed.
        .target(name: "FileSystem", dependencies: ["LocalizationModel"], swiftSettings: strict),

        // YAML as a tree, for front matter, locale files and the configuration: the one importer of libyaml.
        .target(name: "YAML", dependencies: ["LocalizationModel", "CYAML"], swiftSettings: strict),

        // XML, an element after another, for glossaries and the sizes of drawings: the one importer of Expat.
        .target(name: "XML", dependencies: ["LocalizationModel", "CExpat"], swiftSettings: strict),

        // Read.
        stage("MarkdownSource", "CCMarkGFM"),
        stage("FrontMatter", "YAML"),
        stage("LocaleData", "YAML", "FileSystem", "CICU"),
        stage("History", "CGit2"),
        stage("Terminology", "YAML", "XML"),
        stage("Images", "FileSystem", "XML", "CImages"),

        // Relate.
        stage("Segmentation"),
        stage("Alignment"),
        stage("Leverage"),
        stage("Requirements"),
        stage("SourceRecovery"),

        // Judge.
        stage("Checks"),

        // Publish.
        stage("Highlighting", "FileSystem", "YAML"),
        stage("Rendering", "FileSystem"),
        stage("Reporting"),
        stage("Search"),

        // Read what was published, as a stranger would.
        stage("HTMLReading"),

        // The only place where the stages meet.
        .target(
            name: "Pipeline",
            dependencies: [
                "LocalizationModel", "FileSystem", "YAML", "MarkdownSource", "FrontMatter", "LocaleData", "History", "Terminology", "Segmentation", "Alignment",
                "Images", "Leverage", "Requirements", "SourceRecovery", "Checks", "Highlighting", "Rendering", "Reporting", "Search", "HTMLReading", "CDigest",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "hexapla", dependencies: ["LocalizationModel", "Pipeline", "Reporting"], swiftSettings: strict,
            // One file to copy, and nothing to bind at start but the C libraries: half the time to start.
            linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),

        // C libraries, one small target each; docs/dependencies.md says why each was chosen.
        .target(
            name: "CCMarkGFM",
            linkerSettings: [
                // Linked statically, extensions first, so that the wrapped functions of wrap.c take
                // effect: see docs/dependencies.md, cmark-gfm.
                .unsafeFlags([
                    "-Xlinker", "--wrap=cmark_inlines_remove_special_character",
                    "-Xlinker", "--wrap=cmark_utf8proc_iterate", "-Xlinker", "--wrap=cmark_utf8proc_is_space", "-Xlinker",
                    "--wrap=cmark_utf8proc_is_punctuation",
                    "-Xlinker", "--wrap=cmark_parse_inlines", "-Xlinker", "--wrap=_scan_html_tag",
                    "-Xlinker", "-Bstatic", "-Xlinker", "-lcmark-gfm-extensions", "-Xlinker", "-lcmark-gfm",
                    "-Xlinker", "-Bdynamic",
                ])
            ]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // Linked statically: a library more to bind would cost each start, for what few projects have.
        .target(name: "CExpat", linkerSettings: [.unsafeFlags(["-Xlinker", "-Bstatic", "-Xlinker", "-lexpat", "-Xlinker", "-Bdynamic"])]),
        // Headers of images only: stb_image is compiled here, libwebp linked statically.
        .target(name: "CImages", linkerSettings: [.unsafeFlags(["-Xlinker", "-Bstatic", "-Xlinker", "-lwebp", "-Xlinker", "-Bdynamic"])]),
        .target(name: "CICU"),
        .target(name: "CGit2"),
        .target(name: "CDigest", linkerSettings: [.linkedLibrary("md"), .linkedLibrary("xxhash")]),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["LocalizationModel", "FileSystem", "LocaleData"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "LocalizationModelTests", dependencies: ["LocalizationModel", "TestSupport"], swiftSettings: strict),
        tests("MarkdownSource", "CCMarkGFM"),
        tests("FrontMatter"),
        tests("Images"),
        tests("Highlighting"),
        tests("Segmentation", "MarkdownSource", "LocaleData"),
        tests("Alignment", "MarkdownSource", "Segmentation"),
        tests("Leverage", "LocaleData"),
        tests("SourceRecovery", "MarkdownSource", "FrontMatter", "Segmentation"),
        tests("Requirements", "MarkdownSource", "FrontMatter", "Segmentation", "LocaleData"),
        tests("Checks", "Pipeline", "FrontMatter", "LocaleData", "Reporting", "Terminology"),
        tests("Pipeline", "XML"),
        .testTarget(
            name: "AccuracyTests", dependencies: ["Pipeline", "LocalizationModel", "FileSystem", "TestSupport"], exclude: ["floors.json"],
            swiftSettings: strict),
        .testTarget(name: "CommandLineTests", dependencies: ["hexapla", "LocalizationModel", "FileSystem", "TestSupport"], swiftSettings: strict),
        tests("LocaleData", "Segmentation"),
        tests("History"),
        tests("Terminology", "LocaleData"),
        tests("HTMLReading"),
        tests("Rendering", "LocaleData"),
        tests("Search", "LocaleData"),
        tests("Reporting", "Alignment", "Pipeline", "MarkdownSource", "FrontMatter", "Segmentation"),
    ]
)
