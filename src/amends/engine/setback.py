"""Whether a bad week is outside what someone's own record leads one to expect. For that person alone.

The promises of the twelve weeks before give a chance of missing one; how many would then be
missed in the week is beta-binomial, which takes in how little a short record tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from math import exp, lgamma

from amends.acts.base import Person
from amends.acts.outcome import Result
from amends.engine.judged import Judged, judged_of
from amends.engine.params import (
    BAND,
    RELIABILITY_BROKEN,
    RELIABILITY_KEPT,
    SETBACK_LEAST,
    SETBACK_RARE,
    SETBACK_WEEKS,
)
from amends.engine.results import Interval, Push, Setback, SetbackWeek
from amends.engine.state import State
from amends.engine.weeks import WEEK, monday, mondays


def read_setback(state: State, by: Person, as_of: datetime) -> Setback:
    """This week's promises of someone, or last week's while none of this week's is judged."""
    today = monday(as_of.date())
    judged = _recent(judged_of(state, by), today - (SETBACK_WEEKS + 2) * WEEK)
    this_week = [one for one in judged if monday(one.day) == today]
    week = today if this_week else today - WEEK
    of_week = [one for one in judged if monday(one.day) == week]
    before = [one for one in judged if week - SETBACK_WEEKS * WEEK <= monday(one.day) < week]
    missed, missed_before = _missed(of_week), _missed(before)
    too_little = not of_week or len(before) < SETBACK_LEAST
    a, b = RELIABILITY_BROKEN + missed_before, RELIABILITY_KEPT + len(before) - missed_before
    spread = beta_binomial(len(of_week), a, b)
    chance = sum(spread[missed:])
    return Setback(
        by=by,
        week=week,
        judged=len(of_week),
        missed=missed,
        expected=None if too_little else len(of_week) * a / (a + b),
        interval=None if too_little else _middle(spread),
        chance=None if too_little else chance,
        is_setback=not too_little and missed > 0 and chance <= SETBACK_RARE,
        too_little=too_little,
        weeks=tuple(_weeks(judged, week)),
        evidence=tuple(
            Push(one.said.id, (one.result is not Result.KEPT) - a / (a + b)) for one in reversed(of_week)
        ),
    )


def beta_binomial(count: int, a: float, b: float) -> list[float]:
    """The chance of each number from 0 to ``count``, each with the same chance, itself from Beta(a, b)."""
    return [
        exp(_log_choose(count, k) + _log_beta(k + a, count - k + b) - _log_beta(a, b))
        for k in range(count + 1)
    ]


def _recent(judged: Sequence[Judged], first: date) -> Sequence[Judged]:
    """Those that fell due since about a day, without looking at all before."""
    since = datetime.combine(first, time.min, UTC).timestamp()
    return judged[bisect_left(judged, since, key=lambda one: one.due[0]) :]


def _middle(spread: Sequence[float]) -> Interval:
    """The numbers between which at least the middle of a distribution lies."""
    up_to = list(accumulate(spread))
    tail = (1 - BAND) / 2
    low = next(k for k, total in enumerate(up_to) if total > tail)
    high = next((k for k, total in enumerate(up_to) if total >= 1 - tail), len(up_to) - 1)
    return Interval(float(low), float(high), BAND)


def _weeks(judged: Sequence[Judged], week: date) -> Iterator[SetbackWeek]:
    for one in mondays(week - timedelta(weeks=SETBACK_WEEKS), week):
        inside = [each for each in judged if monday(each.day) == one]
        yield SetbackWeek(one, len(inside) - _missed(inside), len(inside))


def _missed(judged: Sequence[Judged]) -> int:
    return sum(one.result is not Result.KEPT for one in judged)


def _log_choose(count: int, k: int) -> float:
    return lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
