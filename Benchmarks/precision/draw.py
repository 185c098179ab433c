#!/usr/bin/env python3
"""Draws findings of a rule for judging by hand, and prints how many of those judged were right.

usage:
  draw.py collect [--tool CMD]         runs the program over all corpora and keeps its findings
  draw.py draw RULE[:SEVERITY] [-n 50] [--all] [--todo]
                                       the drawn findings with source and target, as Markdown
  draw.py --table [-n 50]              rule | severity | drawn | right | wrong
  draw.py counts                       rule | severity | findings

README.md beside this file says what is drawn from and how verdicts are kept. Python's standard library only.
Exit status: 0, or 2 where it could not run.
"""
import argparse
import collections
import concurrent.futures
import glob
import hashlib
import json
import os
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))
SHARED = os.environ.get("HEXAPLA_SHARED") or os.path.join(PACKAGE, "..", "shared")
JUDGED = os.path.join(HERE, "judged.tsv")
SOURCE_LOCALE = "en-US"
ORDER = {"error": 0, "warning": 1, "note": 2}


# ---------------------------------------------------------------- what is run
def pairs():
    """(name, locale, source, target, old source) of every pair of pages of the corpora."""
    corpora = os.path.join(SHARED, "corpora")
    for folder in ("sxs", "competencies"):
        for target in sorted(glob.glob(f"{corpora}/{folder}/*/*.target.md")):
            yield name(target), locale(target, 1), target.replace(".target.md", ".source.md"), target, None
    for page in sorted(glob.glob(f"{corpora}/spans/*/*.md")):
        if not page.endswith(".source.md"):
            yield name(page), locale(page, 1), page[:-3] + ".source.md", page, None
    for folder in ("competencies/real-drift", "drift-real", "drift"):
        for target in sorted(glob.glob(f"{corpora}/{folder}/*/*/target.md")):
            case = os.path.dirname(target)
            # In `real-drift` the old source is not the one that the page was translated from.
            old = None if folder.endswith("real-drift") else f"{case}/old-source.md"
            yield name(target), locale(target, 2), f"{case}/new-source.md", target, old


def locale(path, up):
    return path.split("/")[-1 - up]


def name(path):
    return os.path.relpath(path, os.path.join(SHARED, "corpora"))


def trees():
    """(name, folder of locales) of the projects, which are checked whole."""
    yield "content", os.path.join(PACKAGE, "content")
    yield "seeds", os.path.join(SHARED, "seeds", "content")


