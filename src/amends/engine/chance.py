"""The chance that the next promise is kept, as a sum that can be shown.

On the scale of logits half comes from the level with forgetting (Jøsang & Ismail 2002), and half
from an additive model of smooth curves with a few terms of two (GA²M: Lou, Caruana, Gehrke & Hooker
2013) over what that level leaves out, learned from other people's records. The halves are a choice:
curves alone carry too much of where they were learned.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import exp, isnan, log
from typing import Final

from amends.engine.past import FEATURES, Past
from amends.engine.prior_curves import BASE, CURVES, PAIRS, Curve

LEVEL_SHARE: Final = 0.5
"""How much of the logit the level gives; the curves give the rest [choice]."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A forecast and what it is made of.

    Attributes:
        value: the chance, 0 … 1.
        terms: by what it comes from, how far it moves the logit; with ``base`` they sum to the logit.
        base: the logit of someone of whom nothing is known.
    """

    value: float
    base: float
    terms: dict[str, float]


def chance(past: Past) -> Chance:
    """The chance that someone with this past keeps the next promise."""
    values = past.features()
    level, curves = _logit(past.level), _curves(values)
    base_level, base_curves = _logit(_NOTHING.level), BASE + sum(_NOTHING_CURVES.values())
    terms = {"level": LEVEL_SHARE * (level - base_level)}
    for name, amount in curves.items():
        terms[name] = terms.get(name, 0.0) + (1 - LEVEL_SHARE) * (amount - _NOTHING_CURVES[name])
    base = LEVEL_SHARE * base_level + (1 - LEVEL_SHARE) * base_curves
    return Chance(1 / (1 + exp(-(base + sum(terms.values())))), base, terms)


def _curves(values: tuple[float, ...]) -> dict[str, float]:
    found = {name: curve.values[_bin(curve, value)] for name, curve, value in _with(values)}
    for pair in PAIRS:
        first, second = (values[FEATURES.index(name)] for name in pair.names)
        row, column = _bin(pair.first, first), _bin(pair.second, second)
        found["&".join(pair.names)] = pair.values[row][column]
    return found


def _with(values: tuple[float, ...]) -> list[tuple[str, Curve, float]]:
    return [(name, CURVES[name], value) for name, value in zip(FEATURES, values, strict=True)]


def _bin(curve: Curve, value: float) -> int:
    """Which step of a curve a value is on; the first is for what is not known."""
    return 0 if isnan(value) else 1 + bisect_right(curve.edges, value)


def _logit(probability: float) -> float:
    return log(probability / (1 - probability))


_NOTHING: Final = Past()
_NOTHING_CURVES: Final = _curves(_NOTHING.features())
