/// The front matter of a page, every scalar with its span in the file.
public struct PageMetadata: Sendable {
    public struct Value: Hashable, Sendable {
        /// The scalar after YAML's quoting and folding.
        public let text: String
        public let span: SourceSpan
        public init(text: String, span: SourceSpan) {
            self.text = text
            self.span = span
        }
    }

    /// One key; nested mappings are flattened with a dot, sequences have several values.
    public struct Entry: Sendable {
        public let key: String
        public let keySpan: SourceSpan
        public let values: [Value]
        public init(key: String, keySpan: SourceSpan, values: [Value]) {
            self.key = key
            self.keySpan = keySpan
            self.values = values
        }
    }

    /// What made the YAML unreadable, or a key given twice.
    public struct Fault: Hashable, Sendable {
        public let message: String
        public let span: SourceSpan
        public init(message: String, span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// What the project's schema does not allow.
    public struct Violation: Hashable, Sendable {
        /// Parts of nested keys are divided by a full stop.
        public let key: String
        public let message: String
        public let span: SourceSpan
        public let expected: String?
        public let found: String?
        public init(key: String, message: String, span: SourceSpan, expected: String? = nil, found: String? = nil) {
            self.key = key
            self.message = message
            self.span = span
            self.expected = expected
            self.found = found
        }
    }

    /// In the order of the file.
    public let entries: [Entry]
    public let faults: [Fault]
    /// Empty where there is no schema, and where the front matter cannot be read.
    public let violations: [Violation]

    public init(entries: [Entry], faults: [Fault], violations: [Violation] = []) {
        self.entries = entries
        self.faults = faults
        self.violations = violations
    }

    public static let none = PageMetadata(entries: [], faults: [])

    public subscript(key: String) -> Entry? { entries.first { $0.key == key } }

    /// The first value of a key, if it has text.
    public func text(_ key: String) -> String? {
        self[key]?.values.first.flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// The keywords, whether written as a YAML sequence or as comma-separated text.
    public var keywords: [String] {
        (self["keywords"]?.values ?? []).flatMap { value in
            value.text.split { $0 == "," || $0 == "，" || $0 == "、" || $0 == "،" }.map { String(Array($0.utf8).trimmed()) }
        }.filter { !$0.isEmpty }
    }
}

extension String {
    init(_ bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}

/// Where a translation comes from, as its front matter states it.
public struct Provenance: Hashable, Sendable {
    /// How the translation was made (`ms.translationtype`).
    public enum Origin: String, Hashable, Sendable {
        case human = "HT"
        case machine = "MT"
    }

    /// The commit of the source repository that was translated.
    public let sourceCommit: String?
    /// The SHA-1 of the bytes of the source file that was translated, 40 hexadecimal digits.
    public let sourceHash: String?
    /// ISO 8601, as in 2018-08-31: the day the translation was handed off.
    public let handOffDate: String?
    public let origin: Origin?
    public let contentLocale: LocaleTag?

    /// The keys that say it.
    public static let keys: Set<String> = [
        "ms.sourcegitcommit", "l10n.sourceCommit", "default_lang_commit", "ms.openlocfilehash", "ms.lasthandoff", "ms.translationtype", "ms.contentlocale",
        "ms.locfileid",
    ]

    /// The version of the source that was translated: the hash of its file, which tells more, else the commit.
    public var sourceRevision: String? { sourceHash ?? sourceCommit }

    public init(sourceCommit: String?, sourceHash: String?, handOffDate: String?, origin: Origin?, contentLocale: LocaleTag?) {
        self.sourceCommit = sourceCommit
        self.sourceHash = sourceHash
        self.handOffDate = handOffDate
        self.origin = origin
        self.contentLocale = contentLocale
    }
}
