import LocalizationModel

/// What a finding is recognised by in a baseline: a digest of its identity, which holds no line numbers.
public enum Fingerprint {
    /// 16 hexadecimal digits.
    public static func of(_ identity: String) -> String { Digest.fingerprint(identity) }
}
