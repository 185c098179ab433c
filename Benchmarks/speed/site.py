#!/usr/bin/env python3
"""Writes a site to measure on: N source pages in six locales, about 4 KB each, the same bytes for the same seed.

usage: site.py N OUT [--seed S] [--missing 0.03] [--untranslated 0.03] [--numbers 0.03] [--drift 0.05] [--per-section 25]

OUT/content/<locale>/<section>/<page>.md   the pages; en-US is the source
OUT/truth.tsv                              what was planted: locale, page, kind, line, text (line 0: the page itself)
OUT/hugo.toml, OUT/layouts/                for Hugo, which reads the same files in place

--missing: share of translations that are missing; --untranslated: share of segments left in English; --numbers: share of segments with
numbers that state another one; --drift: share of translations that lack an item of the source or have one that it lacks.
"""
import argparse
import hashlib
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import sentences as words  # noqa: E402
from sentences import LOCALES  # noqa: E402

EN, ZH_CN, ZH_TW, RU, JA, DE = range(6)
JOIN = object()     # between two sentences of a paragraph: a space where the language, or what was left in English, asks for one


def number(value, locale):
    text = "%d,%03d" % divmod(value, 1000) if value >= 1000 else str(value)
    return text.replace(",", {DE: ".", RU: "\u00a0"}.get(locale, ","))


def capital(text):
    return text[:1].upper() + text[1:]


class Segment:
    """A sentence in all languages, with what fills its slots."""

    def __init__(self, forms, slots, sentence=True):
        self.forms, self.slots, self.sentence = forms, slots, sentence
        self.hasNumber = any(slot in forms[EN] for slot in ("{m}", "{m2}", "{n}"))

    def text(self, locale, changes=None):
        slots = {key: value[locale] if isinstance(value, tuple) else value for key, value in {**self.slots, **(changes or {})}.items()}
        slots["n"] = number(slots["n"], locale)
        return self.forms[locale].format(**slots)


