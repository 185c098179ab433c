/// What each stage of a run took.
public enum TimingTable {
    /// One line a stage: its name, its processor time in seconds, its share of all stages.
    public static func text(_ stages: [(name: String, seconds: Double)]) -> String {
        let all = stages.reduce(0) { $0 + $1.seconds }
        let width = max(5, stages.map(\.name.count).max() ?? 0)
        func line(_ name: String, _ seconds: Double) -> String {
            let share = all > 0 ? Int((seconds / all * 100).rounded()) : 0
            return name + String(repeating: " ", count: width - name.count) + DisplayWidth.rightAligned(fixed(seconds), 10) + " s"
                + DisplayWidth.rightAligned("\(share)", 5) + " %\n"
        }
        return stages.map { line($0.name, $0.seconds) }.joined() + line("all", all)
    }

    /// With three decimals.
    private static func fixed(_ seconds: Double) -> String {
        let thousandths = Int((seconds * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
