"""Good moments and hard ones, week by week: stitches above and beneath one thread, in equal calm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amends.engine.results import BalanceWeek, JournalWeek

STITCH = 9
"""From one stitch to the next, in pixels."""
MOST = 7
"""Stitches above or beneath the thread at most; where there is more, one stands for several."""


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the strip.

    Attributes:
        left, right: ends of its stitches, in percent of the width.
        week: its first day.
        good, hard: the counts.
        above, beneath: pixels from the top of each stitch; good ones above, hard ones beneath.
        neutral: how many were neither, where that is known.
        on: where each of these lies on the thread, in percent of the width.
    """

    left: float
    right: float
    week: date
    good: int
    hard: int
    above: tuple[int, ...]
    beneath: tuple[int, ...]
    neutral: int
    on: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Where everything goes.

    Attributes:
        height: pixels.
        middle: pixels from the top to the thread.
        stands_for: how many moments one stitch stands for; the last may stand for fewer.
        weeks: oldest first.
        has_neutral: whether what was neither is told too.
    """

    height: int
    middle: int
    stands_for: int
    weeks: tuple[Week, ...]
    has_neutral: bool


def draw(weeks: Sequence[BalanceWeek]) -> Strip | None:
    """The strip of ``weeks``; None where nothing happened in any."""
    if not any(week.good or week.hard or _neutral(week) for week in weeks):
        return None
    most = max(1, *(max(week.good, week.hard) for week in weeks))
    stands_for = -(-most // MOST)
    middle = (min(most, MOST) + 1) * STITCH
    each = 100 / len(weeks)
    return Strip(
        height=2 * middle,
        middle=middle,
        stands_for=stands_for,
        weeks=tuple(
            Week(
                left=round((index + 0.2) * each, 2),
                right=round((index + 0.8) * each, 2),
                week=week.week,
                good=week.good,
                hard=week.hard,
                above=tuple(middle - STITCH * (n + 1) for n in range(-(-week.good // stands_for))),
                beneath=tuple(middle + STITCH * (n + 1) for n in range(-(-week.hard // stands_for))),
                neutral=_neutral(week),
                on=tuple(
                    round((index + 0.2 + 0.6 * (n + 0.5) / _neutral(week)) * each, 2)
                    for n in range(_neutral(week))
                ),
            )
            for index, week in enumerate(weeks)
        ),
        has_neutral=any(isinstance(week, JournalWeek) for week in weeks),
    )


def _neutral(week: BalanceWeek) -> int:
    return week.neutral if isinstance(week, JournalWeek) else 0
