"""When someone's own promises are kept less often. For the one who made them alone.

A fixed family of conditions, read from a promise's own fields, is looked at after 45 judged
promises, then after half as many more each time. Up to two guesses that the person wrote
down first are tested apart, from 20 on. A look takes the promises in the order in which
their outcomes were received, so that what comes later changes no earlier look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from math import hypot, sqrt
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np

from amends.acts.base import Person
from amends.acts.hypothesis import Condition, Hypothesis
from amends.acts.outcome import Result
from amends.engine.judged import Judged, judged_of
from amends.engine.looks import Column, Table, look_again, next_size, sizes
from amends.engine.params import (
    BAND,
    BAND_SD,
    ENGINE_VERSION,
    FULL_DAY,
    LATE_IN_MONTH,
    PATTERN_FAMILY_FIRST,
    PATTERN_FIRST,
    PATTERN_GUESSES,
    PATTERN_Q,
)
from amends.engine.results import Guess, Interval, Pattern, Patterns, Push, Split, Sureness
from amends.engine.state import State


def read_patterns(state: State, by: Person) -> Patterns:
    """What the looks so far have shown of someone's promises, and what is next."""
    judged = sorted(judged_of(state, by), key=lambda one: (one.said.recorded_at, one.due))
    guesses = tuple(_look_at_guesses(judged, by, _guesses(state, by)))
    looks = sizes(PATTERN_FAMILY_FIRST, len(judged))
    family = _Family(judged, by, tuple(Condition))
    return Patterns(
        by=by,
        judged=len(judged),
        looked_after=looks[-1] if looks else 0,
        next_look=next_size(PATTERN_FAMILY_FIRST, len(judged)),
        too_little=not looks and not any(guess.looked_after for guess in guesses),
        guesses=guesses,
        found=tuple(_found(family, PATTERN_FAMILY_FIRST).values()),
    )


# What is tested ----------------------------------------------------------------------------------


def _guesses(state: State, by: Person) -> list[Hypothesis]:
    """The first guesses of someone that stand, each of another condition."""
    own = (act for act in state.all(Hypothesis) if act.author == by)
    first: dict[Condition, Hypothesis] = {}
    for act in sorted(own, key=lambda act: (act.recorded_at, act.id)):
        first.setdefault(act.condition, act)
    return list(first.values())[:PATTERN_GUESSES]


_Holds: TypeAlias = Callable[[Judged, int], bool]
"""Whether a condition holds of a promise on whose day so many fell due."""
EVER: Final = 10**6
"""Days."""


def _on(weekday: int) -> _Holds:
    return lambda one, _: one.day.weekday() == weekday


def _between(start: time, end: time) -> _Holds:
    return lambda one, _: (clock := _clock(one)) is not None and start <= clock < end


def _far(least: int, most: int) -> _Holds:
    """Promised from ``least`` to ``most`` days ahead, for what does not repeat."""
    return lambda one, _: not _repeats(one) and least <= _days_ahead(one) <= most


def _clock(one: Judged) -> time | None:
    return one.promise.due.first.clock


def _repeats(one: Judged) -> bool:
    return one.promise.due.repeats


def _days_ahead(one: Judged) -> int:
    return max(0, (one.day - one.promise.occurred.day).days)


HOLDS: Final[Mapping[Condition, _Holds]] = MappingProxyType(
    {
        Condition.MONDAY: _on(0),
        Condition.TUESDAY: _on(1),
        Condition.WEDNESDAY: _on(2),
        Condition.THURSDAY: _on(3),
        Condition.FRIDAY: _on(4),
        Condition.SATURDAY: _on(5),
        Condition.SUNDAY: _on(6),
        Condition.NO_TIME: lambda one, _: _clock(one) is None,
        Condition.MORNING: _between(time(5), time(12)),
        Condition.AFTERNOON: _between(time(12), time(17)),
        Condition.EVENING: _between(time(17), time(21)),
        Condition.NIGHT: lambda one, _: (
            (clock := _clock(one)) is not None and not time(5) <= clock < time(21)
        ),
        Condition.SAME_DAY: _far(0, 0),
        Condition.WITHIN_A_WEEK: _far(1, 6),
        Condition.FURTHER_AHEAD: _far(7, EVER),
        Condition.FULL_DAY: lambda _, load: load >= FULL_DAY,
        Condition.ASKED_FOR: lambda one, _: one.promise.request is not None,
        Condition.REPEATING: lambda one, _: _repeats(one),
        Condition.LATE_IN_MONTH: lambda one, _: one.day.day > LATE_IN_MONTH,
    }
)
"""What each condition means."""


# Looking -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Family:
    """Conditions that are looked at together.

    Attributes:
        judged: the promises, in the order in which their outcomes were received.
        by: who made them.
        conditions: which.
        known: from when on each is looked at; empty where all are from the first.
        whole: the share of false ones that all looks together may spend.
    """

    judged: Sequence[Judged]
    by: Person
    conditions: tuple[Condition, ...]
    known: tuple[datetime, ...] = ()
    whole: float = PATTERN_Q

    def table(self, size: int) -> tuple[Table, Column]:
        """The first so many promises, in order of their due time."""
        taken = self.judged[:size]
        load = Counter(one.day for one in taken)
        ordered = sorted(taken, key=lambda one: one.due)
        holds = np.array([[HOLDS[each](one, load[one.day]) for each in self.conditions] for one in ordered])
        for column, since in enumerate(self.known):
            holds[:, column] &= since <= taken[-1].said.recorded_at
        return holds, np.array([_lapsed(one) for one in ordered])

    def seed(self, size: int) -> bytes:
        """The seed of the look at so many."""
        return sha256("\0".join((ENGINE_VERSION, self.by, str(size))).encode()).digest()


