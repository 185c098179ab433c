"""Running text of a language from Debian packages: fetched, unpacked, cut into blocks and words."""

import html.parser
import pathlib
import re
import subprocess
import unicodedata
from dataclasses import dataclass

SOURCES = pathlib.Path(__file__).with_name("sources.tsv")

# Elements that hold running text, in HTML and in Mallard (the pages of GNOME's help).
BLOCKS = {"p", "li", "dt", "dd", "td", "th", "title", "desc", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "div"}
# Elements whose text is in no language, or not the author's.
SKIPPED = {"script", "style", "pre", "code", "tt", "kbd", "samp", "var", "cmd", "screen", "file", "sys", "output", "license", "credit",
           "comment", "keyword", "nav", "head", "button", "aside", "header", "footer"}
VOID = {"br", "hr", "img", "link", "meta", "col", "area", "base", "embed", "source", "wbr", "input"}

# A word: letters, apostrophes within. A run that holds digits, `_`, or a stop or `@` inside is an identifier and no word.
RUN = re.compile(r"[\w.@'’]+")
LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\Z")


@dataclass(frozen=True)
class Source:
    language: str
    package: str
    folder: str
    ending: str
    licence: str


def sources(languages=None):
    """The rows of sources.tsv, of these languages or of all."""
    rows = [line.split("\t") for line in SOURCES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Source(*row) for row in rows if languages is None or row[0] in languages]


def fetch(rows, folder):
    """Downloads and unpacks the packages that `folder` does not hold yet; returns the version of each."""
    folder.mkdir(parents=True, exist_ok=True)
    versions = {}
    for package in sorted({row.package for row in rows}):
        found = sorted(folder.glob(f"{package}_*.deb"))
        if not found:
            subprocess.run(["apt-get", "download", package], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            found = sorted(folder.glob(f"{package}_*.deb"))
        field = subprocess.run(["dpkg-deb", "-f", str(found[-1]), "Version"], check=True, capture_output=True, text=True)
        versions[package] = field.stdout.strip()
        if not (folder / package).is_dir():
            subprocess.run(["dpkg-deb", "-x", str(found[-1]), str(folder / package)], check=True)
    return versions


class TextBlocks(html.parser.HTMLParser):
    """The blocks of one page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.open, self.skipped, self.text = [], 0, [], []

    def flush(self):
        text = " ".join("".join(self.text).split())
        self.text = []
        if text:
            self.blocks.append(text)

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            self.text.append(" ")
        elif self.skipped or tag in SKIPPED:
            if tag in SKIPPED:
                self.skipped.append(tag)
                # Something stands there: words on either side are no neighbours.
                self.text.append(" … ")
        elif tag in BLOCKS:
            self.flush()
            self.open += 1

    def handle_startendtag(self, tag, attributes):
        self.text.append(" ")

    def handle_endtag(self, tag):
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
        elif tag in BLOCKS:
            self.flush()
            self.open = max(0, self.open - 1)

    def handle_data(self, data):
        if self.open and not self.skipped:
            self.text.append(data)


def blocks(row, folder):
    """The different blocks of a source, sorted: what stands in many pages counts once."""
    found = set()
    for path in sorted((folder / row.package / row.folder).rglob("*" + row.ending)):
        parser = TextBlocks()
        parser.feed(unicodedata.normalize("NFC", path.read_text(encoding="utf-8", errors="replace")))
        parser.close()
        parser.flush()
        found.update(parser.blocks)
    return sorted(found)


def tokens(text):
    """The words of a text as written, the apostrophe straight; names in camel case or capitals and identifiers are left out."""
    for match in RUN.finditer(text):
        word = match.group().strip(".'’@").replace("’", "'")
        if LETTERS.match(word) and (word.islower() or word.istitle() or (word[0].isupper() and word[1:].islower()) or len(word) == 1):
            yield word


def words(text):
    """The words of a text in lower case."""
    return [word.lower() for word in tokens(text)]


def texts(rows, folder, english=None):
    """Blocks by package of one language; those that the English text of any package has too are left out, for they were not translated."""
    kept = {}
    for row in rows:
        found = blocks(row, folder)
        kept[row.package] = [block for block in found if english is None or block not in english]
    return kept
