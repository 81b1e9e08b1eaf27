"""What moved one person's trust in another, in the order of time, and the level it makes.

The level, in logits, is the sum of three:

* what check-ins tell: a baseline and slow ups and downs around it, two Ornstein-Uhlenbeck
  processes read through ratings with noise (Kalman 1960);
* what conduct adds: one push per act, fading by half in a fixed time. A check-in takes in a
  share of it, as much as the check-in itself counts, for the person knew of those acts;
* what deception leaves for good; a check-in is read on top of it.

So conduct never changes how much a rating counts, and what an act adds never turns its
sign: one more kept promise can't lower the level at any later time, one more broken can't
raise it, whatever was rated in between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from math import exp, log, log1p
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from amends.engine.params import (
    BASELINE_DAYS,
    BASELINE_SD,
    DRIFT_DAYS,
    DRIFT_SD,
    HALF_LIFE_DAYS,
    PRIOR_MEAN,
    PUSH_DOUBT,
    RATING_SD,
)

DAY: Final = 86_400
"""Seconds."""
WEEK: Final = 7 * DAY
"""Seconds."""
FIRST_MONDAY: Final = 4 * DAY
"""Monday, 5 January 1970, in seconds: weeks begin on Mondays, 0:00 UTC."""
FADING: Final = log(2) / HALF_LIFE_DAYS
"""How fast a push fades, per day."""

Instant: TypeAlias = tuple[int, int, int]
"""When something happened: seconds since 1970 (UTC); then, to order what happened at once,
the receipt in milliseconds and the act's id."""
Source: TypeAlias = UUID | tuple[UUID, date | None]
"""What an effect belongs to: an act, or a promise on one of its days."""


P = TypeVar("P")


class Share(NamedTuple):
    """From an instant on, how much of an effect fades and how much lasts."""

    at: Instant
    fading: float
    lasting: float


@dataclass(frozen=True, slots=True)
class Effect:
    """What an act does to trust.

    Attributes:
        act: the act that is named as evidence.
        amount: the push in logits when it happened; negative where it lowers trust.
        shares: what fades and what lasts of it, from the first instant on.
    """

    act: UUID
    amount: float
    shares: tuple[Share, ...]

    @property
    def instants(self) -> tuple[Instant, ...]:
        """When it sets in and when its shares change."""
        return tuple(share.at for share in self.shares)


@dataclass(frozen=True, slots=True)
class Rating:
    """A check-in, as the logit of its mean."""

    act: UUID
    at: Instant
    logit: float

    @property
    def instants(self) -> tuple[Instant, ...]:
        """When it was given."""
        return (self.at,)


class Event(NamedTuple):
    """One point of an effect or a rating; `order` is unlike any other's."""

    order: tuple[int, int, int, int, int]
    source: Source
    cause: Effect | Rating

    @property
    def step(self) -> int:
        """Which of the shares of an effect begins."""
        return self.order[4]