class Site:
    def __init__(self, pages, seed=1, missing=.03, untranslated=.03, numbers=.03, drift=.05, perSection=25):
        self.pages, self.seed, self.perSection = pages, seed, perSection
        self.missing, self.untranslated, self.numbers, self.drift = missing, untranslated, numbers, drift

    # Who a page is.
    def product(self, index):
        return "%s %d" % (words.PRODUCTS[index % len(words.PRODUCTS)], index // (len(words.PRODUCTS) * len(words.TOPICS)) + 2)

    def topic(self, index):
        return words.TOPICS[(index // len(words.PRODUCTS) + index) % len(words.TOPICS)]

    def section(self, index):
        return "part-%04d" % (index // self.perSection + 1)

    def slug(self, index):
        return "%s-%s" % (self.product(index).lower().replace(" ", "-"), self.topic(index)[0])

    def title(self, index):
        return tuple("%s: %s" % (self.product(index), form) for form in self.topic(index)[1])

    def address(self, index, other):
        folder = "" if self.section(index) == self.section(other) else "../%s/" % self.section(other)
        return folder + self.slug(other) + ".md"

    def __iter__(self):
        """(locale, path below the locale, bytes, what was planted) of every page that exists, and of those that do not, with None."""
        for index in range(self.pages):
            page = PageWriter(self, index)
            source = page.render(EN, None)[0]
            digest = hashlib.sha1(source).hexdigest()
            for locale in range(6):
                text, planted = (source, []) if locale == EN else page.render(locale, digest)
                yield LOCALES[locale], page.path, text, planted


class PageWriter:
    """The parts of a page, drawn once for all its locales: (text before, segment or None, text after, whether it may be dropped)."""

    def __init__(self, site, index):
        self.site, self.index = site, index
        self.random = random.Random(site.seed * 1_000_003 + index)
        self.product = site.product(index)
        self.path = "%s/%s.md" % (site.section(index), site.slug(index))
        self.parts, self.size, self.anchors = [], 0, set()
        self.unused = {kind: self.random.sample(forms, len(forms)) for kind, forms in words.HEADINGS.items()}
        self.write()

    # Drawing.
    def slots(self):
        r = self.random
        other = r.randrange(self.site.pages)
        first, second = r.sample(words.COUNTS, 2)
        exam = "WX-%d" % r.randrange(110, 490, 5)
        return {"m": first, "m2": second, "n": r.randrange(20, 199) * 50, "p": self.product, "k": r.choice(words.SETTINGS), "f": r.choice(words.FILES),
                "u": self.link(), "t": self.site.title(other), "l": self.site.address(self.index, other), "e": exam,
                "x": "https://learning.example.org/exam-" + exam.lower(), "d": "", "a": ""}

    def link(self):
        r = self.random
        if r.random() < .4:
            return self.site.address(self.index, r.randrange(self.site.pages))
        return "https://docs.example.org/%s/%d" % (r.choice(["guides", "forms", "rules", "help"]), r.randrange(100, 9999))

    def draw(self, forms):
        return Segment(forms, self.slots())

    def task(self, conditional):
        r = self.random
        slots = self.slots()
        if r.random() < .6:
            task, thing = r.choice(words.DEVICE_TASKS), r.choice(words.DEVICES)
        else:
            task, thing = r.choice(words.PAPER_TASKS), r.choice(words.PAPERS)
        slots["a"] = tuple(form.split("|")[-1] for form in thing)
        condition = r.choice([c for c in words.CONDITIONS if not any("{%s}" % s in c[EN] and "{%s}" % s in task[EN] for s in ("m", "p"))]) if conditional else [""] * 6
        return Segment([capital(condition[i] + task[i]) + ("。" if i in (ZH_CN, ZH_TW, JA) else ".") for i in range(6)], slots)

    def fact(self):
        slots = self.slots()
        slots["d"] = tuple(capital(form.split("|")[0]) if i in (EN, RU, DE) else form for i, form in enumerate(self.random.choice(words.DEVICES)))
        forms = self.random.choice(words.DEVICE_FACTS)
        return Segment([form + ("。" if i in (ZH_CN, ZH_TW, JA) else ".") for i, form in enumerate(forms)], slots)

    def prose(self):
        x = self.random.random()
        if x < .3:
            return self.task(conditional=True)
        if x < .45:
            return self.task(conditional=False)
        return self.fact() if x < .65 else self.draw(self.random.choice(words.SENTENCES))

    # Writing.
    def add(self, before, segment, after="\n", droppable=False):
        self.parts.append((before, segment, after, droppable))
        self.size += len(before) + (len(segment.text(EN)) if segment else 0) + (1 if after is JOIN else len(after))

    def raw(self, text):
        self.add(text, None, "")

    def heading(self, level, forms, slots=None):
        name = "".join(c if c.isalnum() else "-" for c in forms[EN].format(**(slots or {})).lower()).strip("-").replace("--", "-")
        anchor = name
        while anchor in self.anchors:
            anchor = "%s-%d" % (name, int(anchor[len(name) + 1:] or 0) + 1)
        self.anchors.add(anchor)
        self.add('%s <a name="%s"></a>' % ("#" * level, anchor), Segment(forms, slots or self.slots(), sentence=False), "\n\n")

    def paragraph(self, low, high):
        count, used = self.random.randint(low, high), set()
        for i in range(count):
            segment = self.prose()
            while tuple(segment.forms) in used:
                segment = self.prose()
            used.add(tuple(segment.forms))
            self.add("", segment, "\n\n" if i == count - 1 else JOIN)

    def items(self, indent, low, high):
        chosen = self.random.sample(words.ITEMS, self.random.randint(low, high))
        for forms in chosen:
            self.add(indent + "- ", self.draw(forms), "\n", droppable=len(chosen) > 2)

    def write(self):
        r = self.random
        self.heading(1, self.site.title(self.index))
        self.add("", self.draw(words.PURPOSE), JOIN)
        self.paragraph(1, 3)
        kinds = {"guide": ["steps", "prose", "alert", "code", "image", "prose"], "rules": ["targets", "alert", "table", "prose", "targets"],
                 "reference": ["table", "code", "prose", "table", "alert", "code"], "answers": ["questions", "prose", "image", "steps", "alert"]}
        order, target = kinds[r.choice(list(kinds))], r.randrange(2000, 3400)
        rotation, last = r.randrange(len(order)), None
        while self.size < target:
            kind = order[rotation % len(order)]
            rotation += 1
            if kind not in ("alert", "image"):
                kind = kind if self.unused[kind] else next((k for k in ("prose", "steps", "table") if self.unused[k]), "image")
            if kind == last == "image":
                break
            getattr(self, "write_" + kind)()
            last = kind
        self.write_links()

    def write_prose(self):
        self.heading(2, self.unused["prose"].pop())
        for _ in range(self.random.randint(1, 3)):
            self.paragraph(2, 4)

    def write_steps(self):
        r = self.random
        self.heading(2, self.unused["steps"].pop())
        self.paragraph(1, 2)
        for i in range(r.randint(3, 6)):
            self.add("%d. " % (i + 1), self.task(r.random() < .3))
            if r.random() < .3:
                self.raw("\n")
                self.items("    ", 2, 3)
                self.raw("\n")
        self.raw("\n")

    def write_targets(self):
        r = self.random
        self.heading(2, self.unused["targets"].pop())
        self.paragraph(1, 2)
        for level in words.LEVELS:
            self.heading(3, level)
            self.add("1. ", self.draw(r.choice(words.TARGETS)), "\n\n")
            if r.random() < .5:
                for kind in r.sample(words.KINDS, 2):
                    self.add("    - ", self.draw(kind))
                    self.items("        ", 1, 2)
                self.items("    ", 1, 2)
            else:
                self.items("    ", 3, 5)
            self.raw("\n")
            self.add("2. ", self.draw(words.EXAM_TARGET), "\n\n")
            exams = r.sample(words.EXAMS, 3)
            for exam in exams[:2]:
                self.add("    - ", self.draw(exam))
            if r.random() < .5:
                self.raw("\n")
                self.add("    ", self.draw(words.OR), "\n\n")
                self.add("    - ", self.draw(exams[2]))
            self.raw("\n")

    def write_table(self):
        r = self.random
        headings = words.HEADINGS["table"]
        heading = self.unused["table"].pop()
        self.heading(2, heading)
        columns, rows, middle, right = words.TABLES[headings.index(heading)]
        self.paragraph(1, 1)
        for i, column in enumerate(columns):
            self.cell("| " if i == 0 else " | ", column, " |\n" if i == 2 else "")
        self.raw("| --- | ---: | --- |\n" if middle == "{n}" else "| :--- | --- | --- |\n")
        for row in r.sample(rows, r.randint(3, len(rows))):
            self.cell("| ", row, "")
            self.cell(" | ", (middle,) * 6, "")
            self.cell(" | ", r.choice(right), " |\n")
        self.raw("\n")

    def cell(self, before, forms, after):
        self.add(before, Segment(forms, self.slots(), sentence=False), after)

    def write_code(self):
        self.heading(2, self.unused["code"].pop())
        self.paragraph(1, 2)
        language, text = self.random.choice(words.CODE)
        self.raw("```%s\n%s```\n\n" % (language, text.format(s=self.site.slug(self.index), **{k: v for k, v in self.slots().items() if k in ("m", "m2")})))

    def write_questions(self):
        self.heading(2, self.unused["questions"].pop())
        for question in self.random.sample(words.QUESTIONS, self.random.randint(2, 4)):
            self.heading(3, question)
            self.paragraph(1, 3)

    def write_alert(self):
        self.raw("> [!%s]\n" % self.random.choice(["NOTE", "TIP", "IMPORTANT", "WARNING"]))
        self.add("> ", self.prose(), "\n\n")

    def write_image(self):
        name, alt = self.random.choice(words.IMAGES)
        self.add("![", Segment(alt, self.slots(), sentence=False), "](../images/%s.svg)\n\n" % name)

    def write_links(self):
        self.heading(2, self.unused["links"].pop())
        for other in self.random.sample(range(self.site.pages), min(self.site.pages, self.random.randint(2, 4))):
            segment = self.draw(words.SEE)
            segment.slots.update(t=self.site.title(other), l=self.site.address(self.index, other))
            self.add("- ", segment)

    # One locale of it.
    def frontMatter(self, locale, r, digest):
        slots = {"p": self.product}
        lines = ["---", 'title: "%s"' % self.site.title(self.index)[locale], "description: " + words.PURPOSE[locale].format(**slots), "author: station-docs",
                 "keywords: " + words.KEYWORDS[locale].format(**slots), "ms.date: 05/17/2019"]
        if locale != EN:
            commit = hashlib.sha1(b"%d" % self.site.seed).hexdigest()
            lines += ["ms.openlocfilehash: " + digest, "ms.sourcegitcommit: " + commit, "ms.translationtype: " + ("MT" if r.random() < .1 else "HT"),
                      "ms.contentlocale: " + LOCALES[locale], "ms.lasthandoff: %02d/%02d/2019" % (r.randint(6, 12), r.randint(1, 28))]
        return "\n".join(lines + ["---", ""])

    def render(self, locale, digest):
        """(bytes, planted): planted is a list of (kind, line, text)."""
        site, r = self.site, random.Random(self.site.seed * 7_919_000_003 + self.index * 6 + locale)
        if locale != EN and r.random() < site.missing:
            return None, [("missing-page", 0, "")]
        planted, out = [], []
        line = 1

        def put(text):
            nonlocal line
            out.append(text)
            line += text.count("\n")

        put(self.frontMatter(locale, r, digest))
        droppable = [i for i, part in enumerate(self.parts) if part[3]]
        drift = r.choice(droppable) if locale != EN and droppable and r.random() < site.drift else None
        dropped = r.random() < .5
        for i, (before, segment, after, _) in enumerate(self.parts):
            if i == drift and dropped:
                planted.append(("dropped", line, segment.text(EN)))
                continue
            put(before)
            text = english = None
            if segment:
                text, english = segment.text(locale), segment.text(EN)
                if locale != EN and segment.sentence:
                    if r.random() < site.untranslated and text != english:
                        text = english
                        planted.append(("untranslated", line, text))
                    elif segment.hasNumber and r.random() < site.numbers:
                        slots = segment.slots
                        text = segment.text(locale, {"m": other(r, words.COUNTS, slots["m"]), "m2": other(r, words.COUNTS, slots["m2"]), "n": other(r, range(1000, 9950, 50), slots["n"])})
                        planted.append(("number", line, text))
                put(text)
            put(("" if locale in (ZH_CN, ZH_TW, JA) and text != english else " ") if after is JOIN else after)
            if i == drift and not dropped:
                used = [part[1].forms for part in self.parts if part[1]]
                extra = Segment(r.choice([forms for forms in words.ITEMS if forms not in used] or words.ITEMS), {**segment.slots, "n": 4350, "m": 19}).text(locale)
                planted.append(("extra", line, extra))
                put(before + extra + after)
        return "".join(out).encode(), planted


def other(r, values, value):
    return r.choice([v for v in values if v != value])


# ---------------------------------------------------------------- Hugo
PAGE = """<!doctype html>
<html lang="{{ .Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">
{{ end }}<link rel="stylesheet" href="/site.css">
</head>
<body>
<header>
<a href="/{{ .Language.Lang }}/">{{ site.Title }}</a>
<nav><ul>{{ range .AllTranslations }}<li><a hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ index site.Params.names .Language.Lang }}</a></li>{{ end }}</ul></nav>
</header>
{{ partialCached "tree.html" . .Language.Lang .Section }}
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer>
</body>
</html>
"""
TREE = '<nav><ul>{{ with .CurrentSection }}{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul></nav>\n'
SINGLE = '{{ define "main" }}<article>{{ .Content }}</article><nav class="contents">{{ .TableOfContents }}</nav>{{ end }}\n'
LIST = '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n'
QUOTE = """{{ if eq .Type "alert" }}<div class="alert alert-{{ .AlertType }}">{{ .Text }}</div>{{ else }}<blockquote>{{ .Text }}</blockquote>{{ end }}
"""


def hugo(out):
    """What Hugo needs beside the content: one template, links and images as they are written."""
    lines = ['baseURL = "https://docs.example.org/"', 'title = "Documentation"', 'defaultContentLanguage = "en-US"', "defaultContentLanguageInSubdir = true",
             "uglyURLs = true", "disableLiveReload = true", 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]', 'timeout = "600s"',
             "[markup.goldmark.renderer]", "unsafe = true", "[markup.highlight]", "codeFences = false",
             "[markup.goldmark.renderHooks.link]", 'useEmbedded = "never"', "[markup.goldmark.renderHooks.image]", 'useEmbedded = "never"', "[languages]"]
    for weight, locale in enumerate(LOCALES, 1):
        lines += ["[languages.%s]" % locale, 'contentDir = "content/%s"' % locale, "weight = %d" % weight]
    lines += ["[params.names]"] + ['%s = "%s"' % (locale.lower(), name) for locale, name in zip(LOCALES, words.NAMES)]
    files = {"hugo.toml": "\n".join(lines) + "\n", "static/site.css": "main { max-width: 60em }\n", "layouts/partials/tree.html": TREE}
    files.update({"layouts/_default/%s.html" % name: text for name, text in
                  (("baseof", PAGE), ("single", SINGLE), ("list", LIST), ("_markup/render-blockquote", QUOTE))})
    for name, text in files.items():
        save(os.path.join(out, name), text.encode())


def save(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def make(out, site):
    """(pages written, their bytes, rows of truth)"""
    truth, count, size, folders = [], 0, 0, set()
    for locale, path, data, planted in site:
        truth += ["\t".join((locale, path, kind, str(line), text)) + "\n" for kind, line, text in planted]
        if data is None:
            continue
        full = os.path.join(out, "content", locale, path)
        folder = os.path.dirname(full)
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        with open(full, "wb") as file:
            file.write(data)
        count += 1
        size += len(data)
    for locale in LOCALES:
        for name, _ in words.IMAGES:
            save(os.path.join(out, "content", locale, "images", name + ".svg"), b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 8L4 1L8 8"/></svg>\n')
    save(os.path.join(out, "truth.tsv"), "".join(truth).encode())
    hugo(out)
    return count, size, truth


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=int, metavar="N")
    parser.add_argument("out", metavar="OUT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-section", type=int, default=25)
    for name, share in (("missing", .03), ("untranslated", .03), ("numbers", .03), ("drift", .05)):
        parser.add_argument("--" + name, type=float, default=share)
    a = parser.parse_args()
    count, size, truth = make(a.out, Site(a.pages, a.seed, a.missing, a.untranslated, a.numbers, a.drift, a.per_section))
    print("%d pages, %d bytes, %d a page; %d planted" % (count, size, size // max(count, 1), len(truth)))


if __name__ == "__main__":
    main()
