#!/usr/bin/env python3
"""Held-out accuracy of the models of two languages, by length in words; see README.md.

usage: evaluate.py LANGUAGE LANGUAGE [--packages FOLDER]

Each package in turn is left out of the training and judged by what was learned from the others, so that its subject is new.
"""

import argparse
import pathlib
import random
import tempfile

import corpus
from train import LIMIT, texts, trained

LENGTHS = (1, 2, 3, 5, 10)
SAMPLES = 2000  # of each length, package and language
LETTERS_WEIGHT = 0.6  # LanguageOdds.swift: what is left of the odds of a word that neither model lists
MARGIN = 3.0  # nats: less is undecided


def odds(tokens, own, other):
    sum = 0.0
    for token in tokens:
        word = token.lower()
        weight = 1 if word in own.listed or word in other.listed else LETTERS_WEIGHT
        sum += max(-LIMIT, min(LIMIT, weight * (other.cost(token) - own.cost(token))))
    return sum


def samples(blocks, length, chance):
    """Runs of words of this length; whole blocks for None."""
    cut = [tokens for tokens in (list(corpus.tokens(block)) for block in blocks) if len(tokens) >= (length or 4)]
    for _ in range(SAMPLES if cut else 0):
        tokens = chance.choice(cut)
        start = 0 if length is None else chance.randrange(len(tokens) - length + 1)
        yield tokens if length is None else tokens[start : start + length]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs=2)
    parser.add_argument("--packages", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.packages or pathlib.Path(temporary)
        corpus.fetch(corpus.sources({*arguments.languages, "en"}), folder)
        pages = {language: texts(language, folder) for language in arguments.languages}
    counts = {}
    # The rows of sources.tsv stand in the same order for each language: the n-th is the same manual.
    for fold in range(min(len(packages) for packages in pages.values())):
        left_out = {language: list(packages)[fold] for language, packages in pages.items()}
        models = {language: trained({n: b for n, b in packages.items() if n != left_out[language]}) for language, packages in pages.items()}
        for language, other in (arguments.languages, arguments.languages[::-1]):
            chance = random.Random(fold)
            for length in (*LENGTHS, None):
                for tokens in samples(pages[language][left_out[language]], length, chance):
                    value = odds(tokens, models[language], models[other])
                    count = counts.setdefault((language, length), [0, 0, 0, 0])
                    for i, is_so in enumerate((True, value > 0, abs(value) >= MARGIN, value <= -MARGIN)):
                        count[i] += is_so
    print("| Language | Words | Right | Decided | Of these wrong |\n| --- | --- | --- | --- | --- |")
    for (language, length), (number, right, decided, wrong) in counts.items():
        print(f"| {language} | {length or 'a block'} | {100 * right / number:.1f} % | {100 * decided / number:.1f} % | {100 * wrong / max(1, decided):.2f} % |")


if __name__ == "__main__":
    main()
