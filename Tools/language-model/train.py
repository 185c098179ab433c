#!/usr/bin/env python3
"""Makes locales/languages/<language>.txt from Debian's documentation; see README.md.

usage: train.py LANGUAGE... [--packages FOLDER] [--output FOLDER]
"""

import argparse
import pathlib
import tempfile

import corpus
from model import LanguageModel

# The shipped sizes: a file of less than 60 KB. More of either gains little (README.md).
WORDS, GRAMS, ORDER = 2500, 3000, 4
# A translation's block is left out as English where English wins by this many nats a word ...
ENGLISH_MARGIN = 1.0
# ... over at least so many words.
ENGLISH_WORDS = 3
# No single word says more than this, in nats: names must not outvote a sentence.
LIMIT = 4.0


def trained(packages):
    return LanguageModel.train(packages, WORDS, GRAMS, ORDER)


def log_odds(words, own, other):
    """Of words as written: how much more likely `own` is than `other`, in nats."""
    return sum(max(-LIMIT, min(LIMIT, other.cost(word) - own.cost(word))) for word in words)


def without_english(packages, own, english):
    """The blocks that are not in English: translations hold passages that nobody translated."""
    def is_english(block):
        words = list(corpus.tokens(block))
        return len(words) >= ENGLISH_WORDS and log_odds(words, own, english) < -ENGLISH_MARGIN * len(words)
    return {name: [block for block in found if not is_english(block)] for name, found in packages.items()}


def texts(language, folder):
    """The blocks of a language by package; those of a translation without what was left in English."""
    english = corpus.texts(corpus.sources({"en"}), folder)
    if language == "en":
        return english
    packages = corpus.texts(corpus.sources({language}), folder, {block for found in english.values() for block in found})
    return without_english(packages, trained(packages), trained(english))


def header(language, packages, versions):
    """Comment lines that say where the file comes from."""
    lines = [f"# Language model of '{language}': frequent words and letters, for telling languages of one script apart.",
             "# Made by Tools/language-model/train.py; costs are negative natural logarithms of probabilities, in tenths.",
             "# Counted in documentation packaged by Debian, of which nothing but these numbers is taken over:"]
    for row in corpus.sources({language}):
        count = sum(len(corpus.words(block)) for block in packages[row.package])
        lines.append(f"# {row.package} {versions[row.package]}, {row.licence}: {count} words")
    return ["hexapla-language-model 1", *lines, f"language {language}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="+")
    parser.add_argument("--packages", type=pathlib.Path, help="where packages are kept; a temporary folder unless given")
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "locales" / "languages")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.packages or pathlib.Path(temporary)
        arguments.output.mkdir(parents=True, exist_ok=True)
        for language in arguments.languages:
            if not corpus.sources({language}):
                parser.error(f"sources.tsv has no rows for '{language}'")
            versions = corpus.fetch(corpus.sources({language, "en"}), folder)
            packages = texts(language, folder)
            path = arguments.output / f"{language}.txt"
            trained(packages).write(path, header(language, packages, versions))
            print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
