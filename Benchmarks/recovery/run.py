#!/usr/bin/env python3
"""Measures how much of a withheld source `hexapla recover` brings back, and whether it makes anything up.

usage: Benchmarks/recovery/run.py [--tool CMD] [--corpus DIR] [--set spans|competencies|partly|published] [--json OUT] [--verbose]

Builds nothing and needs Python's standard library only. README.md beside this file says what is measured.
Exit status: 0 all targets met (or the corpora are not there, which is said), 1 a target missed, 2 could not run.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.environ.get("HEXAPLA_SHARED") or os.path.join(PACKAGE, "..", "shared")
LEAST_RECALL = 0.95
LOOKUP = re.compile(rb'<span class="sxs-lookup"><span data-stu-id="[^"]*">.*?</span></span>', re.S)
PAIR = re.compile(rb'<span data-ttu-id="([^"]*)">(?:(?!<span data-ttu-id).)*?</span><span class="sxs-lookup"><span data-stu-id="\1">(.*?)</span></span>', re.S)
SOURCE = "en-US"
SETS = {"spans": "published side by side", "competencies": "competency pages, complete translations",
        "partly": "competency pages, partly translated", "published": "other published pages"}


class Group:
    """The pages of one source: `pages` by locale, `truth` the English file that is withheld."""

    def __init__(self, name, truth, pages):
        self.name, self.truth, self.pages = name, truth, pages


# ---------------------------------------------------------------- the corpora
def groups(corpus, kind):
    found = collections.OrderedDict()

    def add(key, name, truth, locale, page):
        found.setdefault(key, Group(name, truth, {})).pages[locale] = page

    if kind == "spans":
        for truth in sorted(glob.glob(os.path.join(corpus, "spans", "*", "*.source.md"))):
            locale, page = os.path.basename(os.path.dirname(truth)), truth[:-len(".source.md")] + ".md"
            add(truth, "%s/%s" % (locale, os.path.basename(page)), truth, locale, page)
    elif kind == "published":
        for truth in sorted(glob.glob(os.path.join(corpus, "sxs", "*", "*.source.md"))):
            locale, name = os.path.basename(os.path.dirname(truth)), os.path.basename(truth)[:-len(".source.md")]
            add((name, digest(truth)), name, truth, locale, truth[:-len(".source.md")] + ".target.md")
    elif kind == "competencies":
        for truth in sorted(glob.glob(os.path.join(corpus, "competencies", "*-*", "*.source.md"))):
            if "real-drift" in truth:
                continue
            locale, name = os.path.basename(os.path.dirname(truth)), os.path.basename(truth)[:-len(".source.md")]
            add((name.rsplit(".", 1)[0], digest(truth)), name, truth, locale, truth[:-len(".source.md")] + ".target.md")
    else:
        for truth in sorted(glob.glob(os.path.join(corpus, "competencies", "real-drift", "*", "*", "new-source.md"))):
            folder = os.path.dirname(truth)
            name = os.path.basename(folder)
            add((name, digest(truth)), name, truth, os.path.basename(os.path.dirname(folder)), os.path.join(folder, "target.md"))
    return list(found.values())


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha1(file.read()).hexdigest()


# ---------------------------------------------------------------- running the program
class Tool:
    def __init__(self, command):
        self.command = shlex.split(command)

    def run(self, *arguments):
        done = subprocess.run(self.command + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        if done.returncode != 0:
            raise RuntimeError("%s: %s" % (" ".join(arguments), done.stderr.decode("utf-8", "replace").strip()))
        return done.stdout

    def segments(self, source, target, locale):
        """The segments of both files, white space collapsed."""
        sides = ([], [])
        for line in self.run("align", source, target, "--source-locale", SOURCE, "--target-locale", locale).decode("utf-8").splitlines():
            unit = json.loads(line)
            for side, name in zip(sides, ("source", "target")):
                side.extend((x["line"], plain(x["text"])) for x in unit[name])
        return tuple([text for _, text in sorted(side, key=lambda x: x[0])] for side in sides)


def plain(text):
    return " ".join(text.split())


def body(data):
    """The bytes behind the front matter."""
    data = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    found = re.match(rb"---[ \t]*\r?\n.*?\r?\n---[ \t]*\r?\n", data, re.S)
    return data[found.end():] if found else data


# ---------------------------------------------------------------- measuring
def measure(group, tool, folder):
    content = tempfile.mkdtemp(dir=folder)
    for locale, page in group.pages.items():
        os.makedirs(os.path.join(content, locale))
        with open(page, "rb") as old, open(os.path.join(content, locale, "page.md"), "wb") as new:
            new.write(old.read())
    report = json.loads(tool.run("recover", "page.md", "--content", content, "--format", "json"))
    newest = next((x for x in report["sources"] if x["segments"]), report["sources"][0])
    rebuilt = os.path.join(content, "rebuilt.md")
    with open(rebuilt, "wb") as file:
        file.write(tool.run("recover", "page.md", "--content", content))
    with open(rebuilt, "rb") as file:
        markdown = file.read()
    with open(group.truth, "rb") as file:
        english = file.read()
    # The truth without its comments' marks: what the newest source withdrew is part of the page.
    truth_file = os.path.join(content, "truth.md")
    with open(truth_file, "wb") as file:
        file.write(withdrawn(english))
    truth, got = tool.segments(truth_file, rebuilt, "en-GB")
    held = verbatim(group, truth_file, tool)
    return figures(group, truth, got, held, newest, body(markdown) == body(english))


def withdrawn(english):
    """The page with the comment opened that holds most of it."""
    for found in re.finditer(rb"<!--(.*?)-->", english, re.S):
        if len(found.group(0)) * 2 > len(body(english)) and re.search(rb"^#", found.group(1), re.M):
            return english[:found.start()] + found.group(1) + english[found.end():]
    return english


def verbatim(group, truth_file, tool):
    """What stands in a span, in the withdrawn page's comment, or as a segment of its own in a translation: text to how often."""
    held = collections.Counter()
    for locale, page in group.pages.items():
        with open(page, "rb") as file:
            data = withdrawn(file.read())
        # As a reader sees the page, and with the English of each pair in place of its translation.
        for pattern, put, cut_as in ((LOOKUP, b"", locale), (PAIR, rb"\2", "en-GB")):
            opened = os.path.join(os.path.dirname(truth_file), "opened.md")
            with open(opened, "wb") as file:
                file.write(pattern.sub(put, data))
            held |= collections.Counter(tool.segments(truth_file, opened, cut_as)[1])
    return held


