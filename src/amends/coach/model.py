"""A second opinion on whole drafts: a linear model that weighs the forms found, words and letters.

Logistic regression on weighted counts of words and of letters in a row, and on the signs of `signs.py`;
coach/CARD.md says what it was trained on and what it can't do.
Its weights are data, made by `make train-coach`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import exp, log, sqrt

_WORD = re.compile(r"[\w']+|[?!]")
SHORTEST, LONGEST = 2, 5
"""Letters in a row that are counted, with the edges of words."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned.

    Attributes:
        labels: what it knows, in the order of the weights.
        bias: of each label.
        slope, shift: of each label, from its score to the logit of a calibrated chance.
        seen: by kind of count ("word" or "letters") and what is counted: its rarity, then its weights.
        signs: by sign: its weights.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    slope: tuple[float, ...]
    shift: tuple[float, ...]
    seen: dict[str, dict[str, tuple[float, ...]]]
    signs: dict[str, tuple[float, ...]]


def chances(text: str, told: frozenset[str] = frozenset()) -> dict[str, float]:
    """How likely each label holds for a text, calibrated on texts like those it was trained on.

    Args:
        text: The writer's own words, without what they quote.
        told: The signs of the message.
    """
    learned = weights()
    scores = list(learned.bias)
    for sign in told & learned.signs.keys():
        scores = [score + weight for score, weight in zip(scores, learned.signs[sign], strict=True)]
    for kind, counts in (("word", _words(text)), ("letters", _letters(text))):
        known = learned.seen[kind]
        parts = [(1 + log(count), known[one]) for one, count in counts.items() if one in known]
        length = sqrt(sum((often * of[0]) ** 2 for often, of in parts))
        for often, of in parts:
            share = often * of[0] / length
            for place in range(len(scores)):
                scores[place] += share * of[place + 1]
    each = zip(learned.labels, scores, learned.slope, learned.shift, strict=True)
    return {label: 1 / (1 + exp(-(slope * score + shift))) for label, score, slope, shift in each}


@cache
def weights() -> Weights:
    """The shipped weights, read once."""
    plain = json.loads((resources.files("amends.coach") / "weights.json").read_text(encoding="utf-8"))
    learned = {
        kind: {one: tuple(value / 100 for value in values) for one, values in table.items()}
        for kind, table in plain["seen"].items()
    }
    named = {name: tuple(plain[name]) for name in ("labels", "bias", "slope", "shift")}
    signs = {sign: tuple(value / 100 for value in values) for sign, values in plain["signs"].items()}
    return Weights(**named, seen=learned, signs=signs)


def _words(text: str) -> Counter[str]:
    words = _WORD.findall(_plain(text))
    return Counter([*words, *(" ".join(two) for two in pairwise(words))])


def _letters(text: str) -> Counter[str]:
    return Counter(_rows(_plain(text)))


def _rows(text: str) -> Iterator[str]:
    for word in text.split():
        edged = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            yield edged[:size]
            for start in range(1, len(edged) - size + 1):
                yield edged[start : start + size]
            if size >= len(edged):
                break


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
