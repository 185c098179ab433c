#!/usr/bin/env python3
"""Runs hexapla on hostile and enormous pages of sizes n, 2n and 4n, and reports time, memory and growth.

usage: hostile.py HEXAPLA [--data DIR] [--seconds 30] [--size 262144] [--segments 10000] [CASE ...]

Linear time doubles with the size: the growth (time at 4n by time at 2n) is about 2; from 2.8 on it is marked. Nothing is
asserted: times depend on the machine. A status other than 0 or 1 (a trap is negative) is an error, and so is an end by timeout.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

EN = ("system partner level exam form customer office page report value number account service cloud team member annual fee review contract date "
      "name list table entry").split()
DE = ("System Partner Stufe Prüfung Formular Kunde Büro Seite Bericht Wert Zahl Konto Dienst Wolke Gruppe Mitglied Gebühr Prüfer Vertrag Datum Name "
      "Liste Tabelle Eintrag Jahr").split()


def sentence(words, r, n=9):
    s = " ".join(r.choice(words) for _ in range(n))
    return s[0].upper() + s[1:] + "."


# Pages of n segments: function of n, the words of a language and a seed.
PAGES = {
    "prose": lambda n, w, r: "".join(" ".join(sentence(w, r, r.randint(5, 14)) for _ in range(4)) + "\n\n" for _ in range(n // 4)),
    "list": lambda n, w, r: "# L\n\n" + "".join("- " + sentence(w, r) + "\n" for _ in range(n)),
    "table": lambda n, w, r: "|a|b|c|d|\n|-|-|-|-|\n" + "".join("|" + "|".join("%s %d" % (r.choice(w), r.randint(1, 99)) for _ in range(4)) + "|\n" for _ in range(n // 4)),
    "headings": lambda n, w, r: "".join("## " + sentence(w, r, 3) + "\n\n" for _ in range(n)),
    "identical": lambda n, w, r: (w[0] + " " + w[1] + ".\n\n") * n,
    "numbers": lambda n, w, r: "".join("%d %d\n\n" % (r.randint(1, 99999), r.randint(1, 99999)) for _ in range(n)),
    "anchors": lambda n, w, r: "".join('## <a name="s%d"></a>%s\n\n%s\n\n' % (i, sentence(w, r, 3), sentence(w, r)) for i in range(n // 2)),
    "images": lambda n, w, r: "".join('![%s](i%d.png "%s")\n\n' % (sentence(w, r, 4), i, sentence(w, r, 3)) for i in range(n)),
    "distinct": lambda n, w, r: "".join("%s number %d %s.\n\n" % (w[0], i, w[1]) for i in range(n)),
}

# One line (or as few as the construct allows) of n bytes.
LINES = {
    "words": lambda n: "word " * (n // 5), "sentences": lambda n: "Ein Satz ist da. " * (n // 17), "cjk": lambda n: "文字漢語資料" * (n // 18),
    "cjk-stops": lambda n: "文字漢。" * (n // 12), "punctuation": lambda n: ".!?,;:" * (n // 6), "dots": lambda n: "." * n, "spaces": lambda n: "a" + " " * n + "b",
    "stars": lambda n: "*" * n, "emphasis": lambda n: "**a** " * (n // 6), "open-emphasis": lambda n: "*a " * (n // 3), "under": lambda n: "_a" * (n // 2),
    "nested-emphasis": lambda n: "*A b. " * (n // 9) + "c* " * (n // 9), "nested-strong": lambda n: "**A b. " * (n // 11) + "c** " * (n // 11),
    "links": lambda n: "[a](b.md) " * (n // 10), "many-links": lambda n: "".join("[a](b%d.md) " % i for i in range(n // 14)), "brackets": lambda n: "[" * n,
    "open-links": lambda n: "[a](" * (n // 4), "open-titles": lambda n: '[a](b "c ' * (n // 9), "images-line": lambda n: '![a](b.png "t") ' * (n // 16),
    "image-tags": lambda n: '<img src="a.png" alt="Some alt"> ' * (n // 33), "nested-images": lambda n: "![" * (n // 10) + "a" + "](b)" * (n // 10),
    "backticks": lambda n: "`" * n, "backtick-runs": lambda n: " ".join("`" * i for i in range(1, int((2 * n) ** .5))), "codes": lambda n: "".join("`c%d` " % i for i in range(n // 8)),
    "less-than": lambda n: "<" * n, "open-tags": lambda n: "<a " * (n // 3), "open-quotes": lambda n: '<a b="' * (n // 6), "php": lambda n: "a <? " * (n // 5),
    "cdata": lambda n: "a <![CDATA[ " * (n // 12), "declarations": lambda n: "a <!A " * (n // 6), "comments": lambda n: "a <!-- " * (n // 7),
    "html-lines": lambda n: "<div>\n" * (n // 6), "html-one": lambda n: "<div>" + "<p>a</p>" * (n // 8), "html-cells": lambda n: "<table>\n" + "<tr><td>Ein Satz. Und</td></tr>\n" * (n // 32),
    "anchors-line": lambda n: '<a name="x"></a>' * (n // 16) + "A", "addresses": lambda n: "https://example.com/a " * (n // 22), "mail": lambda n: "a@b.c " * (n // 6),
    "entities": lambda n: "&amp;" * (n // 5), "backslashes": lambda n: "\\" * n, "numbers-line": lambda n: "".join("%d " % i for i in range(n // 6)),
    "grouped": lambda n: "1 000 " * (n // 6), "names": lambda n: "".join("Office %d x " % i for i in range(n // 14)), "identifiers": lambda n: "".join("a%d-7 " % i for i in range(n // 8)),
    "quotes": lambda n: ">" * n + " a", "quote-lines": lambda n: "> a\n" * (n // 4), "list-line": lambda n: "- " * (n // 2) + "a", "setext": lambda n: "a\n" * (n // 2) + "===\n",
    "nested-lists": lambda n: "".join("  " * i + "- a\n" for i in range(int(n ** .5))), "wide-table": lambda n: "|a" * (n // 6) + "|\n" + "|-" * (n // 6) + "|\n" + "|b" * (n // 6) + "|\n",
    "short-rows": lambda n: "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "b\n" * (n // 2), "before-table": lambda n: "a\n" * (n // 2) + "|a|b|\n|-|-|\n",
    "footnotes": lambda n: "".join("[^%d]: note\n\n" % i for i in range(n // 13)) + "".join("a[^%d] " % i for i in range(n // 13)),
    "definitions": lambda n: "".join("[r%d]: http://x/%d\n" % (i, i) for i in range(n // 20)), "glued-headings": lambda n: "###A\n" * (n // 5),
    "front-matter": lambda n: "---\n" + "".join("k%d: value here\n" % i for i in range(n // 16)) + "---\na\n", "front-matter-only": lambda n: "---\ntitle: a\n---\n",
    "front-matter-flow": lambda n: "---\na: " + "[" * n + "\n---\na\n", "empty": lambda n: "", "nul": lambda n: "\0" * n,
}
SMALL = {"en": "# Title\n\nOne sentence is here. Another one.\n", "de": "# Titel\n\nEin Satz ist da. Noch einer.\n"}


def run(a, folder, command, files, base=None):
    """Seconds, kilobytes, status."""
    call = ["/usr/bin/time", "-f", "%e %M", "-o", folder + "/time", a.hexapla, command, *files, "--source-locale", "en-US", "--target-locale", "de-DE"]
    call += ["--data", a.data] if a.data else []
    call += ["--base", base] if base else []
    start = time.time()
    p = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        status = p.wait(timeout=a.seconds)
    except subprocess.TimeoutExpired:
        os.killpg(p.pid, 9)
        p.wait()
        return time.time() - start, 0, "timeout"
    last = open(folder + "/time").read().split("\n")[-2].split()
    return float(last[0]), int(last[1]), status


def series(a, folder, name, command, files_of, base_of=None):
    rows = []
    for factor in (1, 2, 4):
        rows.append(run(a, folder, command, files_of(factor), base_of(factor) if base_of else None))
        if rows[-1][2] == "timeout":
            break
    growth = rows[2][0] / max(rows[1][0], 0.03) if len(rows) == 3 else float("nan")
    bad = [r[2] for r in rows if r[2] not in (0, 1)]
    flag = "ERROR %s" % bad if bad else "super-linear?" if growth > 2.8 and rows[2][0] > 0.3 else ""
    print("%-20s %-18s %s %7d MB %6.1f  %s" % (name, command + (" --base" if base_of else ""), " ".join("%7.2f" % r[0] for r in rows), rows[-1][1] // 1024, growth, flag), flush=True)
    return bool(flag)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("hexapla")
    p.add_argument("cases", nargs="*", default=[])
    p.add_argument("--data")
    p.add_argument("--seconds", type=float, default=30)
    p.add_argument("--size", type=int, default=1 << 18)
    p.add_argument("--segments", type=int, default=10000)
    a = p.parse_intermixed_args()
    flagged = 0
    with tempfile.TemporaryDirectory() as folder:
        def write(name, text):
            path = "%s/%s.md" % (folder, name)
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
            return path
        small = {k: write("small-" + k, v) for k, v in SMALL.items()}
        print("%-20s %-18s %7s %7s %7s %10s %6s" % ("case", "command", "n", "2n", "4n", "memory", "growth"))
        wanted = lambda name: not a.cases or name in a.cases
        for name, make in filter(lambda x: wanted(x[0]), PAGES.items()):
            en = {f: write("en%d" % f, make(a.segments * f, EN, random.Random(1))) for f in (1, 2, 4)}
            de = {f: write("de%d" % f, make(a.segments * f, DE, random.Random(2))) for f in (1, 2, 4)}
            for command in ("align", "compare"):
                flagged += series(a, folder, name, command, lambda f: [en[f], de[f]])
            flagged += series(a, folder, name, "compare", lambda f: [en[f], de[f]], lambda f: en[f])
            flagged += series(a, folder, name + " swapped", "compare", lambda f: [de[f], en[f]])
            flagged += series(a, folder, name + " to none", "compare", lambda f: [en[f], small["de"]])
            flagged += series(a, folder, name + " of none", "compare", lambda f: [small["en"], de[f]])
        for name, make in filter(lambda x: wanted(x[0]), LINES.items()):
            files = {f: write("line%d" % f, make(a.size * f)) for f in (1, 2, 4)}
            flagged += series(a, folder, name + " target", "compare", lambda f: [small["en"], files[f]])
            flagged += series(a, folder, name + " source", "compare", lambda f: [files[f], small["de"]])
            flagged += series(a, folder, name + " both", "align", lambda f: [files[f], files[f]])
            flagged += series(a, folder, name + " both", "compare", lambda f: [files[f], files[f]], lambda f: small["en"])
    print("%d series to look at" % flagged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
