import FileSystem
import LocalizationModel
import Reporting
import YAML

/// What `status` said some time ago, for the trend.
public enum EarlierStatus {
    /// Reads what `status --format json` wrote. Counts that an older version did not write are 0.
    public static func read(_ path: String) throws(HexaplaError) -> [LocaleStatus] {
        guard FileSystem.kind(path, followingLinks: true) != nil else {
            throw HexaplaError("no earlier status at '\(path)'", remedy: "Write one with 'hexapla status --format json > \(path)'")
        }
        // JSON is YAML.
        let file = try YAMLFile(path: path, bytes: try FileSystem.read(path))
        guard let locales = file.root["locales"]?.items else {
            throw file.fault("this is no status of hexapla", at: file.root, remedy: "Give a file that 'hexapla status --format json' wrote")
        }
        let counts = StatusJSON.counts
        var rows: [LocaleStatus] = []
        for item in locales {
            guard let locale = item["locale"]?.text.flatMap({ LocaleTag($0) }) else {
                throw file.fault("a locale without its tag", at: item, remedy: "Give a file that 'hexapla status --format json' wrote")
            }
            var row = LocaleStatus(locale: locale)
            for (name, count) in counts {
                guard let node = item[name] else { continue }
                guard let value = node.text.flatMap({ Int($0) }), (0...Self.most).contains(value) else {
                    throw file.fault("'\(name)' is no count", at: node, remedy: "Give a file that 'hexapla status --format json' wrote")
                }
                row[keyPath: count] = value
            }
            rows.append(row)
        }
        return rows
    }

    /// More than any site has; sums and percent of it do not overflow.
    private static let most = 1_000_000_000_000
}
