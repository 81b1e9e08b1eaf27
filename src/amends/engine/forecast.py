"""The chance that a promise is kept in time, worked out before it is made, as a sum that can be shown.

To what `chance` says of someone's record three parts are added, each from their own promises that are
alike in one way: of the same sort, due on the same day of the week, promised about as long ahead. Such
a part is the logit of their share, held near the share of all by as many promises as `FORECAST_OWN`,
less the logit of that share: few tell little, and it comes in gradually.

A forecast is frozen by what it is made of: what had been written down before the promise was. So it can
be worked out anew at any time, and is never stored.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import exp, log
from typing import Final, TypeAlias

from amends.acts.base import Person
from amends.acts.due import Due
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.engine.chance import chance
from amends.engine.judged import Judged, judged_of
from amends.engine.params import (
    FORECAST_LEADS,
    FORECAST_OWN,
    HINDSIGHT_LEAST,
    RELIABILITY_BROKEN,
    RELIABILITY_KEPT,
    RELIABILITY_LEAST,
    RELIABILITY_REACH,
)
from amends.engine.past import Past
from amends.engine.results import Forecast, ForecastTerm, Hindsight, Push, Term
from amends.engine.state import State
from amends.engine.timeline import DAY

Alike: TypeAlias = dict[Term, object]
"""In which ways a promise may be like others: its sort, its day of the week, how long ahead it was made."""
LATELY: Final = frozenset({"last", "second", "third", "run", "recent"})
"""Terms of a chance that come from the last few promises; those of two that name one of them too."""


def read_forecast(state: State, by: Person, sort: PromiseType, due: Due, made: datetime) -> Forecast:
    """The chance that a promise made at ``made`` is kept in time, by what is known until then."""
    day = due.first.day
    ahead = due.ends_at(day).timestamp() - made.timestamp()
    known = _Known()
    for one in judged_of(state, by):
        if one.said.recorded_at < made:
            known.add(one)
    return known.forecast(_alike(sort, day.weekday(), ahead))


def read_hindsight(state: State, by: Person) -> Hindsight:
    """How near the forecasts came that could be made before each promise of someone."""
    record = state.judged.get(by)
    stamp = 0 if record is None else record.changes
    return state.remember((Hindsight, by), stamp, lambda: _look_back(state, by))


def _look_back(state: State, by: Person) -> Hindsight:
    found = list(_forecasts(state, by))
    too_little = len(found) < HINDSIGHT_LEAST
    return Hindsight(
        count=len(found),
        brier=None if too_little else sum((made - kept) ** 2 for _one, made, _, kept in found) / len(found),
        brier_share=None if too_little else sum((own - kept) ** 2 for _, _, own, kept in found) / len(found),
        evidence=tuple(Push(one.said.id, made) for one, made, _, _ in reversed(found)),
        too_little=too_little,
    )


def _forecasts(state: State, by: Person) -> Iterator[tuple[Judged, float, float, bool]]:
    """Of each promise the chance and the share as known before it was made, and whether it was kept in time.

    What was written down only after it was due had no forecast.
    """
    judged = judged_of(state, by)
    came_out = sorted(judged, key=lambda one: (one.said.recorded_at, one.due))
    known, taken = _Known(), 0
    for one in sorted(judged, key=lambda one: (one.promise.recorded_at, one.due)):
        while taken < len(came_out) and came_out[taken].said.recorded_at < one.promise.recorded_at:
            known.add(came_out[taken])
            taken += 1
        found = known.forecast(_alike_of(one))
        if found.value is not None and one.due[0] > one.promise.recorded_at.timestamp():
            yield one, found.value, known.share, one.result is Result.KEPT


@dataclass(slots=True)
class _Known:
    """The judged promises that were known at one time."""

    ordered: list[tuple[tuple[object, ...], bool]] = field(default_factory=list)
    kept: int = 0
    like: defaultdict[tuple[Term, object], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )

    def add(self, one: Judged) -> None:
        """Take in how one went."""
        kept = one.result is Result.KEPT
        insort(self.ordered, (one.due, kept))
        self.kept += kept
        for alike in _alike_of(one).items():
            self.like[alike][0] += kept
            self.like[alike][1] += 1

    @property
    def share(self) -> float:
        """The share kept, with what everyone starts with."""
        return (self.kept + RELIABILITY_KEPT) / (len(self.ordered) + RELIABILITY_KEPT + RELIABILITY_BROKEN)

    def forecast(self, alike: Alike) -> Forecast:
        """The chance for one that is like others in these ways."""
        if len(self.ordered) < RELIABILITY_LEAST:
            return Forecast(None, (), too_little=True)
        latest = [kept for _due, kept in self.ordered[-RELIABILITY_REACH:]]
        found = chance(Past.of(latest))
        lately = sum(amount for name, amount in found.terms.items() if LATELY & set(name.split("&")))
        record = sum(found.terms.values()) - lately
        last = latest[-5:]
        terms = (
            ForecastTerm(Term.USUAL, found.base, 0, 0),
            ForecastTerm(Term.RECORD, record, self.kept, len(self.ordered)),
            ForecastTerm(Term.LATELY, lately, sum(last), len(last)),
            *(self._part(what, value) for what, value in alike.items()),
        )
        return Forecast(1 / (1 + exp(-sum(term.amount for term in terms))), terms, too_little=False)

    def _part(self, what: Term, value: object) -> ForecastTerm:
        kept, count = self.like.get((what, value), (0, 0))
        own = (kept + FORECAST_OWN * self.share) / (count + FORECAST_OWN)
        return ForecastTerm(what, _logit(own) - _logit(self.share), kept, count)


def _alike_of(one: Judged) -> Alike:
    return _alike(one.promise.type, one.day.weekday(), one.due[0] - one.promise.recorded_at.timestamp())


def _alike(sort: PromiseType, weekday: int, ahead: float) -> Alike:
    return {Term.SORT: sort, Term.WEEKDAY: weekday, Term.LEAD: bisect_right(FORECAST_LEADS, ahead / DAY)}


def _logit(share: float) -> float:
    return log(share / (1 - share))
