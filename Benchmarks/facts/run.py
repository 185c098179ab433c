#!/usr/bin/env python3
"""Facts across languages, measured on the public competency pages: agreement, and planted changes found.

Agreement: the facts of each leaf of each requirement list in a complete translation, against the source's.
Planted: one quantity, exam code, count, OR/AND or address is changed in one locale of a page, in any of its lists.
`requirement-disagreement` (in lists that are no requirements: `fact-disagreement`, and with the source page the rules that compare a
translation with it) must name that line in that locale, with the source page and without, and neither of the first two may report
anything else that it did not before.

usage: run.py [--corpora DIR] [--hexapla FILE] [--per-kind N] [--verbose]
"""
import argparse
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

LOCALES = ["zh-CN", "zh-TW", "ru-RU", "ja-JP", "de-DE"]
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# What one locale's connector becomes: the other word, as its pages write it.
CONNECTORS = {
    "zh-CN": ("或", "和"), "zh-TW": ("或", "和"), "ru-RU": ("ИЛИ", "И"), "ja-JP": ("または", "および"), "de-DE": ("ODER", "UND"),
}


def groups(corpora):
    """The pages of each source: (slug and date, source bytes) -> {locale: target text}."""
    found = collections.defaultdict(dict)
    folder = os.path.join(corpora, "competencies")
    for locale in LOCALES:
        for name in sorted(os.listdir(os.path.join(folder, locale))):
            if name.endswith(".target.md"):
                slug = name[: -len(".target.md")]
                with open(os.path.join(folder, locale, slug + ".source.md"), encoding="utf-8", newline="") as file:
                    source = file.read()
                with open(os.path.join(folder, locale, name), encoding="utf-8", newline="") as file:
                    found[(slug, source)][locale] = file.read()
    return found