def _look_at_guesses(judged: Sequence[Judged], by: Person, written: list[Hypothesis]) -> Iterator[Guess]:
    """Guesses written before patterns could be seen are one family; each later one is its own.

    A later one may have been read off the record, so that only what was judged since counts.
    """
    shown = judged[PATTERN_FAMILY_FIRST - 1].said.recorded_at if len(judged) >= PATTERN_FAMILY_FIRST else None
    early = [act for act in written if shown is None or act.recorded_at < shown]
    if early:
        known = tuple(act.recorded_at for act in early)
        family = _Family(judged, by, tuple(act.condition for act in early), known)
        found = _found(family, PATTERN_FIRST)
        yield from (_guess(family, act, found, from_then_on=False) for act in early)
    for act in written[len(early) :]:
        since = [one for one in judged if one.said.recorded_at > act.recorded_at]
        family = _Family(since, by, (act.condition,), whole=PATTERN_Q / PATTERN_GUESSES)
        yield _guess(family, act, _found(family, PATTERN_FIRST), from_then_on=True)


def _guess(family: _Family, act: Hypothesis, found: dict[Condition, Pattern], *, from_then_on: bool) -> Guess:
    looks = sizes(PATTERN_FIRST, len(family.judged))
    return Guess(
        act=act.id,
        condition=act.condition,
        looked_after=looks[-1] if looks else 0,
        next_look=next_size(PATTERN_FIRST, len(family.judged)),
        from_then_on=from_then_on,
        split=_split(family.judged[: looks[-1]], act.condition) if looks else None,
        pattern=found.get(act.condition),
    )


def _found(family: _Family, first: int) -> dict[Condition, Pattern]:
    """Whatever any look has found, surest first; one that was found stays, whatever later looks show."""
    sure: dict[int, tuple[Sureness, float, int]] = {}
    size = 0
    for look in look_again(first, len(family.judged), family.table, family.seed, family.whole):
        size = look.size
        for column in range(len(family.conditions)):
            found, before = look.found(column), sure.get(column)
            if found is not None and (before is None or (found, before[0]) == _SURER):
                sure[column] = (found, look.seen.chance[column], size)
    order = sorted(sure, key=lambda column: (sure[column][0] is not Sureness.LIKELY, sure[column][1], column))
    counted = family.judged[:size]
    return {
        family.conditions[column]: _pattern(counted, family.conditions[column], *sure[column])
        for column in order
    }


_SURER: Final = (Sureness.LIKELY, Sureness.POSSIBLE)


def _under(judged: Sequence[Judged], condition: Condition) -> list[Judged]:
    """Those under a condition, the latest first."""
    load = Counter(one.day for one in judged)
    under = (one for one in judged if HOLDS[condition](one, load[one.day]))
    return sorted(under, key=lambda one: one.due, reverse=True)


def _pattern(
    counted: Sequence[Judged], condition: Condition, sure: Sureness, chance: float, seen_after: int
) -> Pattern:
    split = _split(counted, condition)
    return Pattern(
        condition=condition,
        sure=sure,
        split=split,
        value=split.under_share - split.others_share,
        interval=difference(split),
        chance=chance,
        seen_after=seen_after,
        evidence=tuple(
            Push(one.said.id, _lapsed(one) - split.others_share) for one in _under(counted, condition)
        ),
    )


def _lapsed(one: Judged) -> bool:
    return one.result is not Result.KEPT


def _split(counted: Sequence[Judged], condition: Condition) -> Split:
    under = _under(counted, condition)
    under_lapsed = sum(_lapsed(one) for one in under)
    lapsed = sum(_lapsed(one) for one in counted)
    return Split(len(under), under_lapsed, len(counted) - len(under), lapsed - under_lapsed)


def difference(split: Split) -> Interval:
    """The 80 % interval of a difference of two shares, by Newcombe's (1998) method from Wilson's (1927)."""
    one = _wilson(split.under_lapsed, split.under)
    other = _wilson(split.others_lapsed, split.others)
    low = one[1] - other[1] - hypot(one[1] - one[0], other[2] - other[1])
    high = one[1] - other[1] + hypot(one[2] - one[1], other[1] - other[0])
    return Interval(low, high, BAND)


def _wilson(lapsed: int, count: int) -> tuple[float, float, float]:
    """The low end of the interval of a share, the share, and the high end."""
    share = lapsed / count if count else 0.0
    middle = (lapsed + BAND_SD**2 / 2) / (count + BAND_SD**2)
    reach = BAND_SD / (count + BAND_SD**2) * sqrt(lapsed * (1 - share) + BAND_SD**2 / 4)
    return middle - reach, share, middle + reach