@dataclass(slots=True)
class Level:
    """The level at one time, with the error expected of it. All in logits.

    Attributes:
        at: seconds since 1970.
        baseline, drift: mean of the baseline and of the deviation from it.
        var_baseline, covariance, var_drift: their error.
        conduct, var_conduct: sum of what is left of the pushes, and its error.
        lasting: sum of what never fades.
        faded: log of what is left of a push from long ago; pushes begun later subtract it.
    """

    at: int
    baseline: float = PRIOR_MEAN
    drift: float = 0.0
    var_baseline: float = BASELINE_SD**2
    covariance: float = 0.0
    var_drift: float = DRIFT_SD**2
    conduct: float = 0.0
    var_conduct: float = 0.0
    lasting: float = 0.0
    faded: float = 0.0

    @property
    def mean(self) -> float:
        """Where trust most likely is."""
        return self.baseline + self.drift + self.conduct + self.lasting

    @property
    def variance(self) -> float:
        """How uncertain that is."""
        return self.var_baseline + 2 * self.covariance + self.var_drift + self.var_conduct

    def advance(self, at: int) -> None:
        """Let time pass: what is known of the level, and what acts did to it, fade."""
        if at == self.at:
            return
        days = (at - self.at) / DAY
        slow, quick, fade = exp(-days / BASELINE_DAYS), exp(-days / DRIFT_DAYS), exp(-FADING * days)
        self.at = at
        self.baseline = PRIOR_MEAN + slow * (self.baseline - PRIOR_MEAN)
        self.drift *= quick
        self.var_baseline = BASELINE_SD**2 + slow * slow * (self.var_baseline - BASELINE_SD**2)
        self.covariance *= slow * quick
        self.var_drift = DRIFT_SD**2 + quick * quick * (self.var_drift - DRIFT_SD**2)
        self.conduct *= fade
        self.var_conduct *= fade * fade
        self.faded -= FADING * days

    def push(self, effect: Effect, step: int, left: float) -> None:
        """Begin one of the shares of an effect, of which the share ``left`` has not yet faded."""
        share = effect.shares[step]
        before = effect.shares[step - 1] if step else Share(share.at, 0.0, 0.0)
        self.conduct += effect.amount * left * (share.fading - before.fading)
        self.lasting += effect.amount * (share.lasting - before.lasting)
        if not step:
            self.var_conduct += (PUSH_DOUBT * effect.amount) ** 2

    def rate(self, logit: float) -> None:
        """Take in a check-in."""
        of_baseline = self.var_baseline + self.covariance
        of_drift = self.covariance + self.var_drift
        total = of_baseline + of_drift + RATING_SD**2
        surprise = logit - self.lasting - self.baseline - self.drift
        self.baseline += of_baseline / total * surprise
        self.drift += of_drift / total * surprise
        self.var_baseline -= of_baseline * of_baseline / total
        self.covariance -= of_baseline * of_drift / total
        self.var_drift -= of_drift * of_drift / total
        gain = (of_baseline + of_drift) / total
        self.conduct *= 1 - gain
        self.var_conduct *= (1 - gain) ** 2
        self.faded += log1p(-gain)


