#!/usr/bin/env python3
"""Reads the message catalogues (GNU gettext manual, section 10.3, "The Format of GNU MO Files") of Debian packages as a bitext.

usage:
  catalogues.py packages [LOCALE…]              names of the packages to fetch
  catalogues.py locales  [LOCALE…]              the locales that can be made
  catalogues.py bitext LOCALE TREE DEB…         pairs, source and translation divided by a tab
  catalogues.py documentation LOCALE FILE…      the same of aligned pages: JSON lines with "source" and "target"
"""
import glob
import json
import os
import re
import struct
import subprocess
import sys

# locale -> name of its catalogues' folder
CATALOGUES = {"de-DE": "de", "ja-JP": "ja", "ru-RU": "ru", "zh-CN": "zh_CN", "zh-TW": "zh_TW"}
# One package a language, and packages with all languages: office, accounting, mail.
ONE_EACH = "libreoffice-l10n-{}"
ALL_LANGUAGES = ["gnucash-common", "evolution-common"]
LICENCES = "MPL-2.0 (LibreOffice), GPL-2+ (GnuCash), LGPL-2.1+ (Evolution); the file holds counts of words, no message"


def packages(locales):
    return [ONE_EACH.format(CATALOGUES[x].lower().replace("_", "-")) for x in locales] + ALL_LANGUAGES


def messages(path):
    """Pairs of the catalogue: message and translation, the singular form, without its context."""
    with open(path, "rb") as f:
        data = f.read()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, originals, translations = struct.unpack(order + "8xIII", data[:20])

    def text(table, index):
        length, start = struct.unpack_from(order + "II", data, table + 8 * index)
        return data[start:start + length].decode("utf-8", "replace").split("\0")[0].split("\4")[-1]

    for i in range(count):
        yield text(originals, i), text(translations, i)


def plain(text):
    """Without mark-up, placeholders, accelerator keys and line breaks."""
    text = re.sub(r"<[^>]*>|https?:\S+|\{\w*\}|%[\w()$.-]+|\$\w+|\$\([^)]*\)", " ", text)
    return " ".join(re.sub(r"[_~&*`]", "", text).split())


def bitext(locale, tree, debs):
    names = sorted("%s %s" % tuple(subprocess.check_output(["dpkg-deb", "-W", "--showformat=${Package} ${Version}", x], text=True).split()) for x in debs)
    own = set(packages([locale]))
    print("# Translations of English words, learnt from aligned messages by co-occurrence (hexapla learn).")
    print("# From the message catalogues of Debian packages: " + ", ".join(x for x in names if x.split()[0] in own) + ".")
    print("# Licences: " + LICENCES + ".")
    print("# Columns: stem, segments, found and kept per mille, chance per 100,000, forms. Made by Tools/lexicon/make.sh.")
    for path in sorted(glob.glob(os.path.join(tree, "**", CATALOGUES[locale], "LC_MESSAGES", "*.mo"), recursive=True)):
        for source, target in messages(path):
            source, target = plain(source), plain(target)
            if source and target:
                print(source + "\t" + target)


def documentation(locale, files):
    print("# And from %d aligned pages of public documentation in %s: Microsoft Partner Center (CC BY 4.0) and NuGet (MIT)." % (len(files), locale))
    for path in sorted(files):
        with open(path, encoding="utf-8") as f:
            for row in map(json.loads, filter(str.strip, f)):
                if row.get("source") and row.get("target"):
                    print(plain(unmarked(row["source"])) + "\t" + plain(unmarked(row["target"])))


def unmarked(text):
    """Without the Markdown of a block's start and of links."""
    text = re.sub(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+)?", "", text)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)


def main():
    verb, arguments = (sys.argv[1:2] or [""])[0], sys.argv[2:]
    if verb == "bitext" and len(arguments) > 2 and arguments[0] in CATALOGUES:
        bitext(arguments[0], arguments[1], arguments[2:])
    elif verb == "documentation" and len(arguments) > 1:
        documentation(arguments[0], arguments[1:])
    elif verb in ("packages", "locales") and set(arguments) <= set(CATALOGUES):
        chosen = arguments or sorted(CATALOGUES)
        print("\n".join(packages(chosen) if verb == "packages" else chosen))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
