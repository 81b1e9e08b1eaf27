"""The middle of the answers to one question, on a thread with five knots."""

from __future__ import annotations

from dataclasses import dataclass

from amends.rounds.questions import STEPS
from amends.rounds.sums import Middle

HEIGHT = 28
"""Pixels."""
AROUND = 6.0
"""How far the middle half reaches beyond its outer knots, in percent of the width."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Where everything goes; across in percent of the width, down in pixels.

    Attributes:
        height: pixels.
        middle: from the top to the thread.
        knots: the five phrases.
        left, width: the half of the answers around the middle one.
        below, above: ends of the middle answer; the same where it is one phrase.
    """

    height: int
    middle: int
    knots: tuple[float, ...]
    left: float
    width: float
    below: float
    above: float


def draw(middle: Middle) -> Thread:
    """The drawing of a middle."""
    left, right = _knot(middle.low) - AROUND, _knot(middle.high) + AROUND
    return Thread(
        height=HEIGHT,
        middle=HEIGHT // 2,
        knots=tuple(_knot(step) for step in range(1, STEPS + 1)),
        left=left,
        width=right - left,
        below=_knot(middle.below),
        above=_knot(middle.above),
    )


def _knot(step: int) -> float:
    return round((step - 0.5) * 100 / STEPS, 2)
