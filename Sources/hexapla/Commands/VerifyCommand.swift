import LocalizationModel
import Pipeline
import Reporting

enum VerifyCommand: Command {
    static let specification = CommandSpecification(
        name: "verify", summary: "Check a built site as its visitors meet it: every link, every anchor.", operands: ["[SITE]"],
        options: [
            .text("--project", "FILE", "configuration file that names the site and its address (default hexapla.yml)"),
            .text("--base-url", "URL", "where the site is published: absolute addresses below it are links of the site"),
            .text("--jobs", "N", "threads to use (default: one per processor)"),
        ],
        examples: [
            ("hexapla verify", "reads the site that 'hexapla build' wrote, and exits with 1 where a link leads nowhere"),
            ("hexapla verify public --base-url https://example.org/docs", "any folder of HTML"),
        ])

    static func run(_ arguments: Arguments) throws(HexaplaError) -> Int32 {
        guard arguments.operands.count < 2 else { throw HexaplaError("'verify' takes one site", remedy: "See 'hexapla verify --help'") }
        let project = try ProjectArguments.configured(arguments)
        let site = arguments.operands.first ?? project.output
        let verification = try SiteVerification(site, baseURL: arguments.text("--base-url") ?? project.baseURL)
        let result = try verification.run(jobs: try ProjectArguments.jobs(arguments))
        Terminal.output.write(result.faults.map { "\(site)/\($0)\n" }.joined())
        let counts = "\(result.pages) pages, \(result.links) links"
        Terminal.output.write(result.faults.isEmpty ? "\(counts): every one leads somewhere\n" : "\(counts): \(result.faults.count) faults\n")
        return result.faults.isEmpty ? 0 : 1
    }
}
