"""How well search finds: its answers beside a plain substring search over the visible text, and the bytes that a query fetches.

    Benchmarks/search/run.py SITE [--locales zh-tw,ja-jp] [--queries 300] [--seed 1] [--pagefind COMMAND]

SITE is a built site. Queries are drawn from its own pages by a fixed seed: substrings of 2 to 6 letters of text that has no spaces, whole words of
text that has. Recall is the share of the pages with the substring that search finds, precision the share of what it finds that has it; both are means
over the queries; `word_starts` counts a word only where one begins with it. Words of languages that inflect are judged by stem as well, where PyPI's snowballstemmer is there. With --pagefind the same queries are
asked of Pagefind, over the same articles.
"""

import argparse
import functools
import html.parser
import http.server
import json
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata

from playwright.sync_api import sync_playwright

try:
    import snowballstemmer
except ImportError:
    snowballstemmer = None

RUNNING = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff]{2,}")
WORD = re.compile(r"[^\W\d_]{4,}")
STEMMERS = {"de": "german", "ru": "russian", "en": "english"}
INLINE = set("a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strong sub time u var wbr".split())
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Article(html.parser.HTMLParser):
    """The title and the text inside <article>; elements that begin a line do."""

    def __init__(self):
        super().__init__()
        self.depth, self.parts, self.skipping = 0, [], None

    def handle_starttag(self, tag, attributes):
        if tag == "article":
            self.depth += 1
        if tag in ("rt", "rp", "script"):
            self.skipping = tag
        if self.depth and tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag == self.skipping:
            self.skipping = None
        if tag == "article":
            self.depth -= 1
        if self.depth and tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if self.depth and not self.skipping:
            self.parts.append(data)


def folded(text):
    apart = unicodedata.normalize("NFKD", text.lower())
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", apart)).replace("ß", "ss")


def texts(site, locale):
    pages = {}
    for file in sorted((site / locale).rglob("*.html")):
        article = Article()
        article.feed(file.read_text())
        text = re.sub(r"[ \t]+", " ", "".join(article.parts))
        if text.strip() and (site / "search" / locale / "pages" / (str(file.relative_to(site / locale)) + ".js")).exists():
            pages[file.relative_to(site / locale).as_posix()] = folded(text)
    return pages


def queries(pages, count, dice):
    """Texts without spaces and words, each once, as often as they stand somewhere."""
    runs = [run for text in pages.values() for run in RUNNING.findall(text)]
    words = [word for text in pages.values() for word in WORD.findall(text) if not RUNNING.search(word)]
    drawn = {"substrings": set(), "words": set()}
    for _ in range(20 * count):
        if runs and len(drawn["substrings"]) < count:
            run = dice.choice(runs)
            length = min(dice.randint(2, 6), len(run))
            start = dice.randint(0, len(run) - length)
            drawn["substrings"].add(run[start : start + length])
        if words and len(drawn["words"]) < count:
            drawn["words"].add(dice.choice(words))
    return {kind: sorted(found) for kind, found in drawn.items() if found}


def mean(values):
    return sum(values) / len(values) if values else float("nan")


class Server(http.server.SimpleHTTPRequestHandler):
    fetched = []

    def log_message(self, *_):
        pass

    def copyfile(self, source, target):
        data = source.read()
        Server.fetched.append((self.path, len(data)))
        target.write(data)


def judge(found, wanted):
    """Recall and precision of each answer."""
    recall = [len(f & w) / len(w) for f, w in zip(found, wanted) if w]
    precision = [len(f & w) / len(f) for f, w in zip(found, wanted) if f]
    return {"recall": round(mean(recall), 4), "precision": round(mean(precision), 4), "queries": len(recall)}