def output(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout:
        sys.exit(f"{shlex.join(command)}: {done.stderr.strip() or 'no output'}")
    return json.loads(done.stdout)["findings"]


def compared(tool, pair):
    place, target_locale, source, target, old = pair
    common = [*tool, "compare", source, target, "--source-locale", SOURCE_LOCALE, "--target-locale", target_locale, "--format", "json"]
    found = output(common)
    # What the old source tells besides: drift.
    if old:
        found += [finding for finding in output(common + ["--base", old]) if finding["rule"].startswith("stale")]
    return [row(finding, target_locale, place) for finding in found]


def row(finding, locale, place):
    source, target, evidence = finding.get("source") or {}, finding.get("target") or {}, finding.get("evidence") or {}
    kept = {
        "rule": finding["rule"], "severity": finding["severity"], "locale": locale, "message": finding["message"],
        "place": f"{place}:{target.get('line') or source.get('line') or 0}",
        "source": source.get("text") or "", "target": target.get("text") or "",
    }
    told = [kept["rule"], locale, kept["source"], kept["target"], kept["message"]]
    kept["id"] = hashlib.sha1("\x1f".join(told).encode()).hexdigest()[:12]
    return kept


def collect(tool, path):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = [row for found in pool.map(lambda pair: compared(tool, pair), list(pairs())) for row in found]
    for place, folder in trees():
        if os.path.isdir(folder):
            command = [*tool, "check", "--content", folder, "--no-cache", "--format", "json"]
            rows += [row(finding, finding["locale"], f"{place}/{finding['locale']}/{finding['page']}") for finding in output(command)]
    # The corpora overlap: the same finding on the same sentences is one.
    unique = {}
    for found in rows:
        unique.setdefault(found["id"], found)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for found in unique.values():
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
    print(f"{len(unique)} findings of {len(rows)} are different: {path}")


# ---------------------------------------------------------------- what is drawn
def kept(path):
    if not os.path.exists(path):
        sys.exit(f"{path}: run 'draw.py collect' first")
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def chance(found, seed):
    """Orders findings at random, each by itself: one that comes or goes leaves the rest drawn."""
    return hashlib.sha1(f"{seed}/{found['id']}".encode()).hexdigest()


def is_planted(found):
    """Pages with faults on purpose: a rule finds those more easily than what is left in published pages, which is drawn first."""
    return found["place"].startswith(("drift/", "content/"))


def is_provable(found):
    """Whether a page follows its source is told by the bytes of the source; the corpora hold those in few places only."""
    return found["rule"] != "stale-page" or found["place"].startswith(("drift-real/", "seeds/", "content/"))


def drawn(rows, rule, severity, count, seed):
    fitting = [found for found in rows if found["rule"] == rule and severity in (None, found["severity"]) and is_provable(found)]
    fitting.sort(key=lambda found: (is_planted(found), chance(found, seed)))
    return fitting if count is None else fitting[:count]


def verdicts():
    if not os.path.exists(JUDGED):
        return {}
    with open(JUDGED, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {fields[1]: (fields[3], fields[4] if len(fields) > 4 else "") for fields in rows}


def show(found, short):
    if short:
        print(f"{found['id']} {found['severity'][0]} {found['locale']} {found['place'].split('.target')[0][:60]} | {found['message']}"[:300])
        print(f"   S {found['source']}"[:short])
        return print(f"   T {found['target']}"[:short])
    print(f"## {found['id']} · {found['severity']} · {found['locale']} · {found['place']}\n")
    print(f"{found['message']}\n")
    for side in ("source", "target"):
        if found[side]:
            print(f"- {side}: {found[side]}")
    print()


def table(rows, count, seed):
    judged = verdicts()
    kinds = sorted({(found["rule"], found["severity"]) for found in rows}, key=lambda kind: (kind[0], ORDER[kind[1]]))
    print("| rule | severity | findings | drawn | of published pages | right | wrong | not judged |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for rule, severity in kinds:
        sample = drawn(rows, rule, severity, count, seed)
        said = collections.Counter(judged.get(found["id"], ("open",))[0] for found in sample)
        # Notes are drawn only where they were judged.
        if severity == "note" and said["open"] == len(sample):
            continue
        total = len(drawn(rows, rule, severity, None, seed))
        published = sum(not is_planted(found) for found in sample)
        print(f"| {rule} | {severity} | {total} | {len(sample)} | {published} | {said['right']} | {said['wrong']} | {said['open']} |")


def counts(rows):
    found = collections.Counter((row["rule"], row["severity"]) for row in rows)
    for (rule, severity), number in sorted(found.items()):
        print(f"{number:6} {severity:8} {rule}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", nargs="?", choices=["collect", "draw", "counts"])
    parser.add_argument("rule", nargs="?")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--tool", default=os.path.join(PACKAGE, ".build", "release", "hexapla"))
    parser.add_argument("--findings", default=os.path.join(PACKAGE, ".build", "precision", "findings.jsonl"))
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--all", action="store_true", help="all findings of the rule")
    parser.add_argument("--short", type=int, default=0, metavar="N", help="three lines a finding, N characters each at most")
    parser.add_argument("--todo", action="store_true", help="only those that nobody has judged")
    options = parser.parse_args()
    if options.verb == "collect":
        return collect(shlex.split(options.tool), options.findings)
    rows = kept(options.findings)
    if options.table:
        return table(rows, options.n, options.seed)
    if options.verb == "counts":
        return counts(rows)
    if options.verb != "draw" or not options.rule:
        parser.error("name a verb, and a rule to draw from")
    rule, _, severity = options.rule.partition(":")
    known = verdicts() if options.todo else {}
    for found in drawn(rows, rule, severity or None, None if options.all else options.n, options.seed):
        if found["id"] not in known:
            show(found, options.short)


if __name__ == "__main__":
    main()
