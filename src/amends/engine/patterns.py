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
from datetime import date, datetime, time
from hashlib import sha256
from math import hypot, sqrt
from types import MappingProxyType
from typing import Final, TypeAlias
from uuid import UUID

import numpy as np

from amends.acts.base import Person
from amends.acts.hypothesis import Condition, Hypothesis
from amends.acts.outcome import SETTLES, Result
from amends.acts.promise import Promise
from amends.engine.looks import Column, Seen, Table, next_size, share_for, sizes, take
from amends.engine.params import (
    BAND,
    BAND_SD,
    ENGINE_VERSION,
    FULL_DAY,
    LATE_IN_MONTH,
    PATTERN_FAMILY_FIRST,
    PATTERN_FIRST,
    PATTERN_GUESSES,
    PATTERN_LIKELY,
)
from amends.engine.results import Guess, Interval, Pattern, Patterns, Push, Split, Sureness
from amends.engine.state import State
from amends.engine.verdicts import days_said, due_of, judge, result_of


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise that fell due and was judged, as the conditions see it.

    Attributes:
        act: what decided it.
        received: when that was received.
        due: when it fell due; orders them in time.
        day: the local day on which it fell due.
        clock: the local time, if one was said.
        ahead: days between promising and falling due; None for one that repeats.
        asked_for: whether it answered a request.
        lapsed: whether it was not kept in time.
    """

    act: UUID
    received: datetime
    due: tuple[int, UUID]
    day: date
    clock: time | None
    ahead: int | None
    asked_for: bool
    lapsed: bool


def read_patterns(state: State, by: Person) -> Patterns:
    """What the looks so far have shown of someone's promises, and what is next."""
    judged = sorted(_judged(state, by), key=lambda one: (one.received, one.due))
    guesses = tuple(_guess(judged, by, act, late) for act, late in _guesses(state, by, judged))
    looks = sizes(PATTERN_FAMILY_FIRST, len(judged))
    return Patterns(
        by=by,
        judged=len(judged),
        looked_after=looks[-1] if looks else 0,
        next_look=next_size(PATTERN_FAMILY_FIRST, len(judged)),
        too_little=not looks and not any(guess.looked_after for guess in guesses),
        guesses=guesses,
        found=tuple(_found(judged, by, tuple(Condition), looks, rivals=1)),
    )


# What is tested ----------------------------------------------------------------------------------


def _judged(state: State, by: Person) -> Iterator[Judged]:
    for promise in state.all(Promise):
        if promise.author != by:
            continue
        for said_day in days_said(state, promise.id):
            said = judge(state, promise.id, said_day).for_oneself
            if said is None or result_of(said) not in SETTLES:
                continue
            day = said_day or promise.due.first.day
            yield Judged(
                act=said.id,
                received=said.recorded_at,
                due=(due_of(promise, said_day), said.id),
                day=day,
                clock=promise.due.first.clock,
                ahead=None if promise.due.repeats else (day - promise.occurred.day).days,
                asked_for=promise.request is not None,
                lapsed=result_of(said) is not Result.KEPT,
            )


def _guesses(state: State, by: Person, judged: Sequence[Judged]) -> list[tuple[Hypothesis, bool]]:
    """The first guesses, each of another condition, and whether patterns could be seen before."""
    own = (act for act in state.all(Hypothesis) if act.author == by)
    first: dict[Condition, Hypothesis] = {}
    for act in sorted(own, key=lambda act: (act.recorded_at, act.id)):
        first.setdefault(act.condition, act)
    shown = judged[PATTERN_FAMILY_FIRST - 1].received if len(judged) >= PATTERN_FAMILY_FIRST else None
    return [
        (act, shown is not None and act.recorded_at >= shown)
        for act in list(first.values())[:PATTERN_GUESSES]
    ]


_Holds: TypeAlias = Callable[[Judged, int], bool]
"""Whether a condition holds of a promise on whose day so many fell due."""
WEEK: Final = 7


def _on(weekday: int) -> _Holds:
    return lambda one, _: one.day.weekday() == weekday


def _between(start: time, end: time) -> _Holds:
    return lambda one, _: one.clock is not None and start <= one.clock < end


