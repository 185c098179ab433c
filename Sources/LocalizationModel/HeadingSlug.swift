/// The anchor that publishing systems make of a heading: lower case, punctuation left out, spaces as hyphens
/// (the form of GitHub's html-pipeline, which the others follow).
public enum HeadingSlug {
    public static func slug(_ heading: String) -> String {
        var slug = ""
        for scalar in heading.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_" {
                slug.unicodeScalars.append(scalar)
            } else if scalar == " " || scalar == "\u{A0}" {
                slug.append("-")
            }
        }
        return slug
    }
}