def write(folder, locale, name, text):
    os.makedirs(os.path.join(folder, locale), exist_ok=True)
    with open(os.path.join(folder, locale, name + ".md"), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def hexapla(program, *arguments):
    run = subprocess.run([program, *arguments], capture_output=True)
    if run.returncode == 2:
        sys.exit(run.stderr.decode())
    return json.loads(run.stdout)


# --- Agreement ------------------------------------------------------------------------------------------


def leaves(node):
    if not node["children"]:
        yield node
    for child in node["children"]:
        yield from leaves(child)


def address(link):
    return re.sub(r"https?://", "", re.sub(r"/[a-z]{2}-[a-z]{2}(?=/)", "", link.lower().rstrip("/")))


def stated(facts):
    """The facts of a leaf as they are compared: everything, but for names of focus areas, which are words."""
    view = {key: facts[key] for key in ("kind", "choose", "scope", "refers_back", "quantities", "money", "dates", "codes")}
    view["subjects"] = [subject for subject in facts["subjects"] if subject["kind"] != "focus-area"]
    view["links"] = sorted(address(link) for link in facts["links"])
    return view


def agreement(program, pages, folder, verbose):
    for number, ((slug, source), targets) in enumerate(pages.items()):
        write(folder, "en-US", f"{slug}.v{number}", source)
        for locale, text in targets.items():
            write(folder, locale, f"{slug}.v{number}", text)
    model = hexapla(program, "model", "--content", folder)
    total, equal = collections.Counter(), collections.Counter()
    for page in model["pages"]:
        for section in page["requirements"]:
            for leaf in (leaf for node in section["requirements"] for leaf in leaves(node)):
                for locale in LOCALES:
                    if locale not in page["locales"]:
                        continue
                    total[locale] += 1
                    facts = leaf["facts"]
                    if "en-US" in facts and locale in facts and stated(facts["en-US"]) == stated(facts[locale]):
                        equal[locale] += 1
                    elif verbose:
                        line = leaf["wordings"].get(locale, {}).get("line")
                        print("differs:", locale, page["path"], section["anchor"], leaf["id"], "line", line)
    print(f"{'agreement of leaves':24}", *(f"{locale} {equal[locale]}/{total[locale]} {equal[locale] / max(1, total[locale]):.4f}" for locale in LOCALES))


# --- Planted changes ------------------------------------------------------------------------------------


def other_digit(digit):
    return str((int(digit) + 3) % 9 + 1)


def changes(locale, text):
    """(kind, line, changed text) for every place of the page that can be changed."""
    lines = text.split("\n")
    body = next((i for i in range(1, len(lines)) if lines[i].strip() == "---"), 0) if lines[0].strip() == "---" else 0
    for i, line in enumerate(lines):
        if i <= body or line.startswith("<!--") and "-->" not in line:
            if line.startswith("<!--"):
                return
            continue
        if not re.match(r"\s*([-*]|\d+\.)\s|\s+\*\*", line):
            continue
        def changed(start, end, new):
            return "\n".join(lines[:i] + [line[:start] + new + line[end:]] + lines[i + 1:])
        quantity = re.search(r"(?<![\d\w.,-])[1-9](?=\d{0,2}[., \u00a0]?000\b)", line)
        if quantity and "](" not in line[: quantity.start()]:
            yield "quantity", i + 1, changed(quantity.start(), quantity.start() + 1, other_digit(quantity.group()))
        code = re.search(r"\b(70-|MB6-|MB2-)(\d)\d\d\b(?=[^(]*\]\()", line)
        if code:
            yield "exam", i + 1, changed(code.start(2), code.end(2), other_digit(code.group(2)))
        count = re.search(r"\*\*(\d)\*\*", line)
        if count:
            yield "count", i + 1, changed(count.start(1), count.end(1), other_digit(count.group(1)))
        link = re.search(r"\]\((https?://[^)\s]*)\)", line)
        if link:
            yield "address", i + 1, changed(link.start(1), link.end(1), link.group(1).replace("exam-70", "exam-71") if "exam-70" in link.group(1) else link.group(1) + "/more")
        word = re.fullmatch(r"\s*\*\*([^*]+)\*\*\s*", line)
        if word:
            either, both = CONNECTORS[locale]
            if word.group(1).strip().casefold() in (either.casefold(), {"zh-CN": "或者"}.get(locale, either)):
                yield "or-and", i + 1, changed(word.start(1), word.end(1), both)
            elif word.group(1).strip() in (both, "并且", "Und"):
                yield "or-and", i + 1, changed(word.start(1), word.end(1), either)


def planted(program, pages, folder, per_kind, verbose):
    random.seed(4)
    cases = []
    for number, ((slug, source), targets) in enumerate(pages.items()):
        if len(targets) < 3:
            continue
        for locale, text in targets.items():
            byKind = collections.defaultdict(list)
            for kind, line, changed in changes(locale, text):
                byKind[kind].append((line, changed))
            for kind, found in byKind.items():
                for line, changed in random.sample(found, min(per_kind, len(found))):
                    cases.append((f"{slug}.v{number}.c{len(cases)}", kind, locale, line, changed, source, targets))
    for withSource in (True, False):
        site = os.path.join(folder, "with" if withSource else "without")
        for name, kind, locale, line, changed, source, targets in cases:
            if withSource:
                write(site, "en-US", name, source)
            for other, text in targets.items():
                write(site, other, name, changed if other == locale else text)
        for number, ((slug, source), targets) in enumerate(pages.items()):
            if withSource:
                write(site, "en-US", f"clean.{slug}.v{number}", source)
            for other, text in targets.items():
                write(site, other, f"clean.{slug}.v{number}", text)
        report = hexapla(program, "check", "--content", site, "--format", "json")
        byPage, compared = collections.defaultdict(set), collections.defaultdict(set)
        for finding in report["findings"]:
            place = (finding["locale"], (finding["target"] or {}).get("line"))
            if finding["rule"] in ("requirement-disagreement", "fact-disagreement"):
                byPage[finding["page"]].add(place)
            elif finding["rule"] in ("number-mismatch", "link-mismatch", "entity-mismatch"):
                compared[finding["page"]].add(place)
        total, hit, other, extra = collections.Counter(), collections.Counter(), 0, 0
        for name, kind, locale, line, *_ in cases:
            total[kind] += 1
            clean = byPage["clean." + name.rsplit(".", 1)[0] + ".md"]
            found = byPage[name + ".md"]
            near = {place for place in found if place[0] == locale and place[1] is not None and place[1] == line}
            if near:
                hit[kind] += 1
            elif (locale, line) in compared[name + ".md"]:
                hit[kind] += 1
                other += 1
            elif verbose:
                print("missed:", "with" if withSource else "without", kind, name, locale, "line", line, sorted(found - clean, key=str))
            if found - clean - near:
                extra += 1
                if verbose:
                    print("beside:", "with" if withSource else "without", kind, name, locale, "line", line, sorted(found - clean - near, key=str))
        rows = " ".join(f"{kind} {hit[kind]}/{total[kind]}" for kind in sorted(total))
        clean = sum(len(places) for page, places in byPage.items() if page.startswith("clean."))
        share = sum(hit.values()) / max(1, sum(total.values()))
        print(f"{'planted, ' + ('source at hand' if withSource else 'source withheld'):24}", rows, f"all {share:.4f} ({other} by comparison with the source); reported elsewhere in {extra} cases; on clean pages {clean}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", default=os.path.join(ROOT, "..", "shared", "corpora"))
    parser.add_argument("--hexapla", default=os.path.join(ROOT, ".build", "release", "hexapla"))
    parser.add_argument("--per-kind", type=int, default=2, help="changes of a kind planted in a page of a locale")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    if not os.path.isdir(os.path.join(arguments.corpora, "competencies")):
        print("skipped: no competency pages in", arguments.corpora)
        return
    pages = groups(arguments.corpora)
    folder = tempfile.mkdtemp(prefix="hexapla-facts-")
    try:
        agreement(arguments.hexapla, pages, os.path.join(folder, "agreement"), arguments.verbose)
        planted(arguments.hexapla, pages, os.path.join(folder, "planted"), arguments.per_kind, arguments.verbose)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
