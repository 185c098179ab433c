"""The letters of a language's words: n-grams with backing off, pruned to what tells most."""

import math
from collections import defaultdict

EDGE = "_"  # Before and after every word; no word holds it.


class Letters:
    """Costs in nats. A letter costs what the longest stored context says; a context that does not know the letter adds its `backoff`
    and hands on to the next shorter one."""

    def __init__(self, costs, backoffs, order, elsewhere):
        self.costs, self.backoffs, self.order, self.elsewhere = costs, backoffs, order, elsewhere

    @staticmethod
    def train(weights, order, grams):
        """`weights` are words with how much each counts; about `grams` n-grams are kept."""
        counts = [defaultdict(float) for _ in range(order + 1)]  # by length of the n-gram
        for word in sorted(weights):
            text, weight = EDGE + word + EDGE, weights[word]
            for end in range(2, len(text) + 1):
                for length in range(1, min(order, end) + 1):
                    counts[length][text[end - length : end]] += weight
        # A letter seen less often than this share is one of foreign names.
        total = sum(counts[1].values())
        alphabet = sorted(letter for letter, count in counts[1].items() if count / total > 2e-5)
        known = set(alphabet)
        full = Letters._interpolated(counts, known, order)
        kept = Letters._pruned(counts, full, order, grams, alphabet)
        return Letters._backed_off(full, kept, order)

    @staticmethod
    def _interpolated(counts, known, order):
        """Probability of each n-gram's last letter after the others, Witten-Bell."""
        sums, kinds = defaultdict(float), defaultdict(float)
        for length in range(1, order + 1):
            for gram, count in counts[length].items():
                if all(letter in known for letter in gram.strip(EDGE)):
                    sums[gram[:-1]] += count
                    # Weights are no whole counts: a continuation seen with little weight is only a part of a kind.
                    kinds[gram[:-1]] += min(1.0, count)
        full = {}
        for length in range(1, order + 1):
            for gram in sorted(counts[length]):
                if any(letter not in known for letter in gram.strip(EDGE)):
                    continue
                context, count = gram[:-1], counts[length][gram]
                shorter = full[gram[1:]] if length > 1 else 1 / len(known)
                full[gram] = (count + kinds[context] * shorter) / (sums[context] + kinds[context])
        return full

    @staticmethod
    def _pruned(counts, full, order, grams, alphabet):
        """The n-grams whose loss would cost most, with all their beginnings, for those carry the `backoff`."""
        kept = set(alphabet) | {EDGE}
        gains = []
        for gram, probability in full.items():
            if len(gram) > 1:
                gains.append((-counts[len(gram)][gram] * abs(math.log(probability / full[gram[1:]])), gram))
        for _, gram in sorted(gains):
            if len(kept) >= grams:
                break
            for length in range(1, len(gram) + 1):
                kept.add(gram[:length])
        return kept

    @staticmethod
    def _backed_off(full, kept, order):
        followers = defaultdict(list)
        for gram in sorted(kept):
            if gram in full and len(gram) > 1:
                followers[gram[:-1]].append(gram)
        probabilities = {gram: full[gram] for gram in kept if gram in full}
        backoffs = {}
        # Short contexts first: a longer one asks them.
        def after(gram):
            scale = 1.0
            while gram not in probabilities and len(gram) > 1:
                scale *= math.exp(-backoffs.get(gram[:-1], 0.0))
                gram = gram[1:]
            return scale * probabilities.get(gram, 1e-6)
        for context in sorted(followers, key=lambda c: (len(c), c)):
            stored = sum(probabilities[gram] for gram in followers[context])
            shorter = sum(after(gram[1:]) for gram in followers[context])
            backoffs[context] = -math.log(max(1e-4, 1 - stored) / max(1e-4, 1 - shorter))
        costs = {gram: -math.log(probability) for gram, probability in probabilities.items()}
        return Letters(costs, backoffs, order, max(costs[g] for g in costs if len(g) == 1) + 1)

    def cost(self, word):
        text, sum = EDGE + word + EDGE, 0.0
        for end in range(2, len(text) + 1):
            start = max(0, end - self.order)
            while start < end - 1 and text[start:end] not in self.costs:
                sum += self.backoffs.get(text[start : end - 1], 0.0)
                start += 1
            sum += self.costs.get(text[start:end], self.elsewhere)
        return sum