@dataclass(slots=True)
class Timeline:
    """The effects and ratings of one direction.

    Whatever changes, only the weeks from the change on are computed again.

    Attributes:
        causes: effects and ratings by what they belong to.
        weeks: their events, in order, by week since 1970.
    """

    causes: dict[Source, Effect | Rating] = field(default_factory=dict)
    weeks: dict[int, list[Event]] = field(default_factory=dict)
    _ends: list[Level] = field(default_factory=list, compare=False, repr=False)
    _made: list[Any] = field(default_factory=list, compare=False, repr=False)
    _begun: dict[Source, float] = field(default_factory=dict, compare=False, repr=False)
    _lasting: dict[Source, Effect] = field(default_factory=dict, compare=False, repr=False)
    _ratings: int = field(default=0, compare=False, repr=False)
    _largest: float = field(default=0.0, compare=False, repr=False)
    _first: int | None = field(default=None, compare=False, repr=False)

    def put(self, source: Source, cause: Effect | Rating | None) -> None:
        """Set what an act, or a promise on one of its days, does; None where nothing."""
        before = self.causes.get(source)
        if before == cause:
            return
        if before is not None:
            del self.causes[source]
            self._take_out(source, before)
        if cause is not None:
            self.causes[source] = cause
            self._put_in(source, cause)

    @property
    def first(self) -> int | None:
        """Seconds since 1970 of the first event, if there is any."""
        if not self.weeks:
            return None
        return self.weeks[self._first_week()][0].order[0]

    def level(self, at: int) -> Level:
        """The level at a time, from the events up to then."""
        week = _week_of(at)
        if not self.weeks or week < self._first_week():
            return Level(at)
        self._compute_until(week)
        level = copy(self._start_of(week))
        self._run(level, (event for event in self.weeks.get(week, ()) if event.order[0] <= at))
        level.advance(at)
        return level

    def course(self, until: int, make: Callable[[Level], P]) -> Iterator[P]:
        """What is made of the level after the first event, at the end of each week since, and at ``until``.

        What was made of the weeks before a change is kept; always ask with the same ``make``.
        """
        first = self.first
        if first is None or first > until:
            return
        yield make(self.level(first))
        week = _week_of(until)
        self._compute_until(week)
        self._made += [make(end) for end in self._ends[len(self._made) :]]
        number = week - self._first_week()
        ends = zip(self._ends[:number], self._made[:number], strict=True)
        yield from (made for end, made in ends if first < end.at < until)
        if until > first:
            yield make(self.level(until))

    def left(self, at: int, least: float) -> Iterator[tuple[Effect, float]]:
        """What each effect adds to the level at a time, in logits, where that is at least ``least``."""
        faded = self.level(at).faded
        found: dict[Source, Effect] = dict(self._lasting)
        for week in self._weeks_back(at):
            end = self._ends[week - self._first_week()] if week < _week_of(at) else None
            if end is not None and self._largest * exp(faded - end.faded) < least:
                break  # from here back nothing is left
            for event in self.weeks.get(week, ()):
                if isinstance(event.cause, Effect) and not event.step:
                    found[event.source] = event.cause
        for source, effect in found.items():
            if effect.shares[0].at[0] <= at:
                share = effect.shares[-1]
                if share.at[0] > at:  # hardly ever
                    share = next(share for share in reversed(effect.shares) if share.at[0] <= at)
                amount = effect.amount * (share.fading * exp(faded - self._begun[source]) + share.lasting)
                if abs(amount) >= least:
                    yield effect, amount

    def begun(self, since: int, until: int) -> Iterator[Effect]:
        """The effects that set in after ``since`` and not after ``until``, in order."""
        for week in range(_week_of(since), _week_of(until) + 1):
            for event in self.weeks.get(week, ()):
                if isinstance(event.cause, Effect) and not event.step and since < event.order[0] <= until:
                    yield event.cause

    def count(self, at: int) -> tuple[int, int]:
        """How many effects and how many ratings there are up to a time."""
        ratings, effects = self._ratings, len(self.causes) - self._ratings
        for event in self._after(at):
            if isinstance(event.cause, Rating):
                ratings -= 1
            elif not event.step:
                effects -= 1
        return effects, ratings

    def _weeks_back(self, at: int) -> Iterator[int]:
        return iter(range(_week_of(at), self._first_week() - 1, -1)) if self.weeks else iter(())

    def _after(self, at: int) -> Iterator[Event]:
        for week in range(_week_of(at), max(self.weeks, default=0) + 1):
            yield from (event for event in self.weeks.get(week, ()) if event.order[0] > at)

    def _put_in(self, source: Source, cause: Effect | Rating) -> None:
        if isinstance(cause, Rating):
            self._ratings += 1
        else:
            self._largest = max(self._largest, abs(cause.amount))
            if any(share.lasting for share in cause.shares):
                self._lasting[source] = cause
        for event in _events(source, cause):
            week = _week_of(event.order[0])
            events = self.weeks.setdefault(week, [])
            if not events or events[-1].order < event.order:
                events.append(event)
            else:
                events.insert(_place(events, event), event)
            self._forget_from(week)

    def _take_out(self, source: Source, cause: Effect | Rating) -> None:
        self._begun.pop(source, None)
        self._lasting.pop(source, None)
        self._ratings -= isinstance(cause, Rating)
        for event in _events(source, cause):
            week = _week_of(event.order[0])
            events = self.weeks[week]
            del events[_place(events, event)]
            if not events:
                del self.weeks[week]
            self._forget_from(week)

    def _forget_from(self, week: int) -> None:
        if self._first is None or week <= self._first:
            self._first = None
            self._ends.clear()
            self._made.clear()
        else:
            del self._ends[week - self._first :]
            del self._made[week - self._first :]

    def _first_week(self) -> int:
        if self._first is None:
            self._first = min(self.weeks)
        return self._first

    def _compute_until(self, week: int) -> None:
        """Compute the ends of the weeks before ``week``."""
        for number in range(self._first_week() + len(self._ends), week):
            level = copy(self._start_of(number))
            self._run(level, self.weeks.get(number, ()))
            level.advance(_start(number + 1))
            self._ends.append(level)

    def _start_of(self, week: int) -> Level:
        first = self._first_week()
        return Level(self.weeks[first][0].order[0]) if week == first else self._ends[week - first - 1]

    def _run(self, level: Level, events: Iterable[Event]) -> None:
        for event in events:
            level.advance(event.order[0])
            cause = event.cause
            if isinstance(cause, Rating):
                level.rate(cause.logit)
                continue
            if event.step == 0:
                self._begun[event.source] = level.faded
            level.push(cause, event.step, exp(level.faded - self._begun[event.source]))


def _events(source: Source, cause: Effect | Rating) -> Iterator[Event]:
    for step, instant in enumerate(cause.instants):
        yield Event((*instant, cause.act.int, step), source, cause)


def _place(events: list[Event], event: Event) -> int:
    return bisect_left(events, event.order, key=_order)


def _order(event: Event) -> tuple[int, int, int, int, int]:
    return event.order


def _week_of(at: int) -> int:
    return (at - FIRST_MONDAY) // WEEK


def _start(week: int) -> int:
    return FIRST_MONDAY + week * WEEK