def measure(site, locale, page, ask, count, seed):
    pages = texts(site, locale)
    row = {"locale": locale, "pages": len(pages)}
    for kind, drawn in queries(pages, count, random.Random(f"{seed} {locale}")).items():
        found = [set(ask(page, locale, query)) for query in drawn]
        row[kind] = judge(found, [{name for name, text in pages.items() if query in text} for query in drawn])
        if kind == "words":
            starts = [re.compile(r"(?<![^\W_])" + query) for query in drawn]
            row["word_starts"] = judge(found, [{name for name, text in pages.items() if start.search(text)} for start in starts])
        language = STEMMERS.get(locale[:2])
        if kind == "words" and snowballstemmer and language:
            stemmer = snowballstemmer.stemmer(language)
            stems = {name: {stemmer.stemWord(word) for word in WORD.findall(text)} for name, text in pages.items()}
            row["stems"] = judge(found, [{name for name in pages if stemmer.stemWord(query) in stems[name]} for query in drawn])
    return row, pages


def weigh(browser, address, site, locale, pages, count, seed):
    """Bytes and files that a query fetches in the search box, in a browser that has none of them yet."""
    drawn = queries(pages, count, random.Random(f"{seed} weight {locale}"))
    weights = []
    for query in [query for found in drawn.values() for query in found]:
        page = browser.new_context().new_page()
        page.goto(f"{address}/{locale}/{next(iter(pages))}")
        Server.fetched.clear()
        page.evaluate("q => { document.querySelector('[data-search-open]').click(); const i = document.querySelector('[data-search] input');"
                      " i.value = q; i.dispatchEvent(new Event('input')); }", query)
        page.locator(".search-status:not(:empty)").wait_for()
        weights.append((sum(size for path, size in Server.fetched if path.startswith("/search/")), len(Server.fetched), query))
        page.context.close()
    weights.sort()
    middle, most = weights[len(weights) // 2], weights[-1]
    return {"median_kB": round(middle[0] / 1000, 1), "most_kB": round(most[0] / 1000, 1), "most_files": max(w[1] for w in weights), "heaviest": most[2]}


def hexapla(page, locale, query):
    return page.evaluate("([locale, query]) => hexaplaSearch.find(locale, query)", [locale, query])


def pagefind(page, locale, query):
    found = page.evaluate("async (query) => { const found = await window.pagefind.search(query);"
                          " return Promise.all(found.results.map(async (one) => (await one.data()).raw_url ?? (await one.data()).url)); }", query)
    return [one.lstrip("/").split("#")[0].removeprefix(locale + "/") for one in found]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("--locales")
    arguments.add_argument("--queries", type=int, default=300)
    arguments.add_argument("--weigh", type=int, default=25, help="queries of each kind whose bytes are counted")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--pagefind", help="the command that runs it, for a comparison")
    options = arguments.parse_args()
    site = options.site.resolve()
    locales = options.locales.split(",") if options.locales else sorted(folder.name for folder in (site / "search").iterdir())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for locale in locales:
            page = browser.new_page()
            first = f"{locale}/{min((site / 'search' / locale / 'pages').rglob('*.js')).relative_to(site / 'search' / locale / 'pages')}".removesuffix(".js")
            page.goto(f"{address}/{first}")
            row, pages = measure(site, locale, page, hexapla, options.queries, options.seed)
            folder = site / "search" / locale
            row["index_kB"] = round(sum(file.stat().st_size for file in folder.rglob("*.js") if "pages" not in file.parts) / 1000)
            row["fetched"] = weigh(browser, address, site, locale, pages, options.weigh, options.seed)
            print(json.dumps(row, ensure_ascii=False), flush=True)
            if options.pagefind:
                copy = pathlib.Path(scratch) / locale
                shutil.copytree(site / locale, copy / locale)
                subprocess.run([*shlex.split(options.pagefind), "--site", copy, "--root-selector", "article"], check=True, stdout=subprocess.DEVNULL)
                other = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=copy))
                threading.Thread(target=other.serve_forever, daemon=True).start()
                page = browser.new_page(bypass_csp=True)
                page.goto(f"http://127.0.0.1:{other.server_port}/{first}")
                page.evaluate("async () => { window.pagefind = await import('/pagefind/pagefind.js'); await window.pagefind.init(); }")
                row, _ = measure(site, locale, page, pagefind, options.queries, options.seed)
                print("pagefind", json.dumps(row, ensure_ascii=False), flush=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