HOLDS: Final[Mapping[Condition, _Holds]] = MappingProxyType(
    {
        Condition.MONDAY: _on(0),
        Condition.TUESDAY: _on(1),
        Condition.WEDNESDAY: _on(2),
        Condition.THURSDAY: _on(3),
        Condition.FRIDAY: _on(4),
        Condition.SATURDAY: _on(5),
        Condition.SUNDAY: _on(6),
        Condition.NO_TIME: lambda one, _: one.clock is None,
        Condition.MORNING: _between(time(5), time(12)),
        Condition.AFTERNOON: _between(time(12), time(17)),
        Condition.EVENING: _between(time(17), time(21)),
        Condition.NIGHT: lambda one, _: one.clock is not None and not time(5) <= one.clock < time(21),
        Condition.SAME_DAY: lambda one, _: one.ahead is not None and one.ahead <= 0,
        Condition.WITHIN_A_WEEK: lambda one, _: one.ahead is not None and 0 < one.ahead < WEEK,
        Condition.FURTHER_AHEAD: lambda one, _: one.ahead is not None and one.ahead >= WEEK,
        Condition.FULL_DAY: lambda _, load: load >= FULL_DAY,
        Condition.ASKED_FOR: lambda one, _: one.asked_for,
        Condition.REPEATING: lambda one, _: one.ahead is None,
        Condition.LATE_IN_MONTH: lambda one, _: one.day.day > LATE_IN_MONTH,
    }
)
"""What each condition means."""


# Looking -----------------------------------------------------------------------------------------


def _guess(judged: Sequence[Judged], by: Person, act: Hypothesis, late: bool) -> Guess:  # noqa: FBT001
    """A guess, tested by itself; two guesses share what may be spent."""
    counted = [one for one in judged if not late or one.received > act.recorded_at]
    looks = sizes(PATTERN_FIRST, len(counted))
    found = list(_found(counted, by, (act.condition,), looks, rivals=PATTERN_GUESSES))
    return Guess(
        act=act.id,
        condition=act.condition,
        looked_after=looks[-1] if looks else 0,
        next_look=next_size(PATTERN_FIRST, len(counted)),
        from_then_on=late,
        split=_split(counted[: looks[-1]], act.condition) if looks else None,
        pattern=found[0] if found else None,
    )


def _found(
    judged: Sequence[Judged], by: Person, conditions: tuple[Condition, ...], looks: Sequence[int], rivals: int
) -> Iterator[Pattern]:
    """Whatever any look has found, surest first; one that was found stays, whatever later looks show."""
    sure: dict[int, tuple[Sureness, float, int]] = {}
    for number, size in enumerate(looks, start=1):
        seen = take(*_table(judged[:size], conditions), _seed(by, size))
        for column in range(len(conditions)):
            found = _sure(seen, column, share_for(number) / rivals)
            before = sure.get(column)
            is_news = before is None or (before[0] is Sureness.POSSIBLE and found is Sureness.LIKELY)
            if found is not None and is_news:
                sure[column] = (found, seen.chance[column], size)
    ordered = sorted(
        sure, key=lambda column: (sure[column][0] is not Sureness.LIKELY, sure[column][1], column)
    )
    counted = judged[: looks[-1]] if looks else ()
    for column in ordered:
        yield _pattern(counted, conditions[column], *sure[column])


def _sure(seen: Seen, column: int, spent: float) -> Sureness | None:
    if seen.false_share[column] > spent:
        return None
    return Sureness.LIKELY if seen.any_false[column] <= PATTERN_LIKELY else Sureness.POSSIBLE


def _under(judged: Sequence[Judged], condition: Condition) -> list[Judged]:
    """Those under a condition, the latest first."""
    load = Counter(one.day for one in judged)
    under = (one for one in judged if HOLDS[condition](one, load[one.day]))
    return sorted(under, key=lambda one: one.due, reverse=True)


def _table(judged: Sequence[Judged], conditions: Sequence[Condition]) -> tuple[Table, Column]:
    """Promises by conditions, in order of their due time, and which were not kept in time."""
    load = Counter(one.day for one in judged)
    ordered = sorted(judged, key=lambda one: one.due)
    holds = [[HOLDS[condition](one, load[one.day]) for condition in conditions] for one in ordered]
    return np.array(holds, np.bool_), np.array([one.lapsed for one in ordered], np.bool_)


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
        evidence=tuple(Push(one.act, one.lapsed - split.others_share) for one in _under(counted, condition)),
    )


def _split(counted: Sequence[Judged], condition: Condition) -> Split:
    holds, lapsed = _table(counted, (condition,))
    under = holds[:, 0]
    return Split(
        under=int(under.sum()),
        under_lapsed=int((under & lapsed).sum()),
        others=int((~under).sum()),
        others_lapsed=int((~under & lapsed).sum()),
    )


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


def _seed(by: Person, size: int) -> bytes:
    return sha256("\0".join((ENGINE_VERSION, by, str(size))).encode()).digest()