def figures(group, truth, got, held, newest, is_equal):
    wanted = collections.Counter(truth)
    recoverable = wanted & held
    found = collections.Counter(got)
    recovered = recoverable & found
    invented = [text for text in got if text not in wanted]
    repeated = found - wanted
    for text in invented:
        repeated.pop(text, None)
    return {"page": group.name, "locales": sorted(group.pages), "segments": len(truth), "recoverable": sum(recoverable.values()),
            "recovered": sum(recovered.values()), "known": sum((wanted & found).values()), "invented": invented, "repeated": sorted(repeated.elements()),
            "missed": sorted((recoverable - recovered).elements()), "byte_equal": is_equal, "coverage": newest["coverage"]["percent"]}


# ---------------------------------------------------------------- the report
def total(rows):
    sums = {key: sum(row[key] for row in rows) for key in ("segments", "recoverable", "recovered", "known", "byte_equal")}
    sums["invented"], sums["repeated"] = (sum(len(row[key]) for row in rows) for key in ("invented", "repeated"))
    return sums


def share(part, whole):
    return "-" if not whole else "%.1f%%" % (int(1000 * part / whole) / 10)


def line(name, row):
    invented, repeated = (row[key] if isinstance(row[key], int) else len(row[key]) for key in ("invented", "repeated"))
    print("%-62s %8d %11d %9d %7s %8d %8d %6s" % (
        name[:62], row["segments"], row["recoverable"], row["recovered"], share(row["recovered"], row["recoverable"]), invented, repeated,
        row["byte_equal"] if not isinstance(row["byte_equal"], bool) else "yes" if row["byte_equal"] else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=os.path.join(PACKAGE, ".build", "release", "hexapla"))
    parser.add_argument("--corpus", default=os.environ.get("HEXAPLA_CORPORA") or os.path.join(SHARED, "corpora"))
    parser.add_argument("--set", choices=list(SETS), action="append")
    parser.add_argument("--json", metavar="OUT")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was made up")
    options = parser.parse_args()
    if not os.path.isdir(options.corpus):
        print("recovery: skipped, no corpora at %s: name them with --corpus or $HEXAPLA_CORPORA" % options.corpus)
        return 0
    tool, results, met = Tool(options.tool), {}, True
    for kind in options.set or list(SETS)[:3]:
        with tempfile.TemporaryDirectory() as folder:
            try:
                rows = [measure(group, tool, folder) for group in groups(options.corpus, kind)]
            except (OSError, RuntimeError, subprocess.TimeoutExpired) as error:
                print("recovery: %s" % error, file=sys.stderr)
                return 2
        print("\n%-62s %8s %11s %9s %7s %8s %8s %6s" % (SETS[kind], "segments", "recoverable", "recovered", "", "invented", "repeated", "equal"))
        for row in rows:
            line(row["page"], row)
            if options.verbose:
                for key in ("missed", "invented", "repeated"):
                    for text in row[key]:
                        print("    %-8s %s" % (key, text[:200]))
        sums = total(rows)
        line("all %d" % len(rows), sums)
        met = met and kind == "published" or met and sums["recovered"] >= LEAST_RECALL * sums["recoverable"] and sums["invented"] == 0
        results[kind] = {"total": sums, "pages": rows}
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, ensure_ascii=False, indent=1)
    print("\ntargets (%.0f %% recovered, nothing made up): %s" % (100 * LEAST_RECALL, "met" if met else "missed"))
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
