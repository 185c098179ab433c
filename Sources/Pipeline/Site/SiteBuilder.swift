import LocalizationModel

public struct SiteBuilder: Sendable {
    public struct Result: Sendable {
        public let pages: Int
        public let findings: [Finding]
    }
    public init(project: Project, data: DataFolders, analysis: ProjectAnalysis, version: String) throws(HexaplaError) {}
    public func build(jobs: Int, progress: (@Sendable () -> Void)?) throws(HexaplaError) -> Result { Result(pages: 0, findings: []) }
}
