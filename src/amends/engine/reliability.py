"""The chance that someone's next promise of a sort is kept in time; for the promiser alone.

A Beta level with forgetting: each judged promise counts `FORGETTING` as much as the one after
it (after Jøsang & Ismail 2002, "The beta reputation system", with a prior in place of a base
rate). Late and broken both count as not in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from amends.acts.base import Person
from amends.acts.outcome import SETTLES, Result
from amends.acts.promise import PromiseType
from amends.engine import params
from amends.engine.results import Interval, Occurrence, PromiseState, Push, Reliability, Standing


@dataclass(frozen=True, slots=True)
class _Event:
    """A promise whose time came, and how it went."""

    type: PromiseType
    act: UUID
    result: Result


def reliability(promises: Sequence[PromiseState], by: Person) -> tuple[Reliability, ...]:
    """Of all promises of one person together, then of each sort that has any."""
    mine = [promise for promise in promises if promise.by == by]
    due = sorted(
        ((one, promise.type) for promise in mine for one in promise.past),
        key=lambda pair: (pair[0].due, str(pair[0].promise), pair[0].day),
    )
    events = [event for one, sort in due if (event := _event(one, sort, by)) is not None]
    sorts = [sort for sort in PromiseType if any(event.type is sort for event in events)]
    if not events:
        return ()
    return (
        _read(by, None, events),
        *(_read(by, sort, [event for event in events if event.type is sort]) for sort in sorts),
    )


def _event(one: Occurrence, sort: PromiseType, by: Person) -> _Event | None:
    if one.standing is Standing.JUDGED and one.result in SETTLES:
        judge = next((view for view in reversed(one.views) if view.author != by), one.views[-1])
        return _Event(sort, judge.act, one.result)
    if one.standing is Standing.STATED:  # one's own word counts for oneself, until the other has judged
        return _Event(sort, one.views[-1].act, one.views[-1].result)
    return None


def _read(by: Person, sort: PromiseType | None, events: Sequence[_Event]) -> Reliability:
    weights = params.FORGETTING ** np.arange(len(events) - 1, -1, -1, dtype=np.float64)
    kept = np.array([event.result is Result.KEPT for event in events], dtype=np.float64)
    a = params.KEPT_BEFORE + float(weights @ kept)
    b = params.MISSED_BEFORE + float(weights @ (1 - kept))
    value = a / (a + b)
    too_little = len(events) < params.LEAST_FOR_RELIABILITY
    pushes = weights * (kept - value) / (a + b)
    results = [event.result for event in events]
    return Reliability(
        by=by,
        type=sort,
        kept=results.count(Result.KEPT),
        late=results.count(Result.LATE),
        broken=results.count(Result.BROKEN),
        value=None if too_little else value,
        interval=None if too_little else beta_interval(a, b, params.BAND),
        too_little=too_little,
        evidence=tuple(
            Push(event.act, float(push)) for event, push in zip(events[::-1], pushes[::-1], strict=True)
        ),
    )


def beta_interval(a: float, b: float, probability: float) -> Interval:
    """The central interval of a Beta distribution, by the trapezium rule on the logit scale.

    There the density is smooth for every ``a, b > 0``, also where it has poles at 0 and 1.
    Exact to about 1e-4 for ``a, b`` between 0.1 and 10,000.
    """
    log_kept, log_missed, shares = _grid()
    log_density = a * log_kept + b * log_missed
    density = np.exp(log_density - log_density.max())
    mass = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2)])
    tail = (1 - probability) / 2
    low, high = np.interp([tail, 1 - tail], mass / mass[-1], shares)
    return Interval(float(low), float(high), probability)


@cache
def _grid() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    logits = np.linspace(-60.0, 60.0, 24_001)
    return -np.logaddexp(0, -logits), -np.logaddexp(0, logits), 1 / (1 + np.exp(-logits))
