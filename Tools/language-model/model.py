"""A language's model: its frequent words, and the letters of all its words."""

import math
from collections import defaultdict

from corpus import tokens
from letters import Letters

UNIT = 10  # Costs are written in tenths of a nat.
# A word counts as one in capitals (a noun in German, a name) from this on, in nats.
LEAST_CAPITAL = 1.0


class LanguageModel:
    """What a word costs in a language: the negative natural logarithm of how likely it is."""

    def __init__(self, listed, capital, elsewhere, letters):
        """`listed` are costs of frequent words, `capital` what a word costs more in lower case where it is usually in capitals."""
        self.listed, self.capital, self.elsewhere, self.letters = listed, capital, elsewhere, letters

    @staticmethod
    def train(packages, size, grams, order):
        """`packages` are lists of blocks by package. Each package counts alike, so that none imposes its subject."""
        shares, spread = defaultdict(float), defaultdict(int)
        counts, lower, cased = defaultdict(int), defaultdict(int), defaultdict(int)
        for name in sorted(packages):
            own = defaultdict(int)
            for block in packages[name]:
                for index, token in enumerate(tokens(block)):
                    word = token.lower()
                    own[word] += 1
                    # The first word of a block is in capitals for another reason.
                    if index > 0:
                        cased[word] += 1
                        lower[word] += token == word
            total = sum(own.values())
            for word, count in own.items():
                counts[word] += count
                # A package of a million words is worth more than one of ten thousand, though not a hundred times.
                shares[word] += count / total * math.sqrt(total)
                spread[word] += 1
        sum_ = sum(shares.values())
        # A word that one or two subjects alone have is no word of the language's common stock.
        common = [word for word in shares if spread[word] >= min(3, len(packages))]
        chosen = sorted(common, key=lambda word: (-shares[word], word))[:size]
        listed = {word: -math.log(shares[word] / sum_) for word in chosen}
        elsewhere = -math.log(1 - sum(shares[word] for word in chosen) / sum_)
        capital = {}
        for word in chosen:
            extra = -math.log((lower[word] + 0.5) / (cased[word] + 1))
            if extra > LEAST_CAPITAL:
                capital[word] = extra
        # Kinds of words matter more than how often each stands: the square root damps.
        weights = {word: math.sqrt(count) for word, count in counts.items() if count > 1}
        return LanguageModel(listed, capital, elsewhere, Letters.train(weights, order, grams))

    def cost(self, token):
        """Cost of a word as it is written."""
        word = token.lower()
        listed = self.listed.get(word)
        if listed is None:
            return self.elsewhere + self.letters.cost(word)
        return listed + (self.capital.get(word, 0.0) if token == word else 0.0)

    def write(self, path, header):
        """Costs in tenths of a nat, words and n-grams sorted by their bytes."""
        def tenths(cost):
            return str(round(cost * UNIT))
        lines = [*header, f"order {self.letters.order}", f"word-elsewhere {tenths(self.elsewhere)}",
                 f"letter-elsewhere {tenths(self.letters.elsewhere)}", "words"]
        for word in sorted(self.listed):
            line = f"{word} {tenths(self.listed[word])}"
            lines.append(f"{line} {tenths(self.capital[word])}" if word in self.capital else line)
        lines.append("letters")
        for gram in sorted(set(self.letters.costs) | set(self.letters.backoffs)):
            cost, backoff = self.letters.costs.get(gram), self.letters.backoffs.get(gram)
            line = f"{gram} {'-' if cost is None else tenths(cost)}"
            lines.append(line if backoff is None else f"{line} {tenths(backoff)}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
