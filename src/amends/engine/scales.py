"""Between chances and logits."""

from __future__ import annotations

from math import exp, log


def logit(chance: float) -> float:
    """The natural log of the odds of a chance between 0 and 1, both excluded."""
    return log(chance / (1 - chance))


def expit(value: float) -> float:
    """The chance whose log of odds is ``value``; both tails stay exact."""
    if value >= 0:
        return 1 / (1 + exp(-value))
    odds = exp(value)
    return odds / (1 + odds)
