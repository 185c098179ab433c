#!/usr/bin/env python3
"""Measures how accurate Hexapla is, and prints each figure against its target.

usage: Benchmarks/accuracy/run.py [--tool CMD] [--corpus DIR] [--json OUT] ...

Builds nothing and needs Python's standard library only. README.md beside this file says what is measured.
Exit status: 0 all targets met, 1 a target missed, 2 could not run.
"""
import argparse
import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.environ.get("HEXAPLA_SHARED") or os.path.join(PACKAGE, "..", "shared")
NO_BASE, BASE = "without --base", "with --base"     # the scorer's names for runs without and with the old source
RUNS = [("align, published pages", "align", ["--set", "sxs"]), ("align, pages with planted errors", "align", ["--set", "drift"]),
        ("planted errors", "drift", []), ("real pages", "untranslated", [])]


class CannotRun(Exception):
    """One line that says what is missing."""


# ---------------------------------------------------------------- what is measured
class Measure:
    """A figure per locale and in all, with its target; `at_most` where less is better. A value of None: nothing to measure."""

    def __init__(self, name, target, values, at_most=False, per_locale=None, decimals=3, note=""):
        self.name, self.target, self.values, self.at_most, self.decimals, self.note = name, target, values, at_most, decimals, note
        self.per_locale = per_locale or {}

    def target_of(self, locale):
        return self.per_locale.get(locale, self.target)

    def misses(self, locale):
        value, target = self.values.get(locale), self.target_of(locale)
        return value is not None and target is not None and (value > target if self.at_most else value < target)

    def shown(self, locale):
        value = self.values.get(locale)
        return "-" if value is None else "%.*f%s" % (self.decimals, cut(value, self.decimals, self.at_most), "*" if self.misses(locale) else " ")

    def shown_target(self):
        if self.target is None:
            return ""
        own = "".join("; %s %g" % (k, v) for k, v in self.per_locale.items())
        return ("at most " if self.at_most else "at least ") + "%g" % self.target + own

    def as_json(self, columns):
        return {"name": self.name, "target": self.target, "targets_of_locales": self.per_locale, "better": "lower" if self.at_most else "higher",
                "values": {c: self.values.get(c) for c in columns}, "missed": [c for c in columns if self.misses(c)], "note": self.note}


