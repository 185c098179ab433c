/// The subtags of the IANA registry that make a folder `xx-yy` a locale: others of the same form are names (`az-104`, `wx-155`, `my-app`).
public enum LocaleRegistry {
    /// True for the bytes of a tag whose language and region are registered: languages of ISO 639-1, regions of ISO 3166-1 and the three
    /// areas of UN M.49 that CLDR has locales for. In any case.
    public static func isKnown(_ tag: some RandomAccessCollection<UInt8>) -> Bool {
        let parts = tag.split(separator: UInt8(ascii: "-"))
        guard let language = parts.first, language.count == 2, languages.contains(language) else { return false }
        return parts.dropFirst().allSatisfy { part in
            switch part.count {
            case 2: regions.contains(part)
            case 3: areas.contains { $0.elementsEqual(part) }
            default: part.count == 4
            }
        }
    }

    private static let areas = ["001", "150", "419"].map { Array($0.utf8) }

    private static let languages = LetterPairs(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy \
        ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu \
        lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn \
        so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """)

    private static let regions = LetterPairs(
        """
        ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co \
        cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht \
        hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp \
        mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh \
        si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf ws xk ye yt za \
        zm zw
        """)
}

/// A set of two letters, a bit each.
private struct LetterPairs: Sendable {
    private var bits = [UInt64](repeating: 0, count: 26 * 26 / 64 + 1)

    init(_ text: String) {
        for part in text.utf8.split(separator: 0x20) {
            guard let place = Self.place(part) else { continue }
            bits[place / 64] |= 1 << UInt64(place % 64)
        }
    }

    func contains(_ part: some Collection<UInt8>) -> Bool { Self.place(part).map { bits[$0 / 64] & 1 << UInt64($0 % 64) != 0 } ?? false }

    private static func place(_ part: some Collection<UInt8>) -> Int? {
        var place = 0
        var count = 0
        for byte in part {
            guard byte.isASCIILetter else { return nil }
            place = place * 26 + Int(byte.asciiLowercased - UInt8(ascii: "a"))
            count += 1
        }
        return count == 2 ? place : nil
    }
}
