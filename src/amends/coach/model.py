"""A second opinion on whole drafts: a linear model that weighs the forms found, words and letters.

Logistic regression on weighted counts of words and of letters in a row, and on the signs of `signs.py`;
coach/CARD.md says what it was trained on and what it can't do.
Its weights are data, made by `make train-coach`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import exp, log, sqrt

_WORD = re.compile(r"[\w']+|[?!]")
_SURE = 30.0
"""Log-odds beyond which no chance is given."""
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
        together: of each label, where the encoder reads too: a bias, and what the odds of this model, the
            encoder's, and a form that was found weigh.
        apart: the same where it rests, without the encoder's.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    slope: tuple[float, ...]
    shift: tuple[float, ...]
    seen: dict[str, dict[str, tuple[float, ...]]]
    signs: dict[str, tuple[float, ...]]
    together: dict[str, tuple[float, float, float, float]]
    apart: dict[str, tuple[float, float, float]]


def chances(text: str, told: frozenset[str] = frozenset()) -> dict[str, float]:
    """How likely each label holds for a text, calibrated on texts like those it was trained on.

    Args:
        text: The writer's own words, without what they quote.
        told: The signs of the message.
    """
    weigh = weights().apart
    found = {}
    for label, odds in _log_odds(text, told).items():
        bias, counted, formed = weigh[label]
        found[label] = _chance(bias + counted * odds + (formed if f"form {label}" in told else 0.0))
    return found


def chances_together(text: str, told: frozenset[str], said: Mapping[str, float]) -> dict[str, float]:
    """The same, with what the encoder made of the message: label → its log-odds in ``said``."""
    weigh = weights().together
    found = {}
    for label, odds in _log_odds(text, told).items():
        bias, counted, heard, formed = weigh[label]
        form = formed if f"form {label}" in told else 0.0
        found[label] = _chance(bias + counted * odds + heard * said[label] + form)
    return found


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-_SURE, min(_SURE, odds))))


def _log_odds(text: str, told: frozenset[str]) -> dict[str, float]:
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
    return {label: slope * score + shift for label, score, slope, shift in each}


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
    together = {label: tuple(values) for label, values in plain["together"].items()}
    apart = {label: tuple(values) for label, values in plain["apart"].items()}
    return Weights(**named, seen=learned, signs=signs, together=together, apart=apart)


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