def cut(value, decimals, up):
    """Rounded to the worse side, so that 0.9979 is never shown as 0.998."""
    unit = 10 ** decimals
    scaled = round(value * unit, 6)
    return (-(-scaled // 1) if up else scaled // 1) / unit


def over(locales, of):
    return {k: of(k) for k in locales + ["all"]}


def measures(results, locales):
    sxs, planted_align, drift, real = (results[name] for name, _, _ in RUNS)

    def align(result):
        return over(locales, lambda k: result[k]["f1"] if result.get(k, {}).get("gold") else None)

    def planted(mode, key):
        def of(k):
            row = drift[mode] if k == "all" else drift[mode]["locales"].get(k, {})
            return row.get(key) if row.get("planted") else None
        return over(locales, of)

    def worst(of):
        both = [planted(mode, of) for mode in (NO_BASE, BASE)]
        return over(locales, lambda k: max((b[k] for b in both if b[k] is not None), default=None))

    def untranslated(k):
        row = real["untranslated"].get(k, {})
        return row.get("f1") if row.get("n untranslated") else None

    def revised(k):
        stale = real["stale"]
        rows = stale["locales"].values() if k == "all" else [stale["locales"].get(k, {})]
        there = sum(row.get("n " + kind, 0) for row in rows for kind in ("stale", "added", "removed"))
        return (stale if k == "all" else stale["locales"][k])["f1"] if there else None

    kinds = [(v["recall"], kind, mode) for mode in (NO_BASE, BASE) for kind, v in drift[mode]["kinds"].items()]
    lowest = min(kinds, default=(None, "", ""))
    failed = {"all": sum(r.get("errors", 0) for r in (sxs["all"], planted_align["all"], drift[NO_BASE], drift[BASE], real["stale"]))
              + sum(r.get("errors", 0) for k, r in real["untranslated"].items() if k in locales)}
    return [
        Measure("align, published pages: F1", .998, align(sxs)),
        Measure("align, planted errors: F1", .985, align(planted_align)),
        Measure("planted errors, old source known: precision", .95, planted(BASE, "precision")),
        Measure("planted errors, old source known: recall", .95, planted(BASE, "recall")),
        Measure("planted errors, old source unknown: precision", .93, planted(NO_BASE, "precision")),
        Measure("planted errors, old source unknown: recall", .93, planted(NO_BASE, "recall")),
        Measure("lowest recall of a kind of error", .90, {"all": lowest[0]}, note="%s, %s" % lowest[1:] if lowest[0] is not None else ""),
        Measure("false alarms on clean pages", 0, worst("false_alarms_clean"), at_most=True, decimals=0),
        Measure("false alarms per 1,000 segments", 3, worst("alarms_per_1000"), at_most=True, decimals=2),
        Measure("untranslated text: F1", .97, over(locales, untranslated), per_locale={"de-DE": .95} if "de-DE" in locales else {}),
        Measure("real revisions, old source known: F1", .95, over(locales, revised)),
        Measure("pages that the program failed on", 0, failed, at_most=True, decimals=0),
    ]


# ---------------------------------------------------------------- running
def score(options, name, mode, extra, out):
    command = [sys.executable, options.scorer, mode, "--tool", options.tool, "--corpus", options.corpus, "--json", out, "--jobs", str(options.jobs)] + extra
    command += [word for locale in options.locale for word in ("--locale", locale)] + (["--limit", str(options.limit)] if options.limit else [])
    print("scoring: %s" % name, file=sys.stderr, flush=True)
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
    if run.returncode or not os.path.exists(out):
        raise CannotRun("the scorer failed on '%s': %s" % (name, (run.stdout.strip().splitlines() or ["no message"])[-1]))
    with open(out, encoding="utf-8") as f:
        return json.load(f)["result"]


def folders(path):
    return sorted(e.path for e in os.scandir(path) if e.is_dir()) if os.path.isdir(path) else []


def times(options, locales):
    """Milliseconds of each comparison of the pages with planted errors, one after the other, the program's start included."""
    taken = {}
    for locale in locales:
        cases = folders(os.path.join(options.corpus, "drift", locale))
        for case in cases[:options.limit] if options.limit else cases:
            command = compare(options, os.path.join(case, "new-source.md"), os.path.join(case, "target.md"), locale)
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            taken.setdefault(locale, []).append(1000 * (time.perf_counter() - start))
    medians = {k: statistics.median(v) for k, v in taken.items()}
    if taken:
        medians["all"] = statistics.median(x for v in taken.values() for x in v)
    return medians


def check(options):
    """Says in one line what is missing."""
    words = shlex.split(options.tool)
    if not words:
        raise CannotRun("--tool names no program")
    if not shutil.which(words[0]):
        raise CannotRun("no program at %s: build it with './build.sh build', or name it with --tool" % words[0])
    if not os.path.isdir(options.corpus):
        raise CannotRun("no corpora at %s: name them with --corpus or $HEXAPLA_CORPORA" % options.corpus)
    if not os.path.isfile(options.scorer):
        raise CannotRun("no scorer at %s: name it with --scorer" % options.scorer)


def trial(options):
    """Compares one page, so that a program that cannot run is not reported as one that finds nothing."""
    for folder, _, names in sorted(os.walk(options.corpus)):
        locale = next((x for x in folder.split(os.sep)[::-1] if re.fullmatch("[a-z]{2}-[A-Z]{2}", x)), None)
        target = next((x for x in sorted(names) if x.endswith("target.md")), None)
        source = target and next((x for x in (target[:-len("target.md")] + y for y in ("source.md", "new-source.md")) if x in names), None)
        if locale and source:
            command = compare(options, os.path.join(folder, source), os.path.join(folder, target), locale)
            run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
            if not run.stdout.strip():
                raise CannotRun("the program cannot compare a page: %s" % (run.stderr.strip().splitlines() or ["exit status %d" % run.returncode])[0])
            return
    raise CannotRun("no pages in %s: README.md beside this script says which files are needed" % options.corpus)


def compare(options, source, target, locale):
    return shlex.split(options.tool) + ["compare", source, target, "--source-locale", "en-US", "--target-locale", locale, "--format", "json"]


def absolute(tool):
    """The command with its program's path made absolute, where it is a path to a file that is there."""
    words = [tool] if os.path.isfile(tool) else shlex.split(tool)
    if words and os.path.isfile(words[0]):
        words[0] = os.path.abspath(words[0])
    return " ".join(shlex.quote(w) for w in words)


def arguments():
    corpora = os.environ.get("HEXAPLA_CORPORA") or os.path.join(SHARED, "corpora")
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tool", default=os.path.join(PACKAGE, ".build", "release", "hexapla"), help="command prefix (default: .build/release/hexapla)")
    p.add_argument("--corpus", default=corpora, help="the corpora (default: $HEXAPLA_CORPORA, else ../shared/corpora beside the package)")
    p.add_argument("--scorer", help="score.py (default: ../shared/score/score.py beside the package, else score/score.py beside the corpora)")
    p.add_argument("--json", metavar="OUT", help="write the figures as JSON too")
    p.add_argument("--locale", action="append", default=[], help="repeatable (default: every locale of the corpora)")
    p.add_argument("--limit", type=int, default=0, metavar="N", help="N pages per locale and set, for a first look")
    p.add_argument("-j", "--jobs", type=int, default=2, help="comparisons at a time while scoring (default 2)")
    options = p.parse_args()
    options.tool = absolute(options.tool)
    options.corpus = os.path.normpath(options.corpus)
    if not options.scorer:
        places = [os.path.join(SHARED, "score", "score.py"), os.path.join(options.corpus, "..", "score", "score.py")]
        options.scorer = os.path.normpath(next((x for x in places if os.path.isfile(x)), places[0]))
    return options


# ---------------------------------------------------------------- printing
def table(rows):
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(x.ljust(w) if i in (0, len(row) - 1) else x.rjust(w) for i, (x, w) in enumerate(zip(row, widths))).rstrip())


def main():
    options = arguments()
    try:
        check(options)
        trial(options)
        with tempfile.TemporaryDirectory() as scratch:
            results = {name: score(options, name, mode, extra, os.path.join(scratch, "%d.json" % i)) for i, (name, mode, extra) in enumerate(RUNS)}
    except CannotRun as e:
        print("accuracy: %s" % e, file=sys.stderr)
        return 2
    known = [k for k in results[RUNS[0][0]] if k != "all"]
    locales = options.locale or known
    rows = measures(results, locales)
    print("timing", file=sys.stderr, flush=True)
    medians = times(options, locales)

    columns = locales + ["all"]
    table([["measure"] + [c + " " for c in columns] + ["target"]]
          + [[m.name] + [m.shown(c) for c in columns] + [m.shown_target() + (" (%s)" % m.note if m.note else "")] for m in rows]
          + [["time per page, ms (median)"] + ["%.0f " % medians[c] if c in medians else "-" for c in columns] + ["no target"]])
    missed = [(m, c) for m in rows for c in columns if m.misses(c)]
    for m, c in missed:
        print("* misses its target: %s, %s: %s, target %g" % (m.name, c, m.shown(c).rstrip("* "), m.target_of(c)))
    if not missed:
        print("every target that could be measured is met" + (" (on %d pages per locale and set)" % options.limit if options.limit else ""))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump({"tool": options.tool, "limit": options.limit, "locales": locales, "measures": [m.as_json(columns) for m in rows],
                       "milliseconds_per_page": medians}, f, ensure_ascii=False, indent=1)
            f.write("\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
